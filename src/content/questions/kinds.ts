import { z } from 'zod';
import type { Option, QuestionBase, QuestionKind } from './kind.ts';
import { many } from './many.ts';
import { number } from './number.ts';
import { one } from './one.ts';
import { scale } from './scale.ts';
import { statementLabels, statementsOf, statementsSchema, type StatementsEntry } from './statements.ts';
import { text } from './text.ts';

/** Every kind of question. To add one, add its file, its template in `views/partials`, and a line here. */
export const questionKinds = { text, one, many, scale, number };

type Kinds = typeof questionKinds;
type Kind = Kinds[keyof Kinds];
type Schema = Kind['schema'];

export type Question = ReturnType<Kind['read']>;
type OneEntry = z.output<Schema>;
/** A question as a package writes it, or statements with one scale. */
export type QuestionEntry = OneEntry | StatementsEntry;

const schemas = Object.values(questionKinds).map(({ schema }) => schema) as [Schema, ...Schema[]];
export const questionSchema = z.discriminatedUnion('kind', [...schemas, statementsSchema]);

/** The kind of a question. */
export function kindOf({ kind }: { kind: Question['kind'] }): QuestionKind<Question & QuestionBase, z.ZodObject> {
  return questionKinds[kind];
}

/** The options to choose from; empty if there are none. */
export function optionsOf(question: Question): readonly Option[] {
  return kindOf(question).options(question);
}

/** Whether it is answered in free text. */
export function isInWords(question: Question): boolean {
  return kindOf(question).holds === 'text';
}

/** One question, or one for each of several statements. */
export function readQuestion(entry: QuestionEntry): Question[] {
  return entry.kind === 'statements' ? statementsOf(entry) : [kindOf(entry).read(entry)];
}

/** The words of a question, apart from the question itself. */
export function labelsOf(entry: QuestionEntry): string[] {
  return entry.kind === 'statements' ? statementLabels(entry) : kindOf(entry).labels(entry);
}
