import { addDays, dayOf, daysBetween, instantOf, mondayOf, nextWeekday, type Day, type Weekday } from './week.ts';

/** What an instructor has chosen for a class. If nothing is chosen, everything is open and no webinar is known. */
export interface Schedule {
  /** First day of week 1; empty if not set. */
  start: Day;
  /** `weekly`: each week opens seven days after the previous one; this requires a start date. */
  pace: 'all' | 'weekly';
  /** Id of the course's variant that assigns the modules to weeks; empty for one module a week. */
  rhythm: string;
  /** The weekly webinar; undefined if not set. */
  webinar: { weekday: Weekday; /** As `10:00`, by clocks in Denmark. */ time: string } | undefined;
  /** Where the webinar is held: an https address; empty if not set. */
  link: string;
  /** Where all of the class come from, without the word "Kommune"; empty if not set, or if they come from several. */
  municipality: string;
}

export const nothingChosen: Schedule = {
  start: '',
  pace: 'all',
  rhythm: '',
  webinar: undefined,
  link: '',
  municipality: '',
};

export interface Webinar {
  /** The course week it belongs to, from 1; 0 if the class has no start date. */
  week: number;
  /** Milliseconds since 1970. */
  begins: number;
  ends: number;
}

/** Identifies a webinar of a class even after it was moved: by its week of the course, or of the calendar. */
export function webinarKey({ week, begins }: Webinar): string {
  return week === 0 ? mondayOf(dayOf(begins)) : String(week);
}

export const WEBINAR_MS = 60 * 60 * 1000;

/** First day of a course week; empty if the class has no start date. @param number from 1 */
export function weekBegins({ start }: Schedule, number: number): Day {
  return start === '' ? '' : addDays(start, (number - 1) * 7);
}

/** The day a week opens, if that day is in the future; empty if the week is open. */
export function opensLater(schedule: Schedule, number: number, now: number): Day {
  if (schedule.pace !== 'weekly') return '';
  const day = weekBegins(schedule, number);
  return day > dayOf(now) ? day : '';
}

/** The current course week: below 1 before the start, above the last after the end; undefined without a start date. */
export function weekNow({ start }: Schedule, now: number): number | undefined {
  return start === '' ? undefined : Math.floor(daysBetween(start, dayOf(now)) / 7) + 1;
}

/**
 * The webinars that are not over, nearest first: one in each week of the course. Without a start date nobody knows when
 * the course ends, and only the nearest is returned.
 */
export function webinarsAhead(schedule: Schedule, weeks: number, now: number): Webinar[] {
  const { webinar, start } = schedule;
  if (!webinar) return [];
  const held = (week: number, day: Day): Webinar => {
    const begins = instantOf(day, webinar.time);
    return { week, begins, ends: begins + WEBINAR_MS };
  };
  if (start === '') {
    const today = held(0, nextWeekday(dayOf(now), webinar.weekday));
    return [today.ends > now ? today : held(0, addDays(nextWeekday(dayOf(now), webinar.weekday), 7))];
  }
  return Array.from({ length: weeks }, (_, index) => index + 1)
    .map((week) => held(week, nextWeekday(weekBegins(schedule, week), webinar.weekday)))
    .filter(({ ends }) => ends > now);
}
