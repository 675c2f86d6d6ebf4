import { z } from 'zod';
import type { Option, QuestionBase, QuestionKind } from './kind.ts';
import { many } from './many.ts';
import { one } from './one.ts';
import { scale } from './scale.ts';
import { text } from './text.ts';

/** Every kind of question. A new one is its file, its template in `views/partials`, and a line here. */
export const questionKinds = { text, one, many, scale };

type Kinds = typeof questionKinds;
type Kind = Kinds[keyof Kinds];
type Schema = Kind['schema'];

export type Question = ReturnType<Kind['read']>;
/** A question as a package writes it. */
export type QuestionEntry = z.output<Schema>;

const schemas = Object.values(questionKinds).map(({ schema }) => schema) as [Schema, ...Schema[]];
export const questionSchema = z.discriminatedUnion('kind', schemas);

/** The kind of a question, for whatever is to be done with it. */
export function kindOf({ kind }: { kind: Question['kind'] }): QuestionKind<Question & QuestionBase, z.ZodObject> {
  return questionKinds[kind];
}

/** What can be chosen; empty where nothing is. */
export function optionsOf(question: Question): readonly Option[] {
  return kindOf(question).options(question);
}

/** Whether it is answered in one's own words. */
export function isInWords(question: Question): boolean {
  return kindOf(question).holds === 'text';
}

export function readQuestion(entry: QuestionEntry): Question {
  return kindOf(entry).read(entry);
}

/** The words of a question beside what it asks. */
export function labelsOf(entry: QuestionEntry): string[] {
  return kindOf(entry).labels(entry);
}
