import type { Course, Module } from '../course.ts';
import { extraMinutes, extraPages } from '../reading/extra.ts';

/** How long a module takes: the required activities alone, and with everything optional. */
export interface WeekTime {
  module: string;
  /** Minutes, as declared by its activities. */
  short: number;
  /**
   * Minutes for everything: the required activities and the extra parts as declared, the toolbox pages by their words.
   */
  whole: number;
  /** Words of the extra parts. */
  words: number;
  /** Pages of the toolbox that the extra names. */
  pages: number;
}

export function weekTimes(course: Course): WeekTime[] {
  return course.modules.map((module) => timeOf(course, module));
}

function timeOf(course: Course, module: Module): WeekTime {
  const { id, activities, extra } = module;
  const short = activities.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    module: id,
    short,
    whole: short + extraMinutes(course, module),
    words: (extra?.parts ?? []).reduce((sum, { words }) => sum + words, 0),
    pages: extra ? extraPages(course, extra).length : 0,
  };
}
