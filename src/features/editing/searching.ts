import type { Draft } from './draft.ts';
import { isText, withoutLanguage } from './paths.ts';
import type { Files } from './store/versions.ts';

/** A text of the draft that contains the search words. */
export interface Found {
  /** Without its language. */
  path: string;
  /** The first line with the words, in one of its languages. */
  line: string;
}

/** How many results are shown; with more, the search needs more words. */
const MOST = 30;

/** The texts with these words, whatever their case. */
export async function textsWith(draft: Draft, files: Files, words: string): Promise<Found[]> {
  const sought = words.toLocaleLowerCase('da');
  const found = new Map<string, string>();
  for (const file of files.values()) {
    const path = withoutLanguage(file.path);
    if (!isText(path) || found.has(path)) continue;
    const lines = String(await draft.read(file)).split('\n');
    const line = lines.find((one) => one.toLocaleLowerCase('da').includes(sought));
    if (line !== undefined) found.set(path, line.trim());
    if (found.size === MOST) break;
  }
  return [...found].map(([path, line]) => ({ path, line }));
}
