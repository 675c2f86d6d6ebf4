import { z } from 'zod';
import type { Answer } from '../../domain/answers.ts';
import { idSchema, lineSchema, paragraphSchema, uniqueIds } from '../reading/schema.ts';
import type { Picture } from '../media.ts';

/** What every question has, whatever its kind. */
export interface QuestionBase {
  /** Unique in its form, lower-case ASCII with hyphens. */
  id: string;
  ask: string;
  /** Help shown below the question; empty if there is none. */
  hint: string;
  /** True if the form cannot be sent without an answer. */
  required: boolean;
  /** Selected on the page while this person has not answered; it becomes an answer only when the form is posted. */
  suggested?: string;
  /** Safe HTML shown above it, which introduces the questions from here on. */
  above?: { html: string };
  /** Its options are buttons: pressing one is the answer and leads to the next page. Only for the kind `one`. */
  leadsOn?: boolean | undefined;
  /** Set if it only follows up on certain answers to a question above it on the same page. */
  when?: FollowUp | undefined;
  /** Hash of the text that is agreed to. If set, it is stored with the answer and the time of the answer. */
  wording?: string;
}

/** The earlier question, and the options that lead to the follow-up: one of them is enough. */
export interface FollowUp {
  question: string;
  is: string[];
}

export interface Option {
  id: string;
  label: string;
  /** Set if the option says that there is no answer: "ved ikke" or "vil ikke svare". It is in no mean and no score. */
  isExit?: true;
  /** Set if it excludes all other options: "ingen af dem". */
  isAlone?: boolean | undefined;
  /** A short description, shown with the picture. */
  about?: string;
  picture?: Picture;
}

/** What may be wrong with a submitted answer. */
export type AnswerFault =
  | { cause: 'too-long'; length: number }
  /** Not a whole number. A `text` is too long to be stored, and is kept here for the page to show. */
  | { cause: 'not-whole'; text?: string }
  | { cause: 'out-of-bounds'; min: number; max: number }
  | { cause: 'repeated' | 'unknown-option' };

export interface Parsed {
  /** What can be saved; undefined if nothing can. */
  posted?: Answer;
  fault?: AnswerFault | undefined;
}

/** Everything particular to one kind of question. The registry is in `kinds.ts`. */
export interface QuestionKind<Asked extends QuestionBase, Schema extends z.ZodObject> {
  /** A question of this kind as a package writes it. */
  schema: Schema;
  read(entry: z.output<Schema>): Asked;
  /** The visible words of an entry, apart from the question and its hint. */
  labels(entry: z.output<Schema>): string[];
  /** Whether both versions of an answer are kept if they differ (text), or the later one wins (choice). */
  holds: 'text' | 'choice';
  /** @param given values of the form's field: one for each control that was filled in */
  parse(question: Asked, given: string[]): Parsed;
  /** The stored answer as this version of the question understands it. */
  answer(question: Asked, stored: Answer | undefined): Answer;
  /** What prevents an answer from being sent. */
  fault(question: Asked, answer: Answer): AnswerFault | undefined;
  inWords(question: Asked, answer: Answer): string[];
  /** The options to choose from; empty if there are none. */
  options(question: Asked): readonly Option[];
  /** The template in `views/partials`. */
  partial(question: Asked): string;
  /** The hint for a question without one of its own. */
  hint: 'chooseOne' | 'chooseMany' | '';
  /** What the template needs besides the words, the answer and the options. */
  model(question: Asked): object;
}

export const MOST_OPTIONS = 14;

/** Options of scales are numbers, which YAML does not read as text. */
const optionIdSchema = z.preprocess((id) => (typeof id === 'number' ? String(id) : id), z.string());

/** What every question in a package has. */
export const asked = {
  id: idSchema,
  ask: lineSchema,
  hint: paragraphSchema.default(''),
  required: z.boolean().default(false),
  when: z
    .strictObject({
      question: idSchema,
      /** An option of that question, or a list of them. */
      is: z.preprocess((is) => [is].flat(), z.array(optionIdSchema).min(1)),
    })
    .optional(),
};

export const optionsSchema = z
  .array(z.strictObject({ id: idSchema, label: lineSchema }))
  .min(2)
  .max(MOST_OPTIONS)
  .superRefine(uniqueIds);
