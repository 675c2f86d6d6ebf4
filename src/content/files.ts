import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Place } from './faults.ts';
import { report, type Reading } from './reading.ts';

/** Far above any text of a course; keeps a wrong file from filling the memory. */
const MOST_BYTES = 256 * 1024;

interface NamedFile {
  /** Path inside the package, with `/`. */
  path: string;
  /** Where the package names the file, which is where an author corrects a wrong name. */
  namedAt: Place;
}

/**
 * Finds a file of the package. Returns its path on disk, or records why it cannot be used: it is missing, not a file,
 * empty, or (by a symbolic link) outside the package, whose files the tool shows to everyone.
 */
export async function findFile(reading: Reading, { path, namedAt }: NamedFile): Promise<string | undefined> {
  const onDisk = join(reading.folder, path);
  const fault = await whyUnusable(reading.folder, onDisk);
  if (fault === undefined) return onDisk;
  report(reading, namedAt, `${path} ${fault}`);
  return undefined;
}

async function whyUnusable(folder: string, onDisk: string): Promise<string | undefined> {
  const found = await stat(onDisk).catch(() => undefined);
  if (!found) return 'is not in the package; add the file or correct the name';
  if (!found.isFile()) return 'is not a file; give the name of a file';
  if (found.size === 0) return 'is empty; write its content';
  const inside = (await realpath(onDisk)).startsWith((await realpath(folder)) + sep);
  return inside ? undefined : 'leads out of the package; put the file itself in the package';
}

/** Reads a text file of the package. Records a fault and returns nothing if it is missing, too large or not UTF-8. */
export async function readText(reading: Reading, named: NamedFile): Promise<string | undefined> {
  const onDisk = await findFile(reading, named);
  if (onDisk === undefined) return undefined;
  const bytes = await readFile(onDisk);
  const start = { file: onDisk, line: 1, column: 1 };
  if (bytes.length > MOST_BYTES) {
    report(reading, start, `is larger than ${MOST_BYTES / 1024} kB; split it into several files`);
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    report(reading, start, 'is not UTF-8; save it as UTF-8 in your editor');
    return undefined;
  }
}
