import { z } from 'zod';
import { because, type Localized } from '../localized.ts';
import { lineSchema } from '../reading/schema.ts';
import { chosenOf, oneOption } from './choosing.ts';
import { exitLabels, exitOptions, exits } from './exits.ts';
import { asked, type Option, type QuestionBase, type QuestionKind } from './kind.ts';
import { refusals } from './refusals.ts';

/** Numbers in a row, each with its label. The answer is the option's id: the number. */
export interface ScaleQuestion extends QuestionBase {
  kind: 'scale';
  /** In the order in which they are shown; the ways out are last. */
  options: Option[];
  /** How it looks; default: rows on a phone. */
  look?: 'numbers' | 'ends' | 'mood' | 'statement';
  /** The group of statements it belongs to, under a common question. */
  block?: Block;
}

interface Block {
  id: string;
  ask: string;
  hint: string;
  isFirst: boolean;
}

/** With this many numbers or more, the boxes need several rows on a phone. */
const WIDE = 8;
const MOST_POINTS = 11;

/** What a scale has, wherever a package writes one. */
export const scaled = {
  ...exits,
  /** The lowest number. */
  from: z.int().min(0).max(1).default(1),
  /** A label for each number, from the lowest. */
  labels: z.array(lineSchema).min(2).max(MOST_POINTS).optional(),
  /** Or labels for the ends alone, and the highest number. */
  ends: z.strictObject({ low: lineSchema, high: lineSchema }).optional(),
  to: z.int().max(MOST_POINTS).optional(),
};

type Scaled = z.output<z.ZodObject<typeof scaled>>;

const schema = z.strictObject({ kind: z.literal('scale'), ...asked, ...scaled }).superRefine(checkScale);

export const scale: QuestionKind<ScaleQuestion, typeof schema> = {
  ...oneOption,
  schema,
  read: ({ kind, id, ask, hint, required, when, ...scaling }) => ({
    ...{ kind, id, ask, hint, required, when, options: optionsOfScale(scaling) },
    ...(scaling.ends && { look: 'ends' }),
  }),
  labels: scaleLabels,
  inWords: (question, answer) =>
    chosenOf(question, answer).map(({ id, label, isExit }) => (isExit || label === id ? label : `${id}: ${label}`)),
  partial: ({ look, ...question }) => look ?? (isWide(question) ? 'one' : 'scale'),
  hint: '',
  model: ({ block, ...question }) => ({ isWide: isWide(question), block, isOfFive: pointsOf(question).length === 5 }),
};

function isWide(question: Pick<ScaleQuestion, 'options'>): boolean {
  return pointsOf(question).length >= WIDE;
}

/** Reports what a scale lacks, or has too much of. */
export function checkScale(entry: Scaled, context: z.RefinementCtx): void {
  const refuse = (path: string, said: Localized) =>
    context.addIssue({ code: 'custom', path: [path], input: Reflect.get(entry, path), ...because(said) });
  const { from, to, labels, ends } = entry;
  if ((labels === undefined) === (ends === undefined)) refuse('labels', refusals.labelsOrEnds);
  else if (labels && to !== undefined) refuse('to', refusals.toWithLabels);
  else if (ends && (to === undefined || to <= from || to - from >= MOST_POINTS))
    refuse('to', refusals.toWithEnds(MOST_POINTS, from));
}

export function optionsOfScale({ from, labels, ends, to = from, ...ways }: Scaled): Option[] {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  const points = labels
    ? scaleOptions(labels, from)
    : numbers.map((id, index) => ({ id, label: labelAt(index, numbers, ends) ?? id }));
  return [...points, ...exitOptions(ways)];
}

function labelAt(index: number, { length }: string[], ends: Scaled['ends']): string | undefined {
  if (index === 0) return ends?.low;
  return index === length - 1 ? ends?.high : undefined;
}

export function scaleLabels({ labels = [], ends, ...ways }: Scaled): string[] {
  return [...labels, ...(ends ? [ends.low, ends.high] : []), ...exitLabels(ways)];
}

/** The labels of a scale as options. */
export function scaleOptions(labels: readonly string[], from = 1): Option[] {
  return labels.map((label, index) => ({ id: String(from + index), label }));
}

/** The numbers of a scale, from the lowest, without the ways out of it. */
export function pointsOf({ options }: Pick<ScaleQuestion, 'options'>): Option[] {
  return options.filter(({ isExit }) => !isExit).toSorted((one, other) => Number(one.id) - Number(other.id));
}
