import { watch } from 'node:fs';
import type { KindReaders } from '../reading/activityReader.ts';
import { checkPackage } from '../checks/check.ts';
import type { Courses } from '../course.ts';
import { faultLine } from '../faults.ts';
import { readPackage } from '../reading/loading.ts';

/** How long the disk must be quiet: editors write a file in several steps. */
const QUIET_MS = 150;

/** The current state of a package that is being edited. */
export interface CourseWatch {
  /** Changes each time the package has been read again. */
  version(): number;
  /** Everything that prevents publishing the package, one line each, as printed by `npm run content -- check`. */
  faults(): string[];
  close(): void;
}

/**
 * Reads a package again whenever one of its files changes, and shows the new content. If the package has faults, the
 * last good version stays.
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

/** Changes the object in place, because everyone who has the course shares it. */
function replaceIn(courses: Courses, fresh: Courses): void {
  if (!fresh.en) delete courses.en;
  Object.assign(courses, fresh);
}
