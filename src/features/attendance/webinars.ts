import { weekBegins, weekNow, type Schedule } from '../../domain/schedule.ts';
import { daysBetween, nextWeekday, type Day } from '../../domain/week.ts';

/** The day of the webinar of a week of the course, from 1; empty if it is not known. */
export function webinarDayOf(schedule: Schedule, week: number): Day {
  const begins = weekBegins(schedule, week);
  return begins === '' || !schedule.webinar ? '' : nextWeekday(begins, schedule.webinar.weekday);
}

/** The week of the course that a day lies in, also after the webinar was moved; undefined without a start date. */
export function courseWeekOf({ start }: Schedule, day: Day): number | undefined {
  return start === '' ? undefined : Math.floor(daysBetween(start, day) / 7) + 1;
}

/** The webinar that an instructor most likely wants to note: this week's, or the first that nothing is noted of. */
export function likelyWeek(schedule: Schedule, weeks: number, given: { now: number; noted: ReadonlySet<number> }) {
  const current = weekNow(schedule, given.now);
  if (current !== undefined) return Math.min(Math.max(current, 1), weeks);
  for (let week = 1; week <= weeks; week += 1) if (!given.noted.has(week)) return week;
  return weeks;
}
