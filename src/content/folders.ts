import { readdir, stat } from 'node:fs/promises';
import type { Language } from '../domain/viewer.ts';
import { onDisk } from './paths.ts';
import { report, type Reading } from './reading.ts';

/** Whether the package has a folder at this path, written with `/`. */
export async function folderIn(reading: Reading, path: string): Promise<boolean> {
  const found = await stat(onDisk(reading.folder, path)).catch(() => undefined);
  return found?.isDirectory() ?? false;
}

/**
 * Reports every folder of this language that Danish lacks: a misspelt folder would otherwise be left out silently, and
 * its module shown in Danish.
 */
export async function refuseStrayFolders(reading: Reading, language: Language): Promise<void> {
  const entries = await readdir(onDisk(reading.folder, language), { withFileTypes: true }).catch(() => []);
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    if (await folderIn(reading, `da/${name}`)) continue;
    const file = onDisk(reading.folder, `${language}/${name}`);
    report(reading, { file, line: 1, column: 1 }, `is not in da/; give the folder the name that it has there`);
  }
}
