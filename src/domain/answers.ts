/** What was answered: question id to a text, an option's id, the options' ids, or a scale value as text. */
export type Answer = string | string[];
export type Answers = Record<string, Answer>;

/** The name of a kind of activity, which is an AGS `tag` too (contract). The kinds there are: `src/activities/kinds.ts`. */
export type ActivityKind = string;
