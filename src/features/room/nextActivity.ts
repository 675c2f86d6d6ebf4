import type { Activity, Module } from '../../content/course.ts';

/** How far a participant is with an activity. */
export type State = 'open' | 'begun' | 'done';

export interface Choice {
  /** The weeks that are open, in course order. */
  weeks: Module[];
  /** The course week it is now; undefined where the class has no dates. */
  now: number | undefined;
  stateOf: (activity: Activity) => State;
}

/**
 * The one thing to do now. This week's comes first, since this week's webinar builds on it; a week that was missed can
 * wait. Within that, what is begun comes before what is new: finishing is easier than starting.
 */
export const nextActivity = ({ weeks, now, stateOf }: Choice): Activity | undefined => {
  const ofWeek = weeks.filter(({ number }) => number === now);
  return firstUndone(ofWeek, stateOf) ?? firstUndone(weeks, stateOf);
};

const firstUndone = (weeks: Module[], stateOf: Choice['stateOf']): Activity | undefined => {
  const undone = weeks.flatMap(({ activities }) => activities).filter((activity) => stateOf(activity) !== 'done');
  return undone.find((activity) => stateOf(activity) === 'begun') ?? undone[0];
};
