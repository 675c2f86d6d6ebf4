import { cprLike } from '../domain/cpr.ts';
import { fingerprint } from '../responses/merge.ts';

/** Name of the choice "it is no CPR number" beside the field with this id. */
export function cprChoice(field: string): string {
  return `cpr.${field}`;
}

/** What stands for the numbers in a text that look like CPR numbers; one mark for each. */
function marksOf(text: string): string[] {
  return cprLike(text).map((digits) => fingerprint(digits));
}

/**
 * Whether a text holds a number that looks like a CPR number, and that the person has not said is none. Someone who has
 * said so of one number is asked again about another.
 * @param said the marks that came with the form
 */
export function asksAboutCpr(text: string, said: readonly string[]): boolean {
  const known = new Set(said.flatMap((list) => list.split(',')));
  return marksOf(text).some((mark) => !known.has(mark));
}

/** What a text field carries of this: `views/partials/cpr.hbs`. */
export interface CprModel {
  name: string;
  /** Marks of the numbers that the person keeps on purpose, since they are stored; they are not asked about again. */
  known: string;
  /** Marks of those that are asked about now. */
  asked: string;
}

/** @param stored texts that are kept for the field. @param refused the text that was not stored, where there is one. */
export function cprModel(
  field: string,
  { stored, refused = '' }: { stored: string[]; refused?: string | undefined },
): CprModel {
  return {
    name: cprChoice(field),
    known: [...new Set(stored.flatMap(marksOf))].join(','),
    asked: marksOf(refused).join(','),
  };
}
