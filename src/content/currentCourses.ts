import { AsyncLocalStorage } from 'node:async_hooks';
import type { Courses } from './course.ts';

/** The course as one object, although it has versions and rooms may have different ones. */
export interface CurrentCourses {
  /**
   * Reads like one course package, but each access gives the version of the room that is being served, or outside rooms
   * the newest for all. Do not keep what you read from it beyond a request.
   */
  courses: Courses;
  /** Makes this the version that is read outside rooms. */
  use(courses: Courses): void;
  /** Runs `work`, and everything it awaits, with this version. */
  within<Result>(courses: Courses, work: () => Result): Result;
}

/** @param first the version to begin with */
export function createCurrentCourses(first: Courses): CurrentCourses {
  const served = new AsyncLocalStorage<Courses>();
  let newest = first;
  const current = () => served.getStore() ?? newest;
  const courses = new Proxy({} as Courses, {
    get: (_none, key) => Reflect.get(current(), key) as unknown,
    has: (_none, key) => Reflect.has(current(), key),
    ownKeys: () => Reflect.ownKeys(current()),
    getOwnPropertyDescriptor: (_none, key) => {
      const found = Reflect.getOwnPropertyDescriptor(current(), key);
      // A proxy may report a non-configurable property only if its target has it.
      return found && { ...found, configurable: true, writable: true };
    },
    set: () => false,
  });
  return {
    courses,
    use: (next) => {
      newest = next;
    },
    within: (version, work) => served.run(version, work),
  };
}
