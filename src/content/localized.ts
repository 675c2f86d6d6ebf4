import type { Language } from '../domain/viewer.ts';

/**
 * A text in every language of the interface: the editors' pages show the reader's, the command line the English one.
 */
export type Localized = Record<Language, string>;

/** For zod's `refine` and `addIssue`: what is wrong with a value, in words that follow its name: "is a name that …". */
export function because(said: Localized): { params: Refusal } {
  return { params: { said } };
}

/** The same with advice on what to write instead: "use lower-case letters". The message then shows the value. */
export function advising(advice: Localized): { params: Refusal } {
  return { params: { advice } };
}

/** The `params` of such an issue, which `reading/shapeWords.ts` turns into a sentence. */
export interface Refusal {
  said?: Localized;
  advice?: Localized;
}
