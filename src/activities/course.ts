import { getCompileCacheDir } from 'node:module';
import type { KindReaders } from '../content/reading/activityReader.ts';
import { checkFiles, checkPackage, type CourseCheck } from '../content/checks/check.ts';
import type { Courses } from '../content/course.ts';
import type { Facts } from '../content/facts.ts';
import { keptCourse } from '../content/package/keptCourse.ts';
import { loadPackage, readFiles, type PackageRead } from '../content/reading/loading.ts';
import type { PackageFiles } from '../content/package/packageFiles.ts';
import { watchPackage, type CourseWatch } from '../content/package/watchPackage.ts';
import { readers } from './kinds.ts';

/**
 * Loads a course package (docs/content.md).
 *
 * @param folder for example `content/taettere-paa-job`
 * @param facts what its texts take from the settings
 * @throws BadContent with every fault found, each with file, line and what to do
 */
export function loadCourse(folder: string, facts?: Facts): Promise<Courses> {
  return loadPackage(folder, readersWith(facts));
}

/** Set by `tools/program.mjs` in the built program: a hash of everything it is made of. */
declare const PROGRAM_STAMP: string | undefined;

/** The same, but quicker if the built program has read these files before and Node has a compile cache folder. */
export function openCourse(folder: string, facts: Facts): Promise<Courses> {
  const place = getCompileCacheDir();
  const read = () => loadCourse(folder, facts);
  if (place === undefined || typeof PROGRAM_STAMP === 'undefined') return read();
  return keptCourse({ folder, facts, place, stamp: PROGRAM_STAMP }, read);
}

/** Everything that a package's author needs to know before it is published. */
export function checkCourse(folder: string): Promise<CourseCheck> {
  return checkPackage(folder, readers);
}

/** Loads a course that does not lie in a folder on disk. `courses` is complete only if there are no faults. */
export function readCourseFiles(files: PackageFiles, facts: Facts): Promise<PackageRead> {
  return readFiles({ folder: '', files }, readersWith(facts));
}

/** Checks a package that does not lie in a folder on disk; with the course as far as it could be read. */
export function checkCourseFiles(files: PackageFiles): Promise<CourseCheck & Pick<PackageRead, 'courses'>> {
  return checkFiles({ folder: '', files }, readers);
}

/** Keeps `courses` up to date with the package: see `watchPackage`. */
export function watchCourse(folder: string, courses: Courses, facts: Facts): Promise<CourseWatch> {
  return watchPackage(folder, courses, readersWith(facts));
}

function readersWith(facts: Facts | undefined): KindReaders {
  return facts ? { ...readers, facts } : readers;
}
