import { z } from 'zod';
import { chosenOf, unknownIn } from './choosing.ts';
import { exitLabels, exitOptions, exits, refuseDoubleExit } from './exits.ts';
import { idSchema, lineSchema, uniqueIds } from '../reading/schema.ts';
import { asked, MOST_OPTIONS, type Option, type QuestionBase, type QuestionKind } from './kind.ts';

/** A question with several options, of which several may be chosen. */
export interface ManyQuestion extends QuestionBase {
  kind: 'many';
  options: Option[];
}

const optionsSchema = z
  .array(
    z.strictObject({
      id: idSchema,
      label: lineSchema,
      /** It excludes the others: "none of them". */
      isAlone: z.boolean().optional(),
    }),
  )
  .min(2)
  .max(MOST_OPTIONS)
  .superRefine(uniqueIds);

const schema = z
  .strictObject({ kind: z.literal('many'), ...asked, ...exits, options: optionsSchema })
  .superRefine(refuseDoubleExit);

export const many: QuestionKind<ManyQuestion, typeof schema> = {
  schema,
  read: ({ dontKnow, noAnswer, options, ...question }) => ({
    ...question,
    options: [...options, ...exitOptions({ dontKnow, noAnswer })],
  }),
  labels: ({ options, ...entry }) => [...options.map(({ label }) => label), ...exitLabels(entry)],
  holds: 'choice',
  parse: (question, given) => ({
    posted: withoutContradiction(chosenOf(question, given)).map(({ id }) => id),
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

/** Beside a real answer, "none of them" and "don't know" fall away; of several such, the first stays. */
function withoutContradiction(chosen: Option[]): Option[] {
  const real = chosen.filter(({ isAlone, isExit }) => !isAlone && !isExit);
  return real.length > 0 ? real : chosen.slice(0, 1);
}
