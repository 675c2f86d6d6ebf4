import { AsyncLocalStorage } from 'node:async_hooks';
import type { Courses } from './course.ts';

/** The course as it is now, where versions of it may follow each other and rooms may have different ones. */
export interface CurrentCourses {
  /**
   * Looks like a package that was read once, and answers with the version of the room that is being served; outside
   * rooms, with the newest for all. Read it again in each request: what was taken from it stays as it was.
   */
  courses: Courses;
  /** Makes this the version for whatever is not of a room. */
  use(courses: Courses): void;
  /** Runs `work`, and all that it awaits, with this version. */
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
      // A proxy may only tell of a fixed property that its own target has.
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
