import type { Course } from '../../content/course.ts';
import { courseWeeks } from '../../content/rhythm.ts';
import type { Schedule } from '../../domain/schedule.ts';
import { coursePartTags, weekId, WHOLE_COURSE } from '../../domain/courseParts.ts';

/** A part of the course that may have a column of its own, and the ids of the activities that count in it. */
export interface CoursePart {
  resourceId: string;
  tag: string;
  activities: string[];
}

/** Each week in the class's rhythm, and the whole course. Surveys are voluntary, so they count in neither. */
export function coursePartsOf(course: Course, schedule: Pick<Schedule, 'rhythm'>): CoursePart[] {
  const weeks = courseWeeks(course, schedule).map(({ number, modules }) => ({
    resourceId: weekId(number),
    tag: coursePartTags.week,
    activities: modules.flatMap(({ activities }) => activities.map(({ id }) => id)),
  }));
  const all = weeks.flatMap(({ activities }) => activities);
  return [...weeks, { resourceId: WHOLE_COURSE, tag: coursePartTags.course, activities: all }];
}

/** When a person completed each activity, in milliseconds since 1970. */
export type Completions = ReadonlyMap<string, number>;

export interface Earned {
  /** Percentage done, in whole numbers from 0 to 100. */
  scoreGiven: number;
  activityProgress: 'InProgress' | 'Completed';
  /** When the last counted activity so far was completed, in milliseconds since 1970. */
  earnedAt: number;
}

/** What a person has earned of a part; undefined if nothing in it is completed. */
export function earnedOf({ activities }: CoursePart, completions: Completions): Earned | undefined {
  const done = activities.map((id) => completions.get(id) ?? 0).filter((at) => at > 0);
  if (done.length === 0) return undefined;
  const isWhole = done.length === activities.length;
  return {
    scoreGiven: Math.floor((100 * done.length) / activities.length),
    activityProgress: isWhole ? 'Completed' : 'InProgress',
    earnedAt: Math.max(...done),
  };
}
