import type { Clock } from '../../../domain/clock.ts';
import type { Language } from '../../../domain/viewer.ts';
import { addDays, dayOf, isDay, mondayOf } from '../../../domain/week.ts';
import type { OwnNotes } from '../../../forms/ownNotes.ts';
import type { OwnPlace } from '../../../forms/ownForm.ts';
import { DIARY, LONGEST_BACK, questionsOf } from './entries.ts';

/** A day's form; undefined if the address names a day that may not be written about, in the future or too long ago. */
export function moodPlace(
  { diaryWeeks, clock }: { diaryWeeks: OwnNotes; clock: Clock },
  { room, person, language }: { room: string; person: string; language: Language },
  day: string,
): OwnPlace | undefined {
  const today = dayOf(clock());
  if (!isDay(day) || day > today || day < addDays(today, -LONGEST_BACK)) return undefined;
  return {
    notes: diaryWeeks,
    of: { room, person, part: mondayOf(day) },
    scope: DIARY,
    questions: questionsOf(day, { today, language }),
  };
}
