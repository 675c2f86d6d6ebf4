import { z } from 'zod';
import { chosenOf, oneOption } from './choosing.ts';
import { exitLabels, exitOptions, exits, refuseDoubleExit } from './exits.ts';
import { asked, optionsSchema, type Option, type QuestionBase, type QuestionKind } from './kind.ts';

/** A question with several options, of which one may be chosen. */
export interface OneQuestion extends QuestionBase {
  kind: 'one';
  options: Option[];
  /** How it looks; default: one option per row. */
  look?: 'pileCard';
}

const schema = z
  .strictObject({
    kind: z.literal('one'),
    ...asked,
    ...exits,
    options: optionsSchema,
    /** Its options are buttons that lead to the next page. */
    leadsOn: z.boolean().optional(),
  })
  .superRefine(refuseDoubleExit);

export const one: QuestionKind<OneQuestion, typeof schema> = {
  ...oneOption,
  schema,
  read: ({ dontKnow, noAnswer, options, ...question }) => ({
    ...question,
    options: [...options, ...exitOptions({ dontKnow, noAnswer })],
  }),
  labels: ({ options, ...entry }) => [...options.map(({ label }) => label), ...exitLabels(entry)],
  inWords: (question, answer) => chosenOf(question, answer).map(({ label }) => label),
  partial: ({ look, leadsOn, options }) =>
    look ?? (leadsOn ? (options.some(({ picture }) => picture) ? 'people' : 'leadsOn') : 'one'),
  hint: 'chooseOne',
};
