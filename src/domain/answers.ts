/** What was answered: question id to a text, an option's id, the options' ids, or a scale value as text. */
export type Answer = string | string[];
export type Answers = Record<string, Answer>;

/** The kinds of activity; each has a folder in `features/` and is an AGS `tag` (contract). */
export type ActivityKind = 'prep' | 'scenario' | 'handleplan' | 'survey';
