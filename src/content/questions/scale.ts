import { z } from 'zod';
import { lineSchema } from '../schema.ts';
import { chosenOf, oneOption } from './choosing.ts';
import { asked, type Option, type QuestionBase, type QuestionKind } from './kind.ts';

/** Numbers in a row, each with its label. The answer is the option's id: '1' to '5' in a package. */
export interface ScaleQuestion extends QuestionBase {
  kind: 'scale';
  options: Option[];
  /** How it looks; default: rows on a phone. */
  look?: 'numbers' | 'mood';
}

/** From this many numbers on, the boxes need more than one row on a phone. */
const WIDE = 8;

const schema = z.strictObject({
  kind: z.literal('scale'),
  ...asked,
  /** The labels for 1, 2, 3, 4 and 5. */
  labels: z.array(lineSchema).length(5),
});

export const scale: QuestionKind<ScaleQuestion, typeof schema> = {
  ...oneOption,
  schema,
  read: ({ labels, ...question }) => ({ ...question, options: scaleOptions(labels) }),
  labels: ({ labels }) => labels,
  inWords: (question, answer) => chosenOf(question, answer).map(({ id, label }) => `${id}: ${label}`),
  partial: ({ look = 'scale' }) => look,
  hint: '',
  model: ({ options }) => ({ isWide: options.length >= WIDE }),
};

/** The labels of a scale as options, from 1. */
export function scaleOptions(labels: readonly string[]): Option[] {
  return labels.map((label, index) => ({ id: String(index + 1), label }));
}
