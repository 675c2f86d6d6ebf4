import { createHash } from 'node:crypto';
import type { Answer, Answers } from '../domain/answers.ts';

/** One field of a posted form, and what the form showed when it was rendered. */
export interface FieldChange {
  question: string;
  kind: 'text' | 'choice';
  posted: Answer;
  /** `fingerprint` of the value that the page showed; empty if unknown. */
  base: string;
  /**
   * Random id of the rendered page; empty if unknown. If the person left the page and came back, or if the answer to a
   * save was lost, the page shows what it wrote itself, although its `base` is older.
   */
  page: string;
  /**
   * When the page sent this, by its own clock, always rising: two saves of one page may overtake each other. 0 if
   * unknown, as without scripts.
   */
  turn?: number;
  /** Version of the text that this answer agrees to, if that must be known afterwards. */
  wording?: string;
}

/** A kept text that the person has asked to remove. */
export interface DroppedText {
  question: string;
  fingerprint: string;
}

/**
 * Limits for the characters in a document, and for the kept texts of a question: several times what any form has room
 * for. Every save writes the whole document, so an ever-growing document would slow everybody down.
 */
const LARGEST = 200_000;
const MOST_OTHERS = 20;
/** A late save arrives within seconds, and hardly anyone writes on this many pages at once. */
const MOST_TURNS = 8;

/** Nothing was saved: the document would exceed its limit, and no text may be dropped silently. */
export class TooMuchKept extends Error {
  constructor() {
    super('A document would hold more than it may.');
    this.name = 'TooMuchKept';
  }
}

export interface Draft {
  draft: Answers;
  other: Record<string, string[]>;
  writers: Record<string, string>;
  /** The latest merged turn of each of the pages that saved last. */
  turns: Record<string, number>;
}

function ownEntry<Value>(record: Record<string, Value>, question: string): Value | undefined {
  return Object.hasOwn(record, question) ? record[question] : undefined;
}

/** The answer to a question; undefined if there is none (also for ids such as `constructor`). */
export function answerOf(answers: Answers, question: string): Answer | undefined {
  return ownEntry(answers, question);
}

/** The other texts kept for a question. */
export function othersOf(other: Draft['other'], question: string): string[] {
  return ownEntry(other, question) ?? [];
}

/** Short hash of an answer, which lets a form remember what it showed. The order of several options does not matter. */
export function fingerprint(answer: Answer | undefined): string {
  const value = Array.isArray(answer) ? [...answer].sort() : (answer ?? '');
  if (value.length === 0) return 'none';
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 10);
}

/**
 * Merges a posted form into a draft, field by field, so that a second tab or device never loses a text. A save that a
 * later save of the same page has overtaken changes nothing. A field that the person did not touch leaves the stored
 * answer. A field that was touched wins; if it would replace a text that this page never showed, that text is kept
 * beside it.
 * @throws {TooMuchKept}
 */
export function mergeDraft(stored: Draft, changes: FieldChange[], dropped: DroppedText[] = []): Draft {
  const draft = { ...stored.draft };
  const writers = { ...stored.writers };
  const other = withoutDropped(stored.other, dropped);
  for (const change of changes.filter((one) => !isOvertaken(one, stored.turns))) {
    const before = answerOf(draft, change.question);
    const isOwn = change.page !== '' && ownEntry(writers, change.question) === change.page;
    // A page may return a field it wrote itself to the value it first showed, even if the answer to its save got lost.
    if (fingerprint(change.posted) === change.base && !isOwn) continue;
    draft[change.question] = change.posted;
    writers[change.question] = change.page;
    if (change.kind !== 'text') continue;
    const beside = othersOf(other, change.question);
    const kept = textsKept(change, isOwn ? beside : [...beside, asText(before)]);
    if (kept.length > 0) other[change.question] = kept;
    else Reflect.deleteProperty(other, change.question);
  }
  return bounded({ draft, other, writers, turns: turnsAfter(stored.turns, changes) }, stored);
}

/** Whether the page has since sent everything again, and that later save has been merged. */
function isOvertaken({ page, turn = 0 }: FieldChange, turns: Draft['turns']): boolean {
  return turn > 0 && turn < (ownEntry(turns, page) ?? 0);
}

function turnsAfter(turns: Draft['turns'], changes: FieldChange[]): Draft['turns'] {
  const latest = new Map(Object.entries(turns));
  for (const { page, turn = 0 } of changes)
    if (page !== '' && turn > 0) latest.set(page, Math.max(turn, latest.get(page) ?? 0));
  return Object.fromEntries([...latest].sort(([, one], [, other]) => other - one).slice(0, MOST_TURNS));
}

/** A document that is already too large may still be made smaller. */
function bounded(merged: Draft, stored: Draft): Draft {
  const size = sizeOf(merged);
  const others = mostOthersIn(merged);
  if (size > LARGEST && size > sizeOf(stored)) throw new TooMuchKept();
  if (others > MOST_OTHERS && others > mostOthersIn(stored)) throw new TooMuchKept();
  return merged;
}

function sizeOf({ draft, other }: Draft): number {
  return [...Object.values(draft), ...Object.values(other)].flat().reduce((sum, text) => sum + text.length, 0);
}

function mostOthersIn({ other }: Draft): number {
  return Math.max(0, ...Object.values(other).map(({ length }) => length));
}

/** The texts that would be lost: neither continued by this page nor contained in what it wrote. */
function textsKept({ base, posted }: FieldChange, texts: string[]): string[] {
  return [...new Set(texts)].filter(
    (text) => text !== '' && fingerprint(text) !== base && !asText(posted).includes(text),
  );
}

function asText(answer: Answer | undefined): string {
  return Array.isArray(answer) ? answer.join(', ') : (answer ?? '');
}

function withoutDropped(other: Draft['other'], dropped: DroppedText[]): Draft['other'] {
  return Object.fromEntries(
    Object.entries(other)
      .map(([question, texts]): [string, string[]] => [
        question,
        texts.filter((text) => !dropped.some((d) => d.question === question && d.fingerprint === fingerprint(text))),
      ])
      .filter(([, texts]) => texts.length > 0),
  );
}
