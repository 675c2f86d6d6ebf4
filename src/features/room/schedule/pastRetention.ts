import type { Courses } from '../../../content/course.ts';
import { weekCount } from '../../../content/rhythm.ts';
import { endOfDates, retentionLimit } from '../../../domain/retention.ts';
import type { Schedule } from '../../../domain/schedule.ts';

interface Deps {
  courses: Courses;
  config: { retentionMonths: number };
}

/**
 * Whether a class with these dates would have ended so long ago that it would be removed: the year is then a mistake.
 */
export function pastRetention({ courses, config }: Deps, now: number) {
  return (schedule: Schedule): boolean => {
    const end = endOfDates(schedule, weekCount(courses.da, schedule));
    return end !== undefined && end < retentionLimit(now, config.retentionMonths);
  };
}
