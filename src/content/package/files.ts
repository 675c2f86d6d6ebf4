import type { Place } from '../faults.ts';
import { onDisk } from './paths.ts';
import { report, type Reading } from '../reading/context.ts';

/** Far above any text of a course; keeps a wrong file from filling the memory. */
const MOST_BYTES = 256 * 1024;

interface NamedFile {
  /** Path inside the package, with `/`. */
  path: string;
  /** Where the package names the file, which is where an author corrects a wrong name. */
  namedAt: Place;
}

/** Whether a file of the package can be used; records why it cannot. */
export async function findFile(reading: Reading, { path, namedAt }: NamedFile): Promise<boolean> {
  const fault = await reading.files.whyUnusable(path);
  if (fault !== undefined) report(reading, namedAt, { da: `${path} ${fault.da}`, en: `${path} ${fault.en}` });
  return fault === undefined;
}

/** Reads a text file of the package. Records a fault and returns nothing if it is missing, too large or not UTF-8. */
export async function readText(reading: Reading, named: NamedFile): Promise<string | undefined> {
  if (!(await findFile(reading, named))) return undefined;
  const bytes = await reading.files.read(named.path);
  const start = { file: onDisk(reading.folder, named.path), line: 1, column: 1 };
  if (bytes.length > MOST_BYTES) {
    report(reading, start, {
      da: `Filen er større end ${MOST_BYTES / 1024} kB. Del den i flere filer.`,
      en: `is larger than ${MOST_BYTES / 1024} kB; split it into several files`,
    });
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    report(reading, start, {
      da: 'Filen er ikke UTF-8. Gem den som UTF-8 i dit program.',
      en: 'is not UTF-8; save it as UTF-8 in your editor',
    });
    return undefined;
  }
}
