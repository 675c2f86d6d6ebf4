import { structuredPatch } from 'diff';
import type { Text } from '../../text/texts.ts';
import { factsIn } from './facts.ts';
import { isText } from './paths.ts';
import type { VersionFile } from './store/versions.ts';

export type Files = ReadonlyMap<string, VersionFile>;

/** A file that is not the same in two versions. */
export interface ChangedFile {
  path: string;
  /** Undefined if the earlier version lacks the file. */
  before: VersionFile | undefined;
  /** Undefined if the later version lacks it. */
  after: VersionFile | undefined;
}

export function changedFiles(before: Files, after: Files): ChangedFile[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((path) => ({ path, before: before.get(path), after: after.get(path) }))
    .filter((file) => file.before?.hash !== file.after?.hash)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Lines of text around a change. */
const CONTEXT = 2;

/** The differences between two texts, in the form that `views/partials/editing/hunks.hbs` takes. */
export function hunksOf(before: string, after: string, text: Text) {
  const words = text.editing.difference;
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: CONTEXT });
  return hunks.map(({ newStart, lines }) => ({
    heading: words.line(newStart),
    lines: lines
      .filter((line) => !line.startsWith('\\'))
      .map((line) => ({ isNew: line.startsWith('+'), isOld: line.startsWith('-'), line: line.slice(1) })),
  }));
}

/** Files that differ, as a page shows them. @param read the content of a file of either version */
export async function shownDifferences(
  changed: readonly ChangedFile[],
  read: (file: VersionFile) => Promise<Buffer>,
  text: Text,
) {
  const textOf = async (file: VersionFile | undefined) => (file ? String(await read(file)) : '');
  const words = text.editing.difference;
  const shown = changed.map(async ({ path, before, after }) => {
    const [then, now] = isText(path) ? [await textOf(before), await textOf(after)] : ['', ''];
    return {
      name: nameIn(now || then, path, text),
      path,
      state: before ? (after ? '' : words.removed) : words.added,
      note: isText(path) ? '' : words.picture,
      hunks: isText(path) ? hunksOf(then, now, text) : [],
    };
  });
  return Promise.all(shown);
}

/** What people know the file by: its title and language; its path where it has no title. */
function nameIn(source: string, path: string, text: Text): string {
  const { title } = factsIn(source);
  const language = (['da', 'en'] as const).find((one) => path.startsWith(`${one}/`));
  if (title === '') return path;
  return language ? `${title} (${text.editing.list.languages[language].toLowerCase()})` : title;
}
