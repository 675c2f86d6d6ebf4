import { checkFiles, checkPackage, type CourseCheck } from '../content/check.ts';
import type { Courses } from '../content/course.ts';
import { loadPackage, readFiles, type PackageRead } from '../content/loading.ts';
import type { PackageFiles } from '../content/packageFiles.ts';
import { watchPackage, type CourseWatch } from '../content/watching.ts';
import { readers } from './kinds.ts';

/**
 * Loads a course package (docs/content.md).
 *
 * @param folder for example `content/taettere-paa-job`
 * @throws BadContent with every fault found, each with file, line and what to do
 */
export function loadCourse(folder: string): Promise<Courses> {
  return loadPackage(folder, readers);
}

/** Everything that a package's author needs to know before it is published. */
export function checkCourse(folder: string): Promise<CourseCheck> {
  return checkPackage(folder, readers);
}

/** Loads a course that does not lie in a folder on disk. `courses` is complete only if there are no faults. */
export function readCourseFiles(files: PackageFiles): Promise<PackageRead> {
  return readFiles({ folder: '', files }, readers);
}

/** Checks a package that does not lie in a folder on disk; with the course as far as it could be read. */
export function checkCourseFiles(files: PackageFiles): Promise<CourseCheck & Pick<PackageRead, 'courses'>> {
  return checkFiles({ folder: '', files }, readers);
}

/** Keeps `courses` up to date with the package: see `watchPackage`. */
export function watchCourse(folder: string, courses: Courses): Promise<CourseWatch> {
  return watchPackage(folder, courses, readers);
}
