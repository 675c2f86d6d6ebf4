import { addDays, mondayOf, type Day } from '../../../domain/week.ts';
import type { OwnNote } from '../../../forms/ownNotes.ts';
import { weekEntries } from './entries.ts';

/** The latest five days with a mood, all within nine days, must each have one of the two lowest of five moods. */
const MANY = 5;
const LOWEST = 2;
const DAYS_BACK = 9;

/**
 * Whether most recent days were hard, by the person's own choice of mood. Used only to show a quiet word, and stored
 * nowhere.
 */
export function hadManyHardDays(notes: readonly OwnNote[], today: Day): boolean {
  const since = addDays(today, -DAYS_BACK);
  const mondays = [...new Set([mondayOf(since), mondayOf(addDays(since, 7)), mondayOf(today)])];
  const moods = mondays
    .flatMap((monday) => weekEntries(monday, notes.find(({ part }) => part === monday)?.draft))
    .filter(({ day, mood }) => mood > 0 && day >= since && day <= today)
    .map(({ mood }) => mood)
    .slice(-MANY);
  return moods.length === MANY && moods.every((mood) => mood <= LOWEST);
}
