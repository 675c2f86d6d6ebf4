import { createHash } from 'node:crypto';
import type { Answer, Answers } from '../domain/answers.ts';

/** One field of a posted form, and what that form showed when it was rendered. */
export interface FieldChange {
  question: string;
  kind: 'text' | 'choice';
  posted: Answer;
  /** `fingerprint` of the value the page showed; empty where that is unknown. */
  base: string;
  /**
   * Random id of the page that was rendered; empty where unknown. A page that was left and come back to (or whose answer
   * got lost on the way) shows what it wrote itself, though its `base` is older.
   */
  page: string;
  /** Version of what is agreed to by this answer, where that must be known afterwards. */
  wording?: string;
}

/** A kept text that the person has asked to have removed. */
export interface DroppedText {
  question: string;
  fingerprint: string;
}

export interface Draft {
  draft: Answers;
  other: Record<string, string[]>;
  writers: Record<string, string>;
}

const ownEntry = <Value>(record: Record<string, Value>, question: string): Value | undefined =>
  Object.hasOwn(record, question) ? record[question] : undefined;

/** The answer to a question; undefined where there is none (also for ids such as `constructor`). */
export const answerOf = (answers: Answers, question: string): Answer | undefined => ownEntry(answers, question);

/** The other texts that are kept for a question. */
export const othersOf = (other: Draft['other'], question: string): string[] => ownEntry(other, question) ?? [];

/** Short hash of an answer, by which a form remembers what it showed. The order of several options does not matter. */
export const fingerprint = (answer: Answer | undefined): string => {
  const value = Array.isArray(answer) ? [...answer].sort() : (answer ?? '');
  if (value.length === 0) return 'none';
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 10);
};

/**
 * Merges a posted form into a draft, field by field, so that a second tab or device never costs a text.
 * A field that the person did not touch leaves what is stored. A field that was touched wins; where a text that this
 * page never showed would be lost by that, it is kept beside.
 */
export const mergeDraft = (stored: Draft, changes: FieldChange[], dropped: DroppedText[] = []): Draft => {
  const draft = { ...stored.draft };
  const writers = { ...stored.writers };
  const other = withoutDropped(stored.other, dropped);
  for (const change of changes) {
    const before = answerOf(draft, change.question);
    if (fingerprint(change.posted) === change.base) continue;
    const isOwn = change.page !== '' && ownEntry(writers, change.question) === change.page;
    draft[change.question] = change.posted;
    writers[change.question] = change.page;
    if (change.kind !== 'text') continue;
    const beside = othersOf(other, change.question);
    const kept = textsKept(change, isOwn ? beside : [...beside, asText(before)]);
    if (kept.length > 0) other[change.question] = kept;
    else Reflect.deleteProperty(other, change.question);
  }
  return { draft, other, writers };
};

/** Those of the texts that would be lost: neither continued by this page nor contained in what it wrote. */
const textsKept = ({ base, posted }: FieldChange, texts: string[]): string[] =>
  [...new Set(texts)].filter((text) => text !== '' && fingerprint(text) !== base && !asText(posted).includes(text));

const asText = (answer: Answer | undefined): string => (Array.isArray(answer) ? answer.join(', ') : (answer ?? ''));

const withoutDropped = (other: Draft['other'], dropped: DroppedText[]): Draft['other'] =>
  Object.fromEntries(
    Object.entries(other)
      .map(([question, texts]): [string, string[]] => [
        question,
        texts.filter((text) => !dropped.some((d) => d.question === question && d.fingerprint === fingerprint(text))),
      ])
      .filter(([, texts]) => texts.length > 0),
  );
