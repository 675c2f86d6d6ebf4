import type { SteppedActivity } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import type { Language } from '../../domain/viewer.ts';
import type { FormWords } from '../../forms/faults.ts';

/** How the steps of a kind behave. */
export interface Stepping {
  /** The words around the steps. */
  words: Record<Language, FormWords>;
  /**
   * The label of a button that starts again at the first step, where the person can choose another path; default: no
   * button.
   */
  restart?: Record<Language, string>;
  /** On the page after sending; a file of public/images/drawings. */
  drawing: string;
  /** When the required questions must be answered: to go on to the next step, or only to send. */
  needsAnswers: 'to go on' | 'to send';
  /** Which forms say who reads the answers: those with a text to write, or every form with questions. */
  saysWhoReads: 'at texts' | 'always';
  /**
   * Which answers are kept when they are sent: also those to steps that are no longer shown, because they are part of
   * the person's own story; or only those to questions that were asked in the end.
   */
  keeps: 'all' | 'what was asked';
  /** The part of a draft from an earlier version of the content that still holds; default: all of it. */
  stillHolds?: (activity: SteppedActivity, draft: Answers, contentVersion: string) => Answers;
}
