import { z } from 'zod';
import type { SteppedActivity, Question } from '../../content/course.ts';
import type { Answer } from '../../domain/answers.ts';
import { fingerprint, type DroppedText, type FieldChange } from '../../responses/merge.ts';
import { questionsOf, tooLong, type Fault, type Intent } from './rules.ts';

/** A posted step. Whatever the body holds, parsing gives a form; what it cannot use is a fault, and no text is dropped. */
export interface StepForm {
  intent: Intent;
  /** What can be saved; a text that is too long is among it, so that it can be shortened in peace. */
  fields: FieldChange[];
  dropped: DroppedText[];
  faults: Map<string, Fault>;
  /** Texts in fields that this version of the activity does not know. */
  strays: string[];
  /** Question id to fingerprint of what the page showed, as it came. */
  base: Map<string, string>;
  /** Id of the page that was rendered. */
  page: string;
}

const FIELD = 'answer.';
const DROP = 'drop.';

const intent = z.enum(['save', 'next', 'back', 'send']).catch('save');
const short = z.string().max(20_000).catch('');
const page = z.string().max(50).catch('');
const values = z.union([z.string().transform((value) => [value]), z.array(z.string())]);

/** @param body as `express.urlencoded` gives it, or anything else. */
export const parseForm = (body: unknown, activity: SteppedActivity): StepForm => {
  const posted = new Map(entriesOf(body));
  const form: StepForm = {
    intent: intent.parse(posted.get('intent')),
    fields: [],
    dropped: [],
    faults: new Map(),
    strays: [],
    base: parseBase(short.parse(posted.get('base'))),
    page: page.parse(posted.get('page')),
  };
  const questions = questionsOf(activity);
  for (const question of questions) {
    const value = posted.get(FIELD + question.id) ?? absent(question, form.base);
    if (value !== undefined) readField(question, value, form);
    form.dropped.push(...parseDropped(question.id, posted.get(DROP + question.id)));
  }
  const known = new Set(questions.map(({ id }) => FIELD + id));
  for (const [name, value] of posted) {
    // Fields outside `answer.` belong to the page or to the browser; only an answer can be lost.
    if (name.startsWith(FIELD) && !known.has(name)) form.strays.push(...textsIn(value));
  }
  return form;
};

/** Browsers send nothing for a group without a tick; that the page showed the group is told by `base`. */
const absent = (question: Question, base: StepForm['base']): unknown =>
  question.kind !== 'text' && base.has(question.id) ? [] : undefined;

const readField = (question: Question, value: unknown, form: StepForm) => {
  const parsed = values.safeParse(value);
  if (!parsed.success) {
    form.faults.set(question.id, { cause: 'unreadable' });
    return;
  }
  const { posted, fault } = read(question, parsed.data);
  if (fault) form.faults.set(question.id, fault);
  if (posted === undefined) return;
  const kind = question.kind === 'text' ? 'text' : 'choice';
  const wording = question.kind === 'one' ? question.wording : undefined;
  const base = form.base.get(question.id) ?? '';
  form.fields.push({ question: question.id, kind, posted, base, page: form.page, ...(wording && { wording }) });
};

interface Reading {
  /** Undefined where nothing of it can be saved. */
  posted?: Answer;
  fault?: Fault | undefined;
}

const read = (question: Question, given: string[]): Reading => {
  if (question.kind === 'text') {
    const posted = given.map(plain).filter(Boolean).join('\n\n');
    return { posted, fault: given.length > 1 ? { cause: 'repeated' } : tooLong(question, posted) };
  }
  const known = question.options.map(({ id }) => id).filter((id) => given.includes(id));
  const unknown = given.some((id) => !known.includes(id));
  const fault: Fault | undefined = unknown ? { cause: 'unknown-option' } : undefined;
  if (question.kind === 'many') return { posted: known, fault };
  if (given.length > 1) return { fault: { cause: 'repeated' } };
  return fault ? { fault } : { posted: known[0] ?? '' };
};

/** One kind of line break, nothing unprintable, nothing around it: so that the same words are the same text. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').trim();

const textsIn = (value: unknown): string[] => {
  const parsed = values.safeParse(value);
  return parsed.success ? parsed.data.map(plain).filter(Boolean) : [];
};

const parseBase = (text: string): Map<string, string> =>
  new Map(
    text
      .split(',')
      .map((pair): [string, string] => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)])
      .filter(([question, hash]) => question !== '' && hash !== ''),
  );

const writeBase = (base: Iterable<[string, string]>): string => [...base].map((pair) => pair.join(':')).join(',');

/** The hidden field `base` of a page that shows these answers. */
export const baseOf = (shown: Iterable<[question: string, answer: Answer]>): string =>
  writeBase([...shown].map(([question, answer]): [string, string] => [question, fingerprint(answer)]));

/**
 * `base` of a page that stays open after its form was saved: what it shows is what it posted, also where another tab's
 * text is what is stored. Only so does its next save leave that text alone.
 */
export const baseAfter = (form: StepForm): string =>
  writeBase(new Map([...form.base, ...form.fields.map((f): [string, string] => [f.question, fingerprint(f.posted)])]));

const parseDropped = (question: string, value: unknown): DroppedText[] =>
  textsIn(value)
    .flatMap((list) => list.split(','))
    .map((hash) => ({ question, fingerprint: hash }));

/** The answers of any form, for showing back where the activity they belong to is not known. */
export const looseTexts = (body: unknown, ask: string): { ask: string; text: string }[] =>
  entriesOf(body)
    .filter(([name]) => name.startsWith(FIELD))
    .flatMap(([, value]) => textsIn(value))
    .map((text) => ({ ask, text }));

const entriesOf = (body: unknown): [string, unknown][] =>
  typeof body === 'object' && body !== null ? Object.entries(body) : [];
