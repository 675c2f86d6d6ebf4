import type { Course, Module } from './course.ts';
import type { Schedule } from '../domain/schedule.ts';

type Chosen = Pick<Schedule, 'rhythm'>;

/** The weeks of the course in the class's rhythm: module ids, week by week. Default: one module a week. */
function weeksOf({ variants, modules, weekly }: Course, { rhythm }: Chosen): string[][] {
  const one = weekly ?? modules.map(({ id }) => id);
  return variants.find(({ id }) => id === rhythm)?.weeks ?? one.map((id) => [id]);
}

/**
 * The course as a class runs it: with the modules of its rhythm. The others are found by their ids alone, so that
 * nothing is lost for someone whose class changes its rhythm in the middle.
 */
export function inRhythm(course: Course, chosen: Chosen): Course {
  const ids = weeksOf(course, chosen).flat();
  const all = [...course.modules, ...(course.elsewhere ?? [])];
  const modules = ids.flatMap((id) => all.find((module) => module.id === id) ?? []);
  const weekly = course.weekly ?? course.modules.map(({ id }) => id);
  return { ...course, modules, elsewhere: all.filter((module) => !modules.includes(module)), weekly };
}

/** How many weeks the course has. */
export function weekCount(course: Course, chosen: Chosen): number {
  return weeksOf(course, chosen).length;
}

export interface CourseWeek {
  /** From 1. */
  number: number;
  modules: Module[];
}

/** The weeks of the course in the class's rhythm, each with its modules in course order. */
export function courseWeeks(course: Course, chosen: Chosen): CourseWeek[] {
  return weeksOf(course, chosen).map((_, index) => ({
    number: index + 1,
    modules: course.modules.filter((module) => weekOf(course, chosen, module) === index + 1),
  }));
}

/** The topic of a week: the titles of its modules. */
export function topicOf({ modules }: Pick<CourseWeek, 'modules'>): string {
  return modules.map(({ title }) => title).join(' · ');
}

/** The week that a module belongs to, from 1. */
export function weekOf(course: Course, chosen: Chosen, { id, number }: Module): number {
  const index = weeksOf(course, chosen).findIndex((modules) => modules.includes(id));
  return index < 0 ? number : index + 1;
}
