import { kindOf } from '../../../activities/kinds.ts';
import type { Activity, Course, Module, SteppedActivity } from '../../../content/course.ts';
import { isStepped } from '../../../content/find.ts';
import { weekCount, weekOf } from '../../../content/rhythm.ts';
import { webinarsAhead, weekNow, type Schedule } from '../../../domain/schedule.ts';

export interface Coming {
  schedule: Schedule;
  /** Milliseconds since 1970. */
  now: number;
  /** Whether anybody has begun on the module; asked only where the class has no dates. */
  isBegun: (module: Module) => Promise<boolean>;
}

/**
 * The module of the webinar that comes next. Once this week's is over it is the next week's; where no webinar is set, this
 * week's; and without any dates the last that somebody has begun.
 */
export async function comingModule(course: Course, { schedule, now, isBegun }: Coming): Promise<Module | undefined> {
  const weeks = weekCount(course, schedule);
  const [webinar] = webinarsAhead(schedule, weeks, now);
  const byDate = weekNow(schedule, now);
  if (byDate !== undefined) {
    const wanted = webinar?.week ?? (schedule.webinar ? weeks : byDate);
    const week = Math.min(Math.max(wanted, 1), weeks);
    return course.modules.find((module) => weekOf(course, schedule, module) === week);
  }
  for (const module of [...course.modules].reverse()) if (await isBegun(module)) return module;
  return course.modules[0];
}

/** When the module's own webinar is, in milliseconds since 1970; undefined where that is not known or it is over. */
export function webinarOf(course: Course, module: Module, { schedule, now }: Omit<Coming, 'isBegun'>) {
  const ahead = webinarsAhead(schedule, weekCount(course, schedule), now);
  return ahead.find(({ week }) => week === weekOf(course, schedule, module))?.begins;
}

/** What the webinar is prepared by. */
export function prepOf({ activities }: Module): SteppedActivity | undefined {
  return activities.filter(isStepped).find((activity) => kindOf(activity).isPreparation);
}

export function scenarioOf({ activities }: Module): SteppedActivity | undefined {
  return activities.filter(isStepped).find((activity) => kindOf(activity).inBrief === 'people');
}

/** Other activities whose answers are read before the webinar. */
export function othersOf(module: Module): SteppedActivity[] {
  return module.activities
    .filter(isStepped)
    .filter((activity) => kindOf(activity).inBrief === 'answers' && activity !== prepOf(module));
}

/** The plan that is followed up at this module's webinar: that of the last week before it. Undefined in the first. */
export function planBefore(course: Course, schedule: Schedule, module: Module): Activity | undefined {
  const week = weekOf(course, schedule, module);
  return course.modules
    .filter((other) => weekOf(course, schedule, other) < week)
    .flatMap(({ activities }) => activities)
    .findLast((activity) => kindOf(activity).inBrief === 'plans');
}
