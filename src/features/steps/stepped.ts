import type { Activity, SteppedActivity } from '../../content/course.ts';

/** The activity, where it is of a kind that is made of steps. */
export const steppedOf = (activity: Activity): SteppedActivity | undefined =>
  'steps' in activity ? activity : undefined;
