import { z } from 'zod';
import { chosenOf, unknownIn } from './choosing.ts';
import { asked, optionsSchema, type Option, type QuestionBase, type QuestionKind } from './kind.ts';

/** A question with several options, of which several may be chosen. */
export interface ManyQuestion extends QuestionBase {
  kind: 'many';
  options: Option[];
}

const schema = z.strictObject({ kind: z.literal('many'), ...asked, options: optionsSchema });

export const many: QuestionKind<ManyQuestion, typeof schema> = {
  schema,
  read: (entry) => entry,
  labels: ({ options }) => options.map(({ label }) => label),
  holds: 'choice',
  parse: (question, given) => ({
    posted: chosenOf(question, given).map(({ id }) => id),
    fault: unknownIn(question.options, given),
  }),
  answer: (question, stored) => (Array.isArray(stored) ? chosenOf(question, stored).map(({ id }) => id) : []),
  fault: () => undefined,
  inWords: (question, answer) => chosenOf(question, answer).map(({ label }) => label),
  options: ({ options }) => options,
  partial: () => 'many',
  hint: 'chooseMany',
  model: () => ({}),
};
