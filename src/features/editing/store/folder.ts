import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { hashOfContent } from './contents.ts';
import type { VersionFile } from './versions.ts';
import { isCoursePath } from '../paths.ts';

/** The package on disk, as version 0: its files with their hashes, read when they are first asked for. */
export interface CourseFolder {
  files(): Promise<VersionFile[]>;
  /** The content of a file of the package, if it has this hash; undefined if it has another. */
  read(path: string, hash: string): Promise<Buffer | undefined>;
  /** The content with this hash, if a file of the package has it. */
  find(hash: string): Promise<Buffer | undefined>;
}

export function createCourseFolder(folder: string): CourseFolder {
  // Reading all of it takes a tenth of a second, so only what has changed since is read again.
  const known = new Map<string, { mark: string; file: VersionFile }>();
  const read = (path: string) => readFile(join(folder, path));
  const readIf = async (path: string, hash: string) => {
    if (known.get(path)?.file.hash !== hash) return undefined;
    const bytes = await read(path).catch(() => undefined);
    // It may have changed since it was looked at.
    return bytes && hashOfContent(bytes) === hash ? bytes : undefined;
  };
  const files = async () => {
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
  };
  return {
    read: readIf,
    find: async (hash) => {
      if (known.size === 0) await files();
      const file = [...known.values()].find((one) => one.file.hash === hash)?.file;
      return file && readIf(file.path, hash);
    },
    files,
  };
}
