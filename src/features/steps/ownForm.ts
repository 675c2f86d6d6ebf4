import { randomBytes } from 'node:crypto';
import type { Question, SteppedActivity } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import type { Language, Viewer } from '../../domain/viewer.ts';
import { type KeptText } from '../../http/problem.ts';
import type { Visit } from '../../http/route.ts';
import type { KeepTokens } from '../../responses/keepTokens.ts';
import type { NoteKey, OwnNote, OwnNotes } from '../../responses/ownNotes.ts';
import { texts } from '../../text/texts.ts';
import { isWrong, savedIn, withheldIn, type Fault, type PostedForm } from '../postedForm.ts';
import { answerSilently } from '../silentSave.ts';
import { parseForm } from './form.ts';
import { answerInWords, faultMessage, inputIdOf, questionModel } from './questionModel.ts';

/** A form that a person fills in for themselves alone: what it asks, and where that is kept. */
export interface OwnPlace {
  notes: OwnNotes;
  of: NoteKey;
  /** What a write-only token of this form is for. */
  scope: string;
  questions: Question[];
}

/** What was wrong with a form, as its page shows it. */
export interface Wrong {
  faults: ReadonlyMap<string, Fault>;
  strays: string[];
}

export interface Posted {
  note: OwnNote;
  form: PostedForm;
  wrong: Wrong | undefined;
}

/** Questions as an activity of one step, which is what forms are read by. */
const asActivity = (questions: Question[]): SteppedActivity => ({
  id: '',
  kind: 'prep',
  title: '',
  intro: '',
  minutes: 0,
  version: '',
  steps: [{ id: 'alt', title: '', minutes: 0, video: undefined, html: '', questions }],
});

/** @throws {Problem} `too-large`, with what was written. */
export const readForm = (body: unknown, { questions }: Pick<OwnPlace, 'questions'>): PostedForm =>
  parseForm(body, asActivity(questions));

/** Saves a form, whatever was pressed. A script's own saving is answered at once: then there is nothing more to do. */
export const postForm = async ({ req, res, viewer }: Visit, place: OwnPlace): Promise<Posted | undefined> => {
  const { language } = viewer;
  const form = readForm(req.body, place);
  const isSilent = req.accepts(['html', 'json']) === 'json';
  const note = await place.notes.save(place.of, { fields: form.fields, dropped: isSilent ? [] : form.dropped });
  if (!isSilent) return { note, form, wrong: isWrong(form) ? form : undefined };
  answerSilently(res, form, { savedAt: note.savedAt, language });
  return undefined;
};

/** What every such form carries unseen, beside its `base`. */
export const hiddenOf = (keepTokens: KeepTokens, viewer: Viewer, scope: string) => ({
  csrf: viewer.csrf,
  kept: keepTokens.issue({ room: viewer.room, person: viewer.person, activity: scope }),
  page: randomBytes(9).toString('base64url'),
});

export interface ShownForm {
  note: Pick<OwnNote, 'draft' | 'other'> | undefined;
  wrong: Wrong | undefined;
  language: Language;
}

/** Questions as `views/partials/question.hbs` takes them. */
export const questionModels = (questions: Question[], { note, wrong, language }: ShownForm) => {
  const text = texts[language];
  const draft = { draft: note?.draft ?? {}, other: note?.other ?? {} };
  return questions.map((question) =>
    questionModel(question, draft, { fault: wrong?.faults.get(question.id), text, words: text.prep }),
  );
};

export const errorsOf = (
  questions: Question[],
  { wrong, language }: Pick<ShownForm, 'wrong' | 'language'>,
): { href: string; message: string }[] => {
  const words = texts[language].prep;
  const errors = questions.flatMap((question) => {
    const fault = wrong?.faults.get(question.id);
    const message = fault && words.here(question.ask, faultMessage(question, fault, words));
    return message ? [{ href: `#${inputIdOf(question)}`, message }] : [];
  });
  return wrong && wrong.strays.length > 0 ? [...errors, { href: '#strays', message: words.fault.stray }] : errors;
};

/** What was written, under what it answers, so that it can be copied. */
export const textsOf = (form: PostedForm, questions: Question[], language: Language): KeptText[] => [
  ...textsIn({ ...savedIn(form), ...withheldIn(form) }, questions),
  ...form.strays.map((text) => ({ ask: texts[language].diary.rescued.written, text })),
];

/** These answers in words, those that are empty left out. */
export const textsIn = (answers: Answers, questions: Question[]): KeptText[] =>
  questions
    .map((question) => ({ ask: question.ask, text: answerInWords(question, answers).join(', ') }))
    .filter(({ text }) => text !== '');
