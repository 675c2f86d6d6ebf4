import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { hashOfContent } from './contents.ts';
import type { VersionFile } from './versions.ts';
import { isCoursePath } from '../paths.ts';

/** The package on disk, as version 0: its files with their hashes, read when they are first asked for. */
export interface CourseFolder {
  files(): Promise<VersionFile[]>;
  read(path: string): Promise<Buffer>;
}

export function createCourseFolder(folder: string): CourseFolder {
  // Reading all of it takes a tenth of a second, so only what has changed since is read again.
  const known = new Map<string, { mark: string; file: VersionFile }>();
  const read = (path: string) => readFile(join(folder, path));
  return {
    read,
    files: async () => {
      const names = await readdir(folder, { recursive: true, withFileTypes: true });
      const found: VersionFile[] = [];
      for (const entry of names.filter((one) => one.isFile())) {
        const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
        if (!isCoursePath(path)) continue;
        const { size, mtimeMs } = await stat(join(folder, path));
        const mark = `${size} ${mtimeMs}`;
        const before = known.get(path);
        const file = before?.mark === mark ? before.file : { path, size, hash: hashOfContent(await read(path)) };
        known.set(path, { mark, file });
        found.push(file);
      }
      return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}
