import { z } from 'zod';
import { chosenOf, oneOption } from './choosing.ts';
import { asked, optionsSchema, type Option, type QuestionBase, type QuestionKind } from './kind.ts';

/** A question with several options, of which one may be chosen. */
export interface OneQuestion extends QuestionBase {
  kind: 'one';
  options: Option[];
  /** How it looks; default: one option per row. */
  look?: 'pileCard';
}

const schema = z.strictObject({ kind: z.literal('one'), ...asked, options: optionsSchema });

export const one: QuestionKind<OneQuestion, typeof schema> = {
  ...oneOption,
  schema,
  read: (entry) => entry,
  labels: ({ options }) => options.map(({ label }) => label),
  inWords: (question, answer) => chosenOf(question, answer).map(({ label }) => label),
  partial: ({ look, options }) => look ?? (options.some(({ picture }) => picture) ? 'people' : 'one'),
  hint: 'chooseOne',
};
