import { z } from 'zod';
import { pointsOf, type ScaleQuestion } from '../questions/scale.ts';
import { because, type Localized } from '../localized.ts';
import { idSchema, lineSchema, paragraphSchema, uniqueIds } from '../reading/schema.ts';
import type { Item, Score } from './instrument.ts';
import { refusals } from './refusals.ts';
import { rangeOf } from './scores.ts';

const bandSchema = z.strictObject({
  id: idSchema,
  label: lineSchema,
  from: z.number(),
  to: z.number(),
  offersHelp: z.boolean().default(false),
});

const scoreSchema = z.strictObject({
  id: idSchema,
  label: lineSchema,
  /** Ids of scale questions; default: all of the instrument. */
  items: z.array(idSchema).min(2).optional(),
  how: z.enum(['sum', 'mean']).default('sum'),
  factor: z.number().positive().default(1),
  reversed: z.array(idSchema).default([]),
  mayMiss: z.int().min(0).default(0),
  better: z.enum(['high', 'low']).default('high'),
  bands: z.array(bandSchema).default([]).superRefine(uniqueIds),
});

type ScoreEntry = z.output<typeof scoreSchema>;

/** What an instrument's file contains besides its questions. */
export const aboutInstrument = {
  source: paragraphSchema.default(''),
  licence: paragraphSchema.default(''),
  comparableWith: z.array(z.int().min(1)).default([]),
  goesUp: z.boolean().default(false),
  scores: z.array(scoreSchema).default([]).superRefine(uniqueIds),
};

/** The score of an entry, without what is wrong in it. */
export function scoreFrom(entry: ScoreEntry, scales: readonly ScaleQuestion[]): Score {
  const { items: named, reversed, ...score } = entry;
  const items = scales
    .filter(({ id }) => named?.includes(id) ?? true)
    .map((one) => itemOf(one, reversed.includes(one.id)));
  return { ...score, items };
}

function itemOf(question: ScaleQuestion, isReversed: boolean): Item {
  const points = pointsOf(question).map(({ id }) => Number(id));
  return { question: question.id, low: points[0] ?? 0, high: points.at(-1) ?? 0, isReversed };
}

interface ScoresEntry {
  version: number;
  comparableWith: readonly number[];
  scores: readonly ScoreEntry[];
}

/** Reports what is impossible in an instrument's scoring. */
export function checkScores(entry: ScoresEntry, scales: readonly ScaleQuestion[], context: z.RefinementCtx): void {
  const refuse = (path: PropertyKey[], said: Localized) =>
    context.addIssue({ code: 'custom', path, input: entry, ...because(said) });
  for (const [index, earlier] of entry.comparableWith.entries())
    if (earlier >= entry.version) refuse(['comparableWith', index], refusals.laterVersion(earlier, entry.version));
  for (const [index, score] of entry.scores.entries())
    for (const { at, said } of faultsOf(score, scales)) refuse(['scores', index, ...at], said);
}

interface Refused {
  at: PropertyKey[];
  said: Localized;
}

function faultsOf(entry: ScoreEntry, scales: readonly ScaleQuestion[]): Refused[] {
  const known = new Set(scales.map(({ id }) => id));
  const unknown = (['items', 'reversed'] as const).flatMap((at) =>
    (entry[at] ?? []).filter((id) => !known.has(id)).map((id) => ({ at: [at], said: refusals.unknownItem(id) })),
  );
  const score = scoreFrom(entry, scales);
  if (unknown.length > 0) return unknown;
  const isTooFew = entry.mayMiss >= score.items.length;
  return [
    ...(isTooFew ? [{ at: ['mayMiss'], said: refusals.missesAll(entry.mayMiss, score.items.length) }] : []),
    ...bandFaults(score),
  ];
}

/** Bands follow one another in whole numbers, from the lowest score to the highest. */
function bandFaults(score: Score): Refused[] {
  const { low, high } = rangeOf(score);
  const [first, last] = [score.bands[0], score.bands.at(-1)];
  if (!first || !last) return [];
  const gap = score.bands.findIndex(({ from }, index) => index > 0 && from !== (score.bands[index - 1]?.to ?? 0) + 1);
  if (gap > 0) return [{ at: ['bands', gap, 'from'], said: refusals.bandGap }];
  const isWhole = first.from === low && last.to === high;
  return isWhole ? [] : [{ at: ['bands'], said: refusals.bandsReach(low, high) }];
}
