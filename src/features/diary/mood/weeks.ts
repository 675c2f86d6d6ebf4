import type { Viewer } from '../../../domain/viewer.ts';
import { addDays, weekNumberOf, type Day } from '../../../domain/week.ts';
import type { OwnNote, OwnNotes } from '../../../forms/ownNotes.ts';
import { sumUp, weekEntries } from './entries.ts';

/** A week of the diary in numbers, without any of its text. */
export interface MoodWeek {
  monday: Day;
  sunday: Day;
  number: number;
  /** Days with anything written. */
  days: number;
  /** Mean of the days with a mood, 1 to 5; undefined if there is none. */
  mean: number | undefined;
}

/** The weeks with any entry, latest first. */
export function writtenWeeks(notes: OwnNote[]): MoodWeek[] {
  return notes
    .map(({ part, draft }) => {
      const { days, mean } = sumUp(weekEntries(part, draft));
      return { monday: part, sunday: addDays(part, 6), number: weekNumberOf(part), days, mean };
    })
    .filter(({ days }) => days > 0)
    .reverse();
}

/** For the person's own summary. */
export async function moodWeeks(
  diaryWeeks: OwnNotes,
  { room, person }: Pick<Viewer, 'room' | 'person'>,
): Promise<MoodWeek[]> {
  return writtenWeeks(await diaryWeeks.ofPerson(room, person));
}
