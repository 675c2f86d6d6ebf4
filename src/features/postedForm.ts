import { z } from 'zod';
import type { Answer, Answers } from '../domain/answers.ts';
import { Problem } from '../http/problem.ts';
import { fingerprint, type DroppedText, type FieldChange } from '../responses/merge.ts';
import { asksAboutCpr, cprChoice } from './cpr.ts';

/** What a person may ask for with a form's buttons (contract). Each of them saves first. */
export type Intent = 'save' | 'next' | 'back' | 'send';

export type Fault =
  | { cause: 'missing' }
  | { cause: 'too-long'; length: number }
  /** The text is not stored: it stands here, and what the page showed, so that it can be asked about. */
  | { cause: 'cpr'; text: string; base: string }
  | { cause: 'repeated' | 'unknown-option' | 'unreadable' };

/** One field that a form may hold. */
export type PostedField =
  | { id: string; kind: 'text'; maxLength: number }
  /** `wording`: the version of what is agreed to by this answer. */
  | { id: string; kind: 'one' | 'many'; options: readonly string[]; wording?: string | undefined };

/**
 * A posted form of answers: the one place where what people write comes in. Whatever the body holds, parsing gives a
 * form; what it cannot use is a fault, and no text is dropped.
 */
export interface PostedForm {
  intent: Intent;
  /** What can be saved; a text that is too long is among it, so that it can be shortened in peace. */
  fields: FieldChange[];
  dropped: DroppedText[];
  /** By field. A text that looks as if it held a CPR number is here and not among `fields`. */
  faults: Map<string, Fault>;
  /** Texts in fields that are not known (any more). */
  strays: string[];
  /** Field id to fingerprint of what the page showed, as it came. */
  base: Map<string, string>;
  /** Id of the page that was rendered. */
  page: string;
  /** When the page sent it; 0 without scripts. */
  turn: number;
}

/** Twice what any field has room for: what is longer was not written by hand, and would fill the store. */
const LONGEST_KEPT = 20_000;

const FIELD = 'answer.';
const DROP = 'drop.';
/** Stands for what a page showed where nobody knows; the fingerprint of no answer. */
const UNKNOWN = '?';

const intent = z.enum(['save', 'next', 'back', 'send']).catch('save');
const short = z.string().max(20_000).catch('');
const page = z.string().max(50).catch('');
const turn = z.coerce.number().int().nonnegative().catch(0);
const values = z.union([z.string().transform((value) => [value]), z.array(z.string())]);

/**
 * @param body as `express.urlencoded` gives it, or anything else.
 * @throws {Problem} `too-large`, with what was written, where a text is longer than any that is kept.
 */
export const parsePosted = (body: unknown, fields: readonly PostedField[]): PostedForm => {
  const posted = new Map(entriesOf(body));
  const form: PostedForm = {
    intent: intent.parse(posted.get('intent')),
    fields: [],
    dropped: [],
    faults: new Map(),
    strays: [],
    base: parseBase(short.parse(posted.get('base'))),
    page: page.parse(posted.get('page')),
    turn: turn.parse(posted.get('turn')),
  };
  for (const field of fields) {
    const value = posted.get(FIELD + field.id) ?? absent(field, form.base);
    if (value !== undefined) readField(field, value, { form, said: textsIn(posted.get(cprChoice(field.id))) });
    form.dropped.push(...parseDropped(field.id, posted.get(DROP + field.id)));
  }
  if (form.fields.some(({ posted }) => posted.length > LONGEST_KEPT))
    throw new Problem('too-large', looseTexts(body, ''));
  const known = new Set(fields.map(({ id }) => FIELD + id));
  for (const [name, value] of posted) {
    // Fields outside `answer.` belong to the page or to the browser; only an answer can be lost.
    if (name.startsWith(FIELD) && !known.has(name)) form.strays.push(...textsIn(value));
  }
  return form;
};

/** Browsers send nothing for a group without a tick; that the page showed the group is told by `base`. */
const absent = (field: PostedField, base: PostedForm['base']): unknown =>
  field.kind !== 'text' && base.has(field.id) ? [] : undefined;

const readField = (field: PostedField, value: unknown, { form, said }: { form: PostedForm; said: string[] }) => {
  const parsed = values.safeParse(value);
  if (!parsed.success) {
    form.faults.set(field.id, { cause: 'unreadable' });
    return;
  }
  const { posted, fault } = read(field, parsed.data);
  const base = form.base.get(field.id) ?? '';
  if (field.kind === 'text' && typeof posted === 'string' && asksAboutCpr(posted, said)) {
    form.faults.set(field.id, { cause: 'cpr', text: posted, base });
    return;
  }
  if (fault) form.faults.set(field.id, fault);
  if (posted === undefined) return;
  const kind = field.kind === 'text' ? 'text' : 'choice';
  const wording = field.kind === 'one' ? field.wording : undefined;
  const { page, turn } = form;
  form.fields.push({ question: field.id, kind, posted, base, page, turn, ...(wording && { wording }) });
};

interface Reading {
  /** Undefined where nothing of it can be saved. */
  posted?: Answer;
  fault?: Fault | undefined;
}

const read = (field: PostedField, given: string[]): Reading => {
  if (field.kind === 'text') {
    const posted = given.map(plain).filter(Boolean).join('\n\n');
    return { posted, fault: given.length > 1 ? { cause: 'repeated' } : tooLong(field, posted) };
  }
  const known = field.options.filter((id) => given.includes(id));
  const fault: Fault | undefined = given.some((id) => !known.includes(id)) ? { cause: 'unknown-option' } : undefined;
  if (field.kind === 'many') return { posted: known, fault };
  if (given.length > 1) return { fault: { cause: 'repeated' } };
  return fault ? { fault } : { posted: known[0] ?? '' };
};

export const tooLong = ({ maxLength }: { maxLength: number }, text: string): Fault | undefined =>
  text.length > maxLength ? { cause: 'too-long', length: text.length } : undefined;

/** One kind of line break, nothing unprintable, nothing around it: so that the same words are the same text. */
export const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').trim();

/** The texts that a field came with, once or several times. */
export const textsIn = (value: unknown): string[] => {
  const parsed = values.safeParse(value);
  return parsed.success ? parsed.data.map(plain).filter(Boolean) : [];
};

const parseBase = (text: string): Map<string, string> =>
  new Map(
    text
      .split(',')
      .map((pair): [string, string] => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)])
      .filter(([field, hash]) => field !== '' && hash !== ''),
  );

const writeBase = (base: Iterable<[string, string]>): string => [...base].map((pair) => pair.join(':')).join(',');

/**
 * The hidden field `base` of a page that shows these answers. A field that is asked about shows what was not stored: it
 * goes on from what its own page had shown.
 */
export const baseOf = (
  shown: Iterable<[field: string, answer: Answer]>,
  faults: ReadonlyMap<string, Fault> = new Map<string, Fault>(),
): string =>
  writeBase(
    [...shown].map(([field, answer]): [string, string] => {
      const fault = faults.get(field);
      return [field, fault?.cause === 'cpr' ? fault.base || UNKNOWN : fingerprint(answer)];
    }),
  );

/**
 * `base` of a page that stays open after its form was saved: what it shows is what it posted, also where another tab's
 * text is what is stored. Only so does its next save leave that text alone.
 */
export const baseAfter = ({ base, fields }: PostedForm): string =>
  writeBase(new Map([...base, ...fields.map((f): [string, string] => [f.question, fingerprint(f.posted)])]));

const parseDropped = (question: string, value: unknown): DroppedText[] =>
  textsIn(value)
    .flatMap((list) => list.split(','))
    .map((hash) => ({ question, fingerprint: hash }));

/** Whether the page must be shown again. Someone on the way back is not held up by a text that is too long: it is saved. */
export const isWrong = ({ faults, strays, intent: pressed }: PostedForm): boolean =>
  strays.length > 0 || [...faults.values()].some(({ cause }) => pressed !== 'back' || cause !== 'too-long');

/** What was saved, by field. */
export const savedIn = ({ fields }: PostedForm): Answers =>
  Object.fromEntries(fields.map(({ question, posted }) => [question, posted]));

/** The text that a field shows in place of what is stored, since it is asked about. */
export const refusedText = (fault: Fault | undefined): string | undefined =>
  fault?.cause === 'cpr' ? fault.text : undefined;

/** The texts that are not stored before they have been asked about, by field. */
export const withheldIn = ({ faults }: Pick<PostedForm, 'faults'>): Record<string, string> =>
  Object.fromEntries([...faults].flatMap(([id, fault]) => (fault.cause === 'cpr' ? [[id, fault.text]] : [])));

/** The answers of any form, for showing back where the activity they belong to is not known. */
export const looseTexts = (body: unknown, ask: string): { ask: string; text: string }[] =>
  entriesOf(body)
    .filter(([name]) => name.startsWith(FIELD))
    .flatMap(([, value]) => textsIn(value))
    .map((text) => ({ ask, text }));

const entriesOf = (body: unknown): [string, unknown][] =>
  typeof body === 'object' && body !== null ? Object.entries(body) : [];
