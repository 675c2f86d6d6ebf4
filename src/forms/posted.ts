import { z } from 'zod';
import type { Question } from '../content/course.ts';
import { kindOf } from '../content/questions/kinds.ts';
import type { Answers } from '../domain/answers.ts';
import type { KeptText } from '../http/problem.ts';
import type { DroppedText, FieldChange } from '../responses/merge.ts';
import { parseBase, type Base } from './base.ts';
import { asksAboutCpr, cprChoice } from './cpr.ts';
import { isStored, type FormFault, type Wrong } from './faults.ts';
import { entriesOf, textsIn, valuesIn } from './values.ts';

/** What a person may ask for with a form's buttons (contract). Each of them saves first. */
export type Intent = 'save' | 'next' | 'back' | 'send';

/**
 * A posted form of answers: the only place where people's text comes in. Parsing gives a form whatever the body holds;
 * unusable values become faults, and no text is dropped.
 */
export interface PostedForm extends Wrong {
  intent: Intent;
  /** What can be saved. This includes a text that is too long, so that the person can take their time to shorten it. */
  fields: FieldChange[];
  dropped: DroppedText[];
  /** By field. A text that seems to hold a CPR number, or is far too long, is here and not in `fields`. */
  faults: Map<string, FormFault>;
  /** The `base` that came with the form: what the page showed. */
  base: Base;
  /** Id of the page that was rendered. */
  page: string;
  /** When the page sent it; 0 without scripts. */
  turn: number;
}

/** Twice the limit of the longest field: anything longer was not written by hand, and would fill the store. */
const LONGEST_KEPT = 20_000;

const FIELD = 'answer.';
const DROP = 'drop.';

const intent = z.enum(['save', 'next', 'back', 'send']).catch('save');
const short = z.string().max(20_000).catch('');
const page = z.string().max(50).catch('');
const turn = z.coerce.number().int().nonnegative().catch(0);

/** @param body as `express.urlencoded` gives it, or anything else */
export function parsePosted(body: unknown, questions: readonly Question[]): PostedForm {
  const posted = new Map(entriesOf(body));
  const form: PostedForm = {
    intent: intentOf(posted, questions),
    fields: [],
    dropped: [],
    faults: new Map(),
    unplacedTexts: [],
    base: parseBase(short.parse(posted.get('base'))),
    page: page.parse(posted.get('page')),
    turn: turn.parse(posted.get('turn')),
  };
  for (const question of questions) {
    const value = posted.get(FIELD + question.id) ?? absent(question, form.base);
    const cprKept = textsIn(posted.get(cprChoice(question.id)));
    if (value !== undefined) readField(question, value, { form, cprKept });
    form.dropped.push(...parseDropped(question.id, posted.get(DROP + question.id)));
  }
  const known = new Set(questions.map(({ id }) => FIELD + id));
  for (const [name, value] of posted) {
    // Fields outside `answer.` belong to the page or to the browser, so only the text of answers could be lost.
    if (name.startsWith(FIELD) && !known.has(name)) form.unplacedTexts.push(...textsIn(value));
  }
  return form;
}

/** A form without an intent whose button was an answer leads on. */
function intentOf(posted: ReadonlyMap<string, unknown>, questions: readonly Question[]): Intent {
  const isAnswered = questions.some(({ id, leadsOn }) => leadsOn && posted.has(FIELD + id));
  return intent.parse(posted.get('intent') ?? (isAnswered ? 'next' : undefined));
}

/**
 * Browsers send nothing for a group without a selected option; `base` tells that the page showed the group. Of options
 * that are buttons, only a pressed one is sent, so another button leaves the answer unchanged.
 */
function absent(question: Question, base: Base): unknown {
  const isEmptied = kindOf(question).holds === 'choice' && !question.leadsOn && base.has(question.id);
  return isEmptied ? [] : undefined;
}

function readField(question: Question, value: unknown, { form, cprKept }: { form: PostedForm; cprKept: string[] }) {
  const { id, wording } = question;
  const kind = kindOf(question);
  const given = valuesIn(value);
  if (!given) {
    form.faults.set(id, { cause: 'unreadable' });
    return;
  }
  const { posted, fault } = kind.parse(question, given);
  const base = form.base.get(id) ?? '';
  if (kind.holds === 'text' && typeof posted === 'string' && asksAboutCpr(posted, cprKept)) {
    form.faults.set(id, { cause: 'cpr', text: posted, base });
    return;
  }
  if (typeof posted === 'string' && posted.length > LONGEST_KEPT) {
    form.faults.set(id, { cause: 'far-too-long', length: posted.length, text: posted, base });
    return;
  }
  if (fault) form.faults.set(id, fault);
  if (posted === undefined) return;
  const { page, turn } = form;
  form.fields.push({ question: id, kind: kind.holds, posted, base, page, turn, ...(wording && { wording }) });
}

function parseDropped(question: string, value: unknown): DroppedText[] {
  return textsIn(value)
    .flatMap((list) => list.split(','))
    .map((hash) => ({ question, fingerprint: hash }));
}

/** Whether the page must be shown again. Someone who goes back is not stopped by what is saved. */
export function isWrong({ faults, unplacedTexts, intent: pressed }: PostedForm): boolean {
  return unplacedTexts.length > 0 || [...faults.values()].some((fault) => pressed !== 'back' || !isStored(fault));
}

/** Whether nothing at all is wrong with the form. */
export function isClean({ faults, unplacedTexts }: Wrong): boolean {
  return faults.size === 0 && unplacedTexts.length === 0;
}

/** What was saved, by field. */
export function savedIn({ fields }: PostedForm): Answers {
  return Object.fromEntries(fields.map(({ question, posted }) => [question, posted]));
}

/** The texts, by field, that are not stored before the person has changed them or been asked about them. */
export function withheldIn({ faults }: Pick<PostedForm, 'faults'>): Record<string, string> {
  return Object.fromEntries([...faults].flatMap(([id, fault]) => ('base' in fault ? [[id, fault.text]] : [])));
}

/** Whether a text is longer than any that is kept. */
export function holdsFarTooLong({ faults }: Pick<PostedForm, 'faults'>): boolean {
  return [...faults.values()].some(({ cause }) => cause === 'far-too-long');
}

/** The answers of any form, to be shown to the person when its activity is not known. */
export function looseTexts(body: unknown, ask: string): KeptText[] {
  return entriesOf(body)
    .filter(([name]) => name.startsWith(FIELD))
    .flatMap(([, value]) => textsIn(value))
    .map((text) => ({ ask, text }));
}
