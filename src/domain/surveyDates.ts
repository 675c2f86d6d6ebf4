import { opensLater, weekBegins, type Schedule } from './schedule.ts';
import { addMonths, dayOf, type Day } from './week.ts';

/**
 * When a survey is answered: before people are chosen for the course, before the course, right after it, three months
 * later.
 */
export type Wave = 'screening' | 'foer' | 'efter' | '3-maaneder';

export interface CourseTime {
  schedule: Schedule;
  /** The course's last week, from 1. */
  lastWeek: number;
  /** Milliseconds since 1970. */
  now: number;
}

/** The day three months after the end of the last week; empty if the class has no start date. */
export function threeMonthsAfter({ schedule, lastWeek }: Omit<CourseTime, 'now'>): Day {
  const ended = weekBegins(schedule, lastWeek + 1);
  return ended === '' ? '' : addMonths(ended, 3);
}

/** The day a survey is meant for; empty if the class has no start date, and for the screening. */
export function dueDayOf(wave: Wave, { schedule, lastWeek }: Omit<CourseTime, 'now'>): Day {
  if (wave === '3-maaneder') return threeMonthsAfter({ schedule, lastWeek });
  if (wave === 'efter') return weekBegins(schedule, lastWeek);
  return wave === 'foer' ? schedule.start : '';
}

/**
 * The day on which a survey opens, if that day is in the future; empty if it is open. Dates close only what an
 * instructor chose to open week by week; otherwise every survey is open.
 */
export function surveyOpensLater(wave: Wave, time: CourseTime): Day {
  const { schedule, lastWeek, now } = time;
  if (schedule.pace !== 'weekly') return '';
  if (wave === 'efter') return opensLater(schedule, lastWeek, now);
  const day = wave === '3-maaneder' ? threeMonthsAfter(time) : '';
  return day > dayOf(now) ? day : '';
}

/** Whether it is time for the survey three months after the course; nobody may be asked to answer it earlier. */
export function isThreeMonthsAfter(time: CourseTime): boolean {
  const day = threeMonthsAfter(time);
  return day !== '' && day <= dayOf(time.now);
}
