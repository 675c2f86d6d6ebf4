import { randomBytes } from 'node:crypto';
import type { Question } from '../content/course.ts';
import { isInWords } from '../content/questions/kinds.ts';
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
  /** The questions on this page. */
  questions: readonly Question[];
  stored: (Pick<Draft, 'draft' | 'other'> & { savedAt: number }) | undefined;
  /** What was wrong with the submitted form. */
  wrong?: Wrong | undefined;
  language: Language;
  words?: FormWords;
  /** Who reads the texts whose reader the person does not choose; empty if the page says so elsewhere. */
  readBy?: string;
}

/**
 * The fields of a form with what is stored, as `views/partials/forms/form.hbs` takes them besides its hidden fields.
 */
export function formModel({
  questions,
  stored,
  wrong,
  language,
  words = texts[language].prep,
  readBy = '',
}: ShownForm) {
  const text = texts[language];
  const { draft, other } = stored ?? { draft: {}, other: {} };
  return {
    base: baseOf(
      withReaders(questions).map((question) => [question.id, answerTo(question, draft)]),
      wrong?.faults,
    ),
    questions: questions.map((question) =>
      fieldModel(question, {
        stored: { draft, other },
        fault: wrong?.faults.get(question.id),
        text,
        words,
        readBy,
        all: questions,
      }),
    ),
    savedAt: stored ? timeOfDay(stored.savedAt, language) : '',
    holdsText: questions.some(isInWords),
    leadsOn: questions.some(({ leadsOn }) => leadsOn),
  };
}

/** For people without scripts; with them, everything is saved by itself. */
export function saveButton(label: string) {
  return { value: 'save', label, look: 'secondary', isWithoutScripts: true };
}

/**
 * The hidden fields of every form, apart from `base`. `kept` allows saving after the session has ended; `page` shows
 * that a later form comes from the same page.
 * @param scope the activity, or the name of another form
 */
export function hiddenOf(keepTokens: KeepTokens, viewer: Viewer, scope: string) {
  return {
    csrf: viewer.csrf,
    kept: keepTokens.issue({ room: viewer.room, person: viewer.person, activity: scope }),
    page: randomBytes(9).toString('base64url'),
  };
}

export type HiddenFields = ReturnType<typeof hiddenOf>;
