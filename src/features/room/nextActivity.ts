import type { Activity, Module } from '../../content/course.ts';

/** How far a participant is with an activity. */
export type State = 'open' | 'begun' | 'done';

export interface Choice {
  /** What comes before the course. */
  before: Activity[];
  /** The weeks that are open, in course order. */
  weeks: Module[];
  /** What comes when the course is at its end. */
  after: Activity[];
  /** The course week it is now; undefined where the class has no dates. */
  now: number | undefined;
  stateOf: (activity: Activity) => State;
}

/**
 * The one thing to do now. This week's comes first, since this week's webinar builds on it; a week that was missed can
 * wait. Within that, what is begun comes before what is new: finishing is easier than starting.
 */
export const nextActivity = ({ before, weeks, after, now, stateOf }: Choice): Activity | undefined => {
  const ofWeek = weeks.filter(({ number }) => number === now).flatMap(({ activities }) => activities);
  const ofAllWeeks = weeks.flatMap(({ activities }) => activities);
  // A survey before the course is only that until the course is under way.
  const isUnderWay = ofAllWeeks.some((activity) => stateOf(activity) !== 'open');
  const inOrder = isUnderWay ? [...ofAllWeeks, ...after] : [...before, ...ofAllWeeks, ...after];
  return firstUndone(ofWeek, stateOf) ?? firstUndone(inOrder, stateOf);
};

const firstUndone = (activities: Activity[], stateOf: Choice['stateOf']): Activity | undefined => {
  const undone = activities.filter((activity) => stateOf(activity) !== 'done');
  return undone.find((activity) => stateOf(activity) === 'begun') ?? undone[0];
};
