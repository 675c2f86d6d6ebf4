import type { Language } from '../domain/viewer.ts';

/** A sentence in every language of the interface: the editor's pages show one, the command line the English one. */
export type Said = Record<Language, string>;

/** Refuses a value in words that go on after its name: "is a name that…". For `refine` and `addIssue`. */
export function because(said: Said): { params: Refusal } {
  return { params: { said } };
}

/** Refuses a value, which is shown, with what to write instead: "use lower-case letters". */
export function advising(advice: Said): { params: Refusal } {
  return { params: { advice } };
}

/** What `shapeWords.ts` finds in a fault of a schema. */
export interface Refusal {
  said?: Said;
  advice?: Said;
}
