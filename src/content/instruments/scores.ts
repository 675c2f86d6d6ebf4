import type { Answers } from '../../domain/answers.ts';
import type { Band, Instrument, Item, Score } from './instrument.ts';

/** The score of these answers; undefined if more items lack an answer than may. "Ved ikke" is no answer. */
export function scoreOf({ items, how, factor, mayMiss }: Score, answers: Answers): number | undefined {
  const given = items.flatMap((item) => valueOf(item, answers) ?? []);
  if (given.length === 0 || items.length - given.length > mayMiss) return undefined;
  const mean = given.reduce((sum, value) => sum + value, 0) / given.length;
  return rounded(factor * (how === 'mean' ? mean : mean * items.length));
}

/** The lowest and highest score there can be. */
export function rangeOf({ items, how, factor }: Score): { low: number; high: number } {
  const ends = (end: 'low' | 'high') => items.reduce((sum, item) => sum + item[end], 0);
  const parts = how === 'mean' ? items.length : 1;
  return { low: rounded((factor * ends('low')) / parts), high: rounded((factor * ends('high')) / parts) };
}

/** The band of a score. A number between two bands, as a mean over missing items may be, belongs to the lower one. */
export function bandOf({ bands }: Pick<Score, 'bands'>, score: number): Band | undefined {
  return bands.findLast(({ from }) => from <= score);
}

/** Whether answers to an earlier version of an instrument mean the same as answers to this one. */
export function isComparable({ version, comparableWith }: Instrument, earlier: number): boolean {
  return earlier === version || comparableWith.includes(earlier);
}

function valueOf({ question, low, high, isReversed }: Item, answers: Answers): number | undefined {
  const answer = Object.hasOwn(answers, question) ? answers[question] : undefined;
  const value = typeof answer === 'string' && /^\d{1,2}$/.test(answer) ? Number(answer) : Number.NaN;
  if (!(value >= low && value <= high)) return undefined;
  return isReversed ? low + high - value : value;
}

/** Rounds away the errors of binary fractions. */
function rounded(value: number): number {
  return Number(value.toFixed(6));
}
