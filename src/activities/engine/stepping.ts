import type { Language } from '../../domain/viewer.ts';
import type { FormWords } from '../../forms/faults.ts';

/** How the steps of one kind behave. */
export interface Stepping {
  /** What is said around the steps. */
  words: Record<Language, FormWords>;
  /** The label of a button that begins again at the first step, where another way can be chosen; none where not given. */
  restart?: Record<Language, string>;
  /** Beside which forms it is said who reads the answers: those with a text to write, or every one that asks. */
  saysWhoReads: 'at texts' | 'always';
  /** Whether a step of which nothing is answered has a button to skip it: it may be too much today. */
  maySkip: boolean;
  /**
   * What is kept of the answers when they are sent: also those to steps that were left on the way, which are the person's
   * own story; or only what was asked in the end.
   */
  keeps: 'all' | 'what was asked';
}
