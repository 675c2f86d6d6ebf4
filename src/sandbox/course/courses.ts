import type { Store } from '../../store/port.ts';
import { course as original } from '../addresses.ts';
import { openCounter } from './counter.ts';

/** A course room: an LTI context. */
export interface Course {
  id: string;
  label: string;
  title: string;
  /** The courses it is a copy of, nearest first; empty for the original. */
  history: string[];
}

export interface Courses {
  get(id: string): Promise<Course | undefined>;
  /** Makes an empty course with a new id that remembers what it is a copy of. */
  addCopy(of: Course): Promise<Course>;
}

/** The context claim for a course. */
export function contextOf({ id, label, title }: Course) {
  return { id, label, title };
}

export const originalCourse: Course = { ...original, history: [] };

/** The first course always exists; the others are copies. */
export async function openCourses(store: Store): Promise<Courses> {
  const copies = await store.collection<Course, 'id'>({
    name: 'sandbox_course_copies',
    indexes: [['id']],
    encrypted: [],
  });
  const counter = await openCounter(store, 'course_copies');
  return {
    get: async (id) => (id === originalCourse.id ? originalCourse : (await copies.get(id))?.doc),
    addCopy: async (of) => {
      const number = await counter.next();
      const id = String(Number(originalCourse.id) + number);
      const copy = { id, label: `${of.label} ${id}`, title: `${of.title} (${id})`, history: [of.id, ...of.history] };
      await copies.insert(id, copy);
      return copy;
    },
  };
}
