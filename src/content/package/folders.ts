import type { Language } from '../../domain/viewer.ts';
import { onDisk } from './paths.ts';
import { report, type Reading } from '../reading/context.ts';

/** Whether the package has a folder at this path, written with `/`. */
export function folderIn(reading: Reading, path: string): Promise<boolean> {
  return reading.files.hasFolder(path);
}

/**
 * Reports every folder of this language that Danish lacks: a misspelt folder would otherwise be left out silently, and
 * its module shown in Danish.
 */
export async function refuseStrayFolders(reading: Reading, language: Language): Promise<void> {
  for (const name of await reading.files.foldersIn(language)) {
    if (await folderIn(reading, `da/${name}`)) continue;
    const file = onDisk(reading.folder, `${language}/${name}`);
    report(
      reading,
      { file, line: 1, column: 1 },
      {
        da: 'Mappen findes ikke i da/. Giv den samme navn som dér.',
        en: 'is not in da/; give the folder the name that it has there',
      },
    );
  }
}
