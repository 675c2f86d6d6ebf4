/** An answer: a text, an option's id, several options' ids, or a scale value as text. */
export type Answer = string | string[];
export type Answers = Record<string, Answer>;

/** The name of a kind of activity, which is also an AGS `tag` (contract). `src/activities/kinds.ts` lists the kinds. */
export type ActivityKind = string;
