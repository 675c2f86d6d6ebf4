import { cprLike } from '../domain/cpr.ts';
import { fingerprint } from '../responses/merge.ts';

/** Name of the choice "this is not a CPR number" beside the field with this id. */
export function cprChoice(field: string): string {
  return `cpr.${field}`;
}

/** Marks for the numbers in a text that look like CPR numbers, one mark for each. */
function marksOf(text: string): string[] {
  return cprLike(text).map((digits) => fingerprint(digits));
}

/**
 * Whether a text holds a number that looks like a CPR number, and that the person has not said is something else.
 * Having said so about one number, they are still asked about another.
 * @param said the marks that came with the form
 */
export function asksAboutCpr(text: string, said: readonly string[]): boolean {
  const known = new Set(said.flatMap((list) => list.split(',')));
  return marksOf(text).some((mark) => !known.has(mark));
}

/** What a text field needs for this: `views/partials/cpr.hbs`. */
export interface CprModel {
  name: string;
  /**
   * Marks of the numbers that the person has chosen to keep, as they are stored; the page does not ask about these
   * again.
   */
  known: string;
  /** Marks of the numbers that the page asks about now. */
  asked: string;
}

/** @param stored texts stored for the field @param refused the text that was not stored, if there is one */
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
