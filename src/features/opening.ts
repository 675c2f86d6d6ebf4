import type { Course } from '../content/course.ts';
import { opensLater, type Schedule } from '../domain/schedule.ts';
import type { Day } from '../domain/week.ts';
import { weekOf } from './rhythm.ts';

export interface Opening {
  schedule: Schedule;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * The day on which an activity opens for participants; empty where it is open, as is everything that stands in no week.
 * What someone has begun stays open to them; ask for that apart.
 */
export const activityOpens = (course: Course, activity: string, { schedule, now }: Opening): Day => {
  const found = course.modules.find((module) => module.activities.some(({ id }) => id === activity));
  return found === undefined ? '' : opensLater(schedule, weekOf(course, schedule, found), now);
};
