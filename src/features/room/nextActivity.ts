import type { Activity, Module } from '../../content/course.ts';

/** How far a participant is with an activity. */
export type State = 'open' | 'begun' | 'done';

export interface Choice {
  /** What comes before the course. */
  before: Activity[];
  /** The modules of this week by the calendar; none where the class has no dates. */
  thisWeek: Module[];
  /** The modules that are open, in course order. */
  open: Module[];
  /** What comes when the course is at its end. */
  after: Activity[];
  stateOf: (activity: Activity) => State;
}

/**
 * The one thing to do now. Before anything is begun that is the survey before the course. Then this week's comes first,
 * since this week's webinar builds on it; a week that was missed can wait. Within that, what is begun comes before what is
 * new: finishing is easier than starting.
 */
export function nextActivity({ before, thisWeek, open, after, stateOf }: Choice): Activity | undefined {
  const ofWeek = thisWeek.flatMap(({ activities }) => activities);
  const ofAllWeeks = open.flatMap(({ activities }) => activities);
  // A survey before the course is only that until the course is under way; many come here for the first time in week 1.
  const isUnderWay = ofAllWeeks.some((activity) => stateOf(activity) !== 'open');
  const inTurn = [isUnderWay ? [] : before, ofWeek, ofAllWeeks, after];
  return inTurn.map((activities) => firstUndone(activities, stateOf)).find((found) => found !== undefined);
}

function firstUndone(activities: Activity[], stateOf: Choice['stateOf']): Activity | undefined {
  const undone = activities.filter((activity) => stateOf(activity) !== 'done');
  return undone.find((activity) => stateOf(activity) === 'begun') ?? undone[0];
}
