import type { Course, Module } from './course.ts';
import type { Schedule } from '../domain/schedule.ts';

type Chosen = Pick<Schedule, 'rhythm'>;

/** The weeks of the course as the class runs it: module ids, week by week. One module a week where nothing is chosen. */
function weeksOf({ variants, modules }: Course, { rhythm }: Chosen): string[][] {
return variants.find(({ id }) => id === rhythm)?.weeks ?? modules.map(({ id }) => [id]);
}

/** How many weeks the course has. */
export function weekCount(course: Course, chosen: Chosen): number {
return weeksOf(course, chosen).length;
}

export interface CourseWeek {
  /** 1 and up. */
  number: number;
  modules: Module[];
}

/** The weeks of the course as the class runs it, each with its modules in course order. */
export function courseWeeks(course: Course, chosen: Chosen): CourseWeek[] {
return weeksOf(course, chosen).map((_, index) => ({
    number: index + 1,
    modules: course.modules.filter((module) => weekOf(course, chosen, module) === index + 1),
  }));
}

/** What a week is about: the titles of its modules. */
export function topicOf({ modules }: Pick<CourseWeek, 'modules'>): string {
return modules.map(({ title }) => title).join(' · ');
}

/** The week that a module belongs to, 1 and up. */
export function weekOf(course: Course, chosen: Chosen, { id, number }: Module): number {
  const index = weeksOf(course, chosen).findIndex((modules) => modules.includes(id));
  return index < 0 ? number : index + 1;
}
