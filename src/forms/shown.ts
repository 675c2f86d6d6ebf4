import { randomBytes } from 'node:crypto';
import type { Question } from '../content/course.ts';
import type { Language, Viewer } from '../domain/viewer.ts';
import type { KeepTokens } from './keepTokens.ts';
import type { Draft } from '../responses/merge.ts';
import { texts } from '../text/texts.ts';
import { timeOfDay } from '../text/times.ts';
import { answerTo } from './answers.ts';
import { baseOf } from './base.ts';
import type { FormWords, Wrong } from './faults.ts';
import { fieldModel } from './field.ts';
import { withReaders } from './readers.ts';

export interface ShownForm {
  /** What this page asks. */
  questions: readonly Question[];
  stored: (Pick<Draft, 'draft' | 'other'> & { savedAt: number }) | undefined;
  /** What was wrong with the form that this page answers. */
  wrong?: Wrong | undefined;
  language: Language;
  words?: FormWords;
}

/** The fields of a form with what is stored, as `views/partials/form.hbs` takes them beside its hidden fields. */
export function formModel({ questions, stored, wrong, language, words = texts[language].prep }: ShownForm) {
  const text = texts[language];
  const { draft, other } = stored ?? { draft: {}, other: {} };
  return {
    base: baseOf(
      withReaders(questions).map((question) => [question.id, answerTo(question, draft)]),
      wrong?.faults,
    ),
    questions: questions.map((question) =>
      fieldModel(question, { stored: { draft, other }, fault: wrong?.faults.get(question.id), text, words }),
    ),
    savedAt: stored ? timeOfDay(stored.savedAt, language) : '',
  };
}

/**
 * What every form carries unseen, beside its `base`. `kept` lets it save after the session has ended; by `page` a later
 * form is known to come from the same page.
 * @param scope the activity, or what else the form is of
 */
export function hiddenOf(keepTokens: KeepTokens, viewer: Viewer, scope: string) {
  return {
    csrf: viewer.csrf,
    kept: keepTokens.issue({ room: viewer.room, person: viewer.person, activity: scope }),
    page: randomBytes(9).toString('base64url'),
  };
}

export type HiddenFields = ReturnType<typeof hiddenOf>;
