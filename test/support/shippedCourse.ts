import { join } from 'node:path';
import { loadCourse } from '../../src/activities/course.ts';
import { once } from '../../src/util/once.ts';

const folder = join(import.meta.dirname, '..', '..', 'content', 'taettere-paa-job');

/** The course that comes with the program, read once for all tests of a worker: it takes a second. */
export const shippedCourse = once(async () => frozen(await loadCourse(folder)));

/** Keeps a test from changing what the next one gets. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of value instanceof Map ? value.values() : Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
