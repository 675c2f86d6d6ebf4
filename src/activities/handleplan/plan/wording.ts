import type { Language } from '../../../domain/viewer.ts';
import { addDays, type Day, daysOfWeek, mondayOf, weekNumberOf } from '../../../domain/week.ts';
import { texts } from '../../../text/texts.ts';
import { dateInWords, weekdayInWords } from '../../../text/times.ts';
import { TASKS, taskId, taskTickId, tickId } from './ids.ts';
import type { Plan } from './plan.ts';

/** What the words of a plan depend on. */
export interface Wording {
  language: Language;
  today: Day;
}

export function weekInWords(monday: Day, { language, today }: Wording): string {
  const text = texts[language].handleplan;
  const from = dateInWords(monday, language);
  if (monday === mondayOf(today)) return text.thisWeek(weekNumberOf(monday), from);
  return monday === addDays(mondayOf(today), 7)
    ? text.nextWeek(weekNumberOf(monday), from)
    : text.chosenWeek(weekNumberOf(monday), from);
}

/** A day or a task that can be ticked, by the id of its tick. */
export interface MarkNamed {
  id: string;
  label: string;
  /** The weekday in two letters, and its date; empty for a task. */
  short: string;
  day: Day;
  isToday: boolean;
}

/** The days of a plan's week. */
export function dayMarks({ week }: Plan, { language, today }: Wording): MarkNamed[] {
  return daysOfWeek(week || today).map((day, index) => ({
    id: tickId(index + 1),
    label: `${weekdayInWords(day, language)} ${week ? dateInWords(day, language) : ''}`.trim(),
    short: weekdayInWords(day, language).slice(0, 2),
    day: week === '' ? '' : day,
    isToday: day === today && week !== '',
  }));
}

/** Its tasks, in the person's own words. */
export function taskMarks({ tasks }: Plan, { language }: Wording): MarkNamed[] {
  return TASKS.map((task) => ({
    id: taskTickId(task),
    label: tasks.find(({ id }) => id === taskTickId(task))?.what ?? texts[language].handleplan.fields[taskId(task)].ask,
    short: '',
    day: '',
    isToday: false,
  }));
}
