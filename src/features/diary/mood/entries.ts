import type { Question } from '../../../content/course.ts';
import type { Answers } from '../../../domain/answers.ts';
import type { Language } from '../../../domain/viewer.ts';
import { addDays, weekdayOf, weekdays, type Day } from '../../../domain/week.ts';
import { answerOf } from '../../../responses/merge.ts';
import { texts } from '../../../text/texts.ts';

/** The activity id of the diary (contract), and its address in a room. */
export const DIARY = 'humoerdagbog';

/** How many days back a day may still be filled in or corrected. */
export const LONGEST_BACK = 400;

export const MOODS = ['1', '2', '3', '4', '5'] as const;

/** A day of the diary. Texts are empty if nothing was written. */
export interface DayEntry {
  day: Day;
  /** 1 to 5; 0 if none was chosen. */
  mood: number;
  did: string;
  helped: string;
}

/** Ids of a day's answers in its week's note. */
export function idsOf(day: Day) {
  const weekday = weekdayOf(day);
  return { mood: `humoer-${weekday}`, did: `lavede-${weekday}`, helped: `hjalp-${weekday}` };
}

/** The seven days of a week, as written. */
export function weekEntries(monday: Day, draft: Answers = {}): DayEntry[] {
  return weekdays.map((weekday) => {
    const day = addDays(monday, weekday - 1);
    const ids = idsOf(day);
    const text = (id: string) => {
      const answer = answerOf(draft, id);
      return typeof answer === 'string' ? answer : '';
    };
    const mood = MOODS.indexOf(text(ids.mood) as (typeof MOODS)[number]) + 1;
    return { day, mood, did: text(ids.did), helped: text(ids.helped) };
  });
}

export function isWritten({ mood, did, helped }: DayEntry): boolean {
  return mood > 0 || did !== '' || helped !== '';
}

/** How many days have an entry, how many a mood, and the mean mood; no other interpretation. */
export function sumUp(entries: DayEntry[]): { days: number; moods: number; mean: number | undefined } {
  const moods = entries.map(({ mood }) => mood).filter((mood) => mood > 0);
  const sum = moods.reduce((total, mood) => total + mood, 0);
  return {
    days: entries.filter(isWritten).length,
    moods: moods.length,
    mean: moods.length > 0 ? sum / moods.length : undefined,
  };
}

/** The questions about a day. None of them is required. */
export function questionsOf(day: Day, { today, language }: { today: Day; language: Language }): Question[] {
  const text = texts[language].diary;
  const ids = idsOf(day);
  const words = (id: string, ask: string, hint: string): Question => ({
    kind: 'text',
    id,
    ask,
    hint,
    required: false,
    maxLength: 1000,
  });
  return [
    {
      kind: 'scale',
      id: ids.mood,
      ask: day === today ? text.mood : text.moodPast,
      hint: '',
      required: false,
      look: 'mood',
      options: MOODS.map((id) => ({ id, label: text.moods[id] })),
    },
    words(ids.did, text.did, text.didHint),
    words(ids.helped, text.helped, text.helpedHint),
  ];
}
