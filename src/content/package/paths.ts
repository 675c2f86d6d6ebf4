import { join, relative, sep } from 'node:path';

/** The package's media folder, the only folder that is served. */
export const MEDIA_FOLDER = 'media';

/** The location on disk of a file in the package; `path` is inside the package and written with `/`. */
export function onDisk(folder: string, path: string): string {
  return join(folder, ...path.split('/'));
}

/** The path inside the package of a file as faults name it. */
export function pathIn(folder: string, file: string): string {
  return relative(folder, file).split(sep).join('/');
}

/** The address at which the tool serves a file of the package. */
export function publicAddress(courseId: string, path: string): string {
  return `/kursus/${courseId}/${path}`;
}
