import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Courses } from '../course.ts';
import type { Facts } from '../facts.ts';

const PREFIX = 'course-';
const LONGEST_KEPT = 30 * 24 * 60 * 60_000;

export interface Kept {
  /** Where the package lies. */
  folder: string;
  /** What its texts take from the settings. */
  facts: Facts;
  /** The cache folder, which may be emptied at any time. */
  place: string;
  /** A hash of the program, since another version may read the same files differently. */
  stamp: string;
}

/**
 * Returns what the same program has already read from the same files with the same settings; otherwise reads the
 * package (decision 0058).
 *
 * @throws whatever `read` throws
 */
export async function keptCourse(kept: Kept, read: () => Promise<Courses>): Promise<Courses> {
  const key = await keyOf(kept).catch(() => undefined);
  if (key === undefined) return read();
  const file = join(kept.place, `${PREFIX}${key}`);
  const found = await readFile(file).then(unpack, () => undefined);
  if (found) return found;
  const courses = await read();
  // A folder that nobody may write to, or a full disk, costs only time.
  await keep(kept.place, file, serialize(courses)).catch(() => undefined);
  await sweep(kept.place).catch(() => undefined);
  return courses;
}

/** Files above this are media: their content is not part of a course. */
const TEXT_BYTES = 256 * 1024;

/**
 * Identifies files, settings and program; undefined for a package with symbolic links, since their targets may change.
 */
async function keyOf({ folder, facts: { retentionMonths, controller, instructorHelp }, stamp }: Kept) {
  // Named one by one: the caller may pass all settings, including secrets. A fact that is missing here is a type error.
  const told: Facts = { retentionMonths, controller, instructorHelp };
  const hash = createHash('sha256').update(JSON.stringify([stamp, told]));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  if (entries.some((entry) => entry.isSymbolicLink())) return undefined;
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of files.sort()) {
    const { size } = await stat(path);
    hash.update(JSON.stringify([relative(folder, path), size])).update(size > TEXT_BYTES ? '' : await readFile(path));
  }
  return hash.digest('hex');
}

/** Writes the whole file or nothing, since another process may be reading it. */
async function keep(place: string, file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(place, { recursive: true });
  const written = `${file}.${process.pid}`;
  await writeFile(written, bytes);
  await rename(written, file);
}

/** Removes old files: each change of the package leaves one behind. */
async function sweep(place: string): Promise<void> {
  for (const name of await readdir(place)) {
    if (!name.startsWith(PREFIX)) continue;
    const { mtimeMs } = await stat(join(place, name));
    if (Date.now() - mtimeMs > LONGEST_KEPT) await unlink(join(place, name));
  }
}

function unpack(bytes: Uint8Array): Courses | undefined {
  try {
    return deserialize(bytes) as Courses;
  } catch {
    return undefined;
  }
}
