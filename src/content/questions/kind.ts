import { z } from 'zod';
import type { Answer } from '../../domain/answers.ts';
import type { Picture } from '../course.ts';
import { idSchema, lineSchema, paragraphSchema, uniqueIds } from '../schema.ts';

/** What every question has, whatever its kind. */
export interface QuestionBase {
  /** Unique in its form, lower-case ASCII with hyphens. */
  id: string;
  ask: string;
  /** Help shown under the question; empty where there is none. */
  hint: string;
  /** Whether the form can be sent without an answer. */
  required: boolean;
  /** What is chosen on the page as long as this person has answered nothing; no answer until the form is posted. */
  suggested?: string;
  /** Hash of what is agreed to here. Where given, it is kept with the answer, and when it was given. */
  wording?: string;
}

export interface Option {
  id: string;
  label: string;
  /** A few words more; shown with the picture. */
  about?: string;
  picture?: Picture;
}

/** What may be wrong with an answer that came. */
export type AnswerFault = { cause: 'too-long'; length: number } | { cause: 'repeated' | 'unknown-option' };

export interface Parsed {
  /** Undefined where nothing of it can be saved. */
  posted?: Answer;
  fault?: AnswerFault | undefined;
}

/** All that is particular to one kind of question. The registry is in `kinds.ts`. */
export interface QuestionKind<Asked extends QuestionBase, Schema extends z.ZodObject> {
  /** A question of this kind as a package writes it. */
  schema: Schema;
  read(entry: z.output<Schema>): Asked;
  /** What people read of an entry, beside what it asks and its hint. */
  labels(entry: z.output<Schema>): string[];
  /** Whether two versions of an answer are kept beside each other (text), or the later one counts (choice). */
  holds: 'text' | 'choice';
  /** @param given what the form's field held: one value for each control that was filled in */
  parse(question: Asked, given: string[]): Parsed;
  /** The stored answer as this version of the question understands it. */
  answer(question: Asked, stored: Answer | undefined): Answer;
  /** What keeps an answer from being sent. */
  fault(question: Asked, answer: Answer): AnswerFault | undefined;
  inWords(question: Asked, answer: Answer): string[];
  /** What can be chosen; empty where nothing is. */
  options(question: Asked): readonly Option[];
  /** The template in `views/partials`. */
  partial(question: Asked): string;
  /** What is said where the question has no hint of its own. */
  hint: 'chooseOne' | 'chooseMany' | '';
  /** What the template needs beside the words, the answer and the options. */
  model(question: Asked): object;
}

/** What every question in a package has. */
export const asked = {
  id: idSchema,
  ask: lineSchema,
  hint: paragraphSchema.default(''),
  required: z.boolean().default(false),
};

export const optionsSchema = z
  .array(z.strictObject({ id: idSchema, label: lineSchema }))
  .min(2)
  .max(12)
  .superRefine(uniqueIds);
