import { kindOf } from '../../../activities/kinds.ts';
import type { Activity, Course, Module, SteppedActivity } from '../../../content/course.ts';
import { isStepped } from '../../../content/find.ts';
import { weekCount, weekOf } from '../../../content/rhythm.ts';
import { webinarsAhead, weekNow, type Schedule } from '../../../domain/schedule.ts';

/** Id of the question in a preparation by which participants write to their instructor. */
export const TO_INSTRUCTOR = 'til-instruktoeren';

export interface Coming {
  schedule: Schedule;
  /** Milliseconds since 1970. */
  now: number;
  /** Whether anybody has begun the module; called only if the class has no dates. */
  isBegun: (module: Module) => Promise<boolean>;
}

/**
 * The module of the next webinar. Once this week's webinar is over, that is next week's module; if no webinar is set,
 * this week's; and without any dates, the last one that somebody has begun.
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

/**
 * When the module's own webinar is, in milliseconds since 1970; undefined if that is unknown or the webinar is over.
 */
export function webinarOf(course: Course, module: Module, { schedule, now }: Omit<Coming, 'isBegun'>) {
  const ahead = webinarsAhead(schedule, weekCount(course, schedule), now);
  return ahead.find(({ week }) => week === weekOf(course, schedule, module))?.begins;
}

/** The activity that prepares for the webinar. */
export function prepOf({ activities }: Module): SteppedActivity | undefined {
  return activities.filter(isStepped).find((activity) => kindOf(activity).isPreparation);
}

export function scenarioOf({ activities }: Module): SteppedActivity | undefined {
  return activities.filter(isStepped).find((activity) => kindOf(activity).inBrief === 'people');
}

/** Other activities whose answers the instructor reads before the webinar. */
export function othersOf(module: Module): SteppedActivity[] {
  return module.activities
    .filter(isStepped)
    .filter((activity) => kindOf(activity).inBrief === 'answers' && activity !== prepOf(module));
}

/** The plan that this module's webinar follows up: that of the last week before it. Undefined for the first module. */
export function planBefore(course: Course, schedule: Schedule, module: Module): Activity | undefined {
  const week = weekOf(course, schedule, module);
  return course.modules
    .filter((other) => weekOf(course, schedule, other) < week)
    .flatMap(({ activities }) => activities)
    .findLast((activity) => kindOf(activity).inBrief === 'plans');
}
