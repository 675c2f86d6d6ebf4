import type { Course } from '../content/course.ts';
import { opensLater, type Schedule } from '../domain/schedule.ts';
import { surveyOpensLater, type CourseTime } from '../domain/surveyDates.ts';
import type { Day } from '../domain/week.ts';
import { weekCount, weekOf } from '../content/rhythm.ts';

export interface Opening {
  schedule: Schedule;
  /** Milliseconds since 1970. */
  now: number;
}

/** How far through the course a class is, as needed for the dates of surveys. */
export function courseTime(course: Course, opening: Opening): CourseTime {
  return {
    ...opening,
    lastWeek: weekCount(course, opening.schedule),
  };
}

/**
 * The day on which an activity opens for participants; empty if it is open. An activity that belongs to no week and is
 * not a survey is always open. An activity that someone has begun stays open to them; check that separately.
 */
export function activityOpens(course: Course, activity: string, { schedule, now }: Opening): Day {
  const survey = course.surveys?.find(({ id }) => id === activity);
  if (survey) return surveyOpensLater(survey.wave, courseTime(course, { schedule, now }));
  const found = course.modules.find((module) => module.activities.some(({ id }) => id === activity));
  return found === undefined ? '' : opensLater(schedule, weekOf(course, schedule, found), now);
}
