import type { Activity, Module } from '../../../content/course.ts';

/** How far a participant is with an activity. */
export type State = 'open' | 'begun' | 'done';

export interface Choice {
  /** Activities before the course. */
  before: Activity[];
  /** The modules of the current week; none if the class has no dates. */
  thisWeek: Module[];
  /** The modules that are open, in course order. */
  open: Module[];
  /** Activities at the end of the course. */
  after: Activity[];
  stateOf: (activity: Activity) => State;
}

/**
 * The next thing to do. A newcomer gets the first activity of the course as a welcome, and then the survey before the
 * course. Then this week's activities come first, since this week's webinar builds on them; a missed week can wait.
 * Within that, activities that are begun come before new ones: finishing is easier than starting.
 */
export function nextActivity({ before, thisWeek, open, after, stateOf }: Choice): Activity | undefined {
  const ofWeek = thisWeek.flatMap(({ activities }) => activities);
  const ofAllWeeks = open.flatMap(({ activities }) => activities);
  const welcome = ofWeek[0] ?? ofAllWeeks[0];
  // The survey before the course comes early only until the course is under way; many first come here in week 1.
  const isUnderWay = ofAllWeeks.some((activity) => activity !== welcome && stateOf(activity) !== 'open');
  const first = isUnderWay ? [] : [before.filter((survey) => stateOf(survey) === 'begun'), listOf(welcome), before];
  const inTurn = [...first, ofWeek, ofAllWeeks, after];
  return inTurn.map((activities) => firstUndone(activities, stateOf)).find((found) => found !== undefined);
}

function listOf(activity: Activity | undefined): Activity[] {
  return activity ? [activity] : [];
}

function firstUndone(activities: Activity[], stateOf: Choice['stateOf']): Activity | undefined {
  const undone = activities.filter((activity) => stateOf(activity) !== 'done');
  return undone.find((activity) => stateOf(activity) === 'begun') ?? undone[0];
}
