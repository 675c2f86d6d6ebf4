import { join } from 'node:path';

/** The package's media folder, the only folder that is served. */
export const MEDIA_FOLDER = 'media';

/** The location on disk of a file in the package; `path` is inside the package and written with `/`. */
export function onDisk(folder: string, path: string): string {
  return join(folder, ...path.split('/'));
}

/** The address at which the tool serves a file of the package. */
export function publicAddress(courseId: string, path: string): string {
  return `/kursus/${courseId}/${path}`;
}
