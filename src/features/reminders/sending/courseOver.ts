import { weekBegins, type Schedule } from '../../../domain/schedule.ts';
import { dayOf } from '../../../domain/week.ts';

interface CourseDates {
  schedule: Schedule;
  /** How many weeks the course has. */
  weeks: number;
  /** Milliseconds since 1970. */
  now: number;
}

/** Whether the course is over according to the class's dates. */
export function isOver({ schedule, weeks, now }: CourseDates): boolean {
  return schedule.start !== '' && dayOf(now) >= weekBegins(schedule, weeks + 1);
}
