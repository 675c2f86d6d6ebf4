import { watch } from 'node:fs';
import type { KindReaders } from './activityReader.ts';
import { checkPackage } from './check.ts';
import type { Courses } from './course.ts';
import { faultLine } from './faults.ts';
import { readPackage } from './loading.ts';

/** How long the disk must be quiet: an editor writes a file in several goes. */
const QUIET_MS = 150;

/** What an author has at the moment. */
export interface CourseWatch {
  /** Changes each time the package has been read anew. */
  version(): number;
  /** All that keeps the package from being published, one line each, as `npm run content -- check` tells it. */
  faults(): string[];
  close(): void;
}

/**
 * Reads a package anew whenever one of its files changes, and puts what it read in place of what was shown. A package
 * with faults leaves the last good one in place.
 */
export async function watchPackage(folder: string, courses: Courses, readers: KindReaders): Promise<CourseWatch> {
  let version = 1;
  let faults = await faultsIn(folder, readers);
  const read = async () => {
    const { courses: fresh, faults: found } = await readPackage(folder, readers);
    if (fresh && found.length === 0) replaceIn(courses, fresh);
    faults = await faultsIn(folder, readers);
    version += 1;
  };
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), QUIET_MS);
  });
  return {
    version: () => version,
    faults: () => faults,
    close: () => {
      clearTimeout(timer);
      watcher.close();
    },
  };
}

async function faultsIn(folder: string, readers: KindReaders): Promise<string[]> {
return (await checkPackage(folder, readers)).faults.map(faultLine);
}

/** Everyone who has the course has this one object. */
function replaceIn(courses: Courses, fresh: Courses): void {
  if (!fresh.en) delete courses.en;
  Object.assign(courses, fresh);
}
