import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { hashOfContent } from './contents.ts';
import type { VersionFile } from './versions.ts';
import { isCoursePath } from '../paths.ts';

/** The package on disk, which is version 0: its files with their hashes, read when first needed. */
export interface CourseFolder {
  files(): Promise<VersionFile[]>;
  /** The content of a file of the package, if it has this hash; undefined if it has another. */
  read(path: string, hash: string): Promise<Buffer | undefined>;
  /** The content with this hash, if a file of the package has it. */
  find(hash: string): Promise<Buffer | undefined>;
}

/**
 * In bytes: smaller files are cached in memory. These are the texts, which every check of the draft reads, not media.
 */
const LARGEST_IN_MEMORY = 64 * 1024;

interface KnownFile {
  mark: string;
  file: VersionFile;
  bytes: Buffer | undefined;
}

export function createCourseFolder(folder: string): CourseFolder {
  // Reading all of it takes a tenth of a second, so only what has changed since is read again.
  const known = new Map<string, KnownFile>();
  const read = (path: string) => readFile(join(folder, path));
  const look = async (path: string, size: number, mark: string): Promise<KnownFile> => {
    const bytes = await read(path);
    const file = { path, size, hash: hashOfContent(bytes) };
    return { mark, file, bytes: bytes.length > LARGEST_IN_MEMORY ? undefined : bytes };
  };
  const readIf = async (path: string, hash: string) => {
    const found = known.get(path);
    if (found?.file.hash !== hash) return undefined;
    if (found.bytes) return found.bytes;
    const bytes = await read(path).catch(() => undefined);
    // The file may have changed since its hash was taken.
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
      const now = before?.mark === mark ? before : await look(path, size, mark);
      known.set(path, now);
      found.push(now.file);
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
