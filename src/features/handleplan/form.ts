import { z } from 'zod';
import type { Answer, Answers } from '../../domain/answers.ts';
import { fingerprint, type DroppedText, type FieldChange } from '../../responses/merge.ts';
import { valueOf, type Field } from './fields.ts';
import { tooLong, type Fault, type Intent } from './steps.ts';

/** A posted form of a plan. Whatever the body holds, parsing gives a form; what it cannot use is a fault. */
export interface PlanForm {
  intent: Intent;
  /** What can be saved; a text that is too long is among it. */
  fields: FieldChange[];
  dropped: DroppedText[];
  faults: Map<string, Fault>;
  /** Texts in fields that no plan has. */
  strays: string[];
  /** Field id to fingerprint of what the page showed. */
  base: Map<string, string>;
}

const FIELD = 'answer.';
const DROP = 'drop.';

const intent = z.enum(['save', 'next', 'back', 'send']).catch('save');
const short = z.string().max(20_000).catch('');
const pageId = z.string().max(50).catch('');
const values = z.union([z.string().transform((value) => [value]), z.array(z.string())]);

/** @param body as `express.urlencoded` gives it, or anything else. */
export const parseForm = (body: unknown, fields: Field[]): PlanForm => {
  const posted = new Map(entriesOf(body));
  const page = pageId.parse(posted.get('page'));
  const form: PlanForm = {
    intent: intent.parse(posted.get('intent')),
    fields: [],
    dropped: [],
    faults: new Map(),
    strays: [],
    base: parseBase(short.parse(posted.get('base'))),
  };
  for (const field of fields) {
    readField(field, posted.get(FIELD + field.id) ?? absent(field, form.base), { form, page });
    form.dropped.push(...parseDropped(field.id, posted.get(DROP + field.id)));
  }
  const known = new Set(fields.map(({ id }) => FIELD + id));
  for (const [name, value] of posted) {
    if (name.startsWith(FIELD) && !known.has(name)) form.strays.push(...textsIn(value));
  }
  return form;
};

/** Browsers send nothing for a group without a tick; that the page showed the group is told by `base`. */
const absent = (field: Field, base: PlanForm['base']): unknown =>
  field.kind !== 'text' && base.has(field.id) ? [] : undefined;

const readField = (field: Field, value: unknown, { form, page }: { form: PlanForm; page: string }) => {
  if (value === undefined) return;
  const parsed = values.safeParse(value);
  const { posted, fault } = parsed.success ? read(field, parsed.data) : { fault: { cause: 'unreadable' } as const };
  if (fault) form.faults.set(field.id, fault);
  if (posted === undefined) return;
  const kind = field.kind === 'text' ? 'text' : 'choice';
  form.fields.push({ question: field.id, kind, posted, base: form.base.get(field.id) ?? '', page });
};

interface Reading {
  /** Undefined where nothing of it can be saved. */
  posted?: Answer;
  fault?: Fault | undefined;
}

const read = (field: Field, given: string[]): Reading => {
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

/** One kind of line break, nothing unprintable, nothing around it: so that the same words are the same text. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').trim();

const textsIn = (value: unknown): string[] => {
  const parsed = values.safeParse(value);
  return parsed.success ? parsed.data.map(plain).filter(Boolean) : [];
};

const parseDropped = (question: string, value: unknown): DroppedText[] =>
  textsIn(value)
    .flatMap((list) => list.split(','))
    .map((hash) => ({ question, fingerprint: hash }));

const parseBase = (text: string): Map<string, string> =>
  new Map(
    text
      .split(',')
      .map((pair): [string, string] => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)])
      .filter(([field, hash]) => field !== '' && hash !== ''),
  );

const writeBase = (base: Iterable<[string, string]>): string => [...base].map((pair) => pair.join(':')).join(',');

/** The hidden field `base` of a page that shows these answers in these fields. */
export const baseOf = (shown: Field[], answers: Answers): string =>
  writeBase(shown.map((field): [string, string] => [field.id, fingerprint(valueOf(field, answers))]));

/** `base` of a page that stays open after its form was saved: what it shows is what it posted. */
export const baseAfter = ({ base, fields }: PlanForm): string =>
  writeBase(new Map([...base, ...fields.map((f): [string, string] => [f.question, fingerprint(f.posted)])]));

const entriesOf = (body: unknown): [string, unknown][] =>
  typeof body === 'object' && body !== null ? Object.entries(body) : [];
