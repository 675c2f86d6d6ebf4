import type { Course, Module, PrepActivity, ScenarioActivity, HandleplanActivity } from '../../../content/course.ts';
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
export const comingModule = async (course: Course, { schedule, now, isBegun }: Coming): Promise<Module | undefined> => {
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
};

/** When the module's own webinar is, in milliseconds since 1970; undefined where that is not known or it is over. */
export const webinarOf = (course: Course, module: Module, { schedule, now }: Omit<Coming, 'isBegun'>) => {
  const ahead = webinarsAhead(schedule, weekCount(course, schedule), now);
  return ahead.find(({ week }) => week === weekOf(course, schedule, module))?.begins;
};

export const prepOf = ({ activities }: Module): PrepActivity | undefined =>
  activities.find((activity) => activity.kind === 'prep');

export const scenarioOf = ({ activities }: Module): ScenarioActivity | undefined =>
  activities.find((activity) => activity.kind === 'scenario');

/** The plan that is followed up at this module's webinar: that of the last week before it. Undefined in the first. */
export const planBefore = (course: Course, schedule: Schedule, module: Module): HandleplanActivity | undefined => {
  const week = weekOf(course, schedule, module);
  return course.modules
    .filter((other) => weekOf(course, schedule, other) < week)
    .flatMap(({ activities }) => activities)
    .findLast((activity) => activity.kind === 'handleplan');
};
