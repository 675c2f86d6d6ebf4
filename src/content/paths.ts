import { join } from 'node:path';

/** The package's media, the only folder of it that is served. */
export const MEDIA_FOLDER = 'media';

/** Where a file of the package lies on disk; `path` is inside the package and written with `/`. */
export function onDisk(folder: string, path: string): string {
  return join(folder, ...path.split('/'));
}

/** The address at which the tool serves a file of the package. */
export function publicAddress(courseId: string, path: string): string {
  return `/kursus/${courseId}/${path}`;
}
