import { diffWordsWithSpace, structuredPatch } from 'diff';
import type { Language } from '../../domain/viewer.ts';
import { texts, type Text } from '../../text/texts.ts';
import { fileAddress } from './addresses.ts';
import type { Draft } from './draft.ts';
import { factsOf } from './facts.ts';
import { nameInFull, type Titles } from './names.ts';
import { isText } from './paths.ts';
import type { VersionFile, Files } from './store/versions.ts';

/** A file that differs between two versions. */
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

/**
 * What differs more is another text, and is shown as one: to look for what is left of the old in two texts that have
 * nothing in common takes the square of their length, in which nobody is answered.
 */
const MOST_LINES_OTHER = 1000;
const MOST_WORDS_OTHER = 200;

/** The differences between two texts, in the form that `views/partials/editing/hunks.hbs` takes. */
export function hunksOf(before: string, after: string, text: Text) {
  const words = text.editing.difference;
  const limits = { context: CONTEXT, maxEditLength: MOST_LINES_OTHER };
  const patch = structuredPatch('', '', before, after, '', '', limits);
  if (!patch) return [{ heading: words.line(1), lines: [...plainly(before, false), ...plainly(after, true)] }];
  return patch.hunks.map(({ newStart, lines }) => ({
    heading: words.line(newStart),
    lines: linesOf(lines.filter((line) => !line.startsWith('\\'))),
  }));
}

/** All lines of a text, as old or as new. */
function plainly(text: string, isNew: boolean) {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  return lines.map((words) => ({ isNew, isOld: !isNew, parts: [{ words, isOther: false }] }));
}

/** A part of a line; `isOther` if only this one of the two lines has it. */
interface Words {
  words: string;
  isOther: boolean;
}

/** If as many lines were added as removed, pairs them and marks the words that differ. */
function linesOf(lines: readonly string[]) {
  return lines.map((line, index) => {
    const [isNew, isOld] = [line.startsWith('+'), line.startsWith('-')];
    const twin = isNew || isOld ? twinOf(lines, index) : undefined;
    const words = line.slice(1);
    const parts: Words[] = twin === undefined ? [{ words, isOther: false }] : partsOf(words, twin);
    return { isNew, isOld, parts };
  });
}

/** The counterpart of a changed line; undefined if the numbers of added and removed lines differ. */
function twinOf(lines: readonly string[], index: number): string | undefined {
  const mark = lines[index]?.[0];
  const first = lines.slice(0, index).findLastIndex((line) => line[0] === ' ') + 1;
  const next = lines.findIndex((line, place) => place > index && line[0] === ' ');
  const block = lines.slice(first, next === -1 ? lines.length : next);
  const [same, others] = [block.filter((line) => line[0] === mark), block.filter((line) => line[0] !== mark)];
  const place = lines.slice(first, index).filter((line) => line[0] === mark).length;
  return same.length === others.length ? others[place]?.slice(1) : undefined;
}

/** If more than this share of a line differs, it is shown as a new line: marks everywhere would tell nothing. */
const MOST_OTHER = 0.6;

function partsOf(line: string, twin: string): Words[] {
  const found = diffWordsWithSpace(twin, line, { maxEditLength: MOST_WORDS_OTHER });
  if (!found) return [{ words: line, isOther: false }];
  const parts = found.flatMap(({ value, added, removed }): Words[] =>
    removed ? [] : [{ words: value, isOther: added }],
  );
  const other = parts.reduce((sum, { words, isOther }) => sum + (isOther ? words.length : 0), 0);
  return other > line.length * MOST_OTHER ? [{ words: line, isOther: false }] : parts;
}

/**
 * Files that differ, as a page shows them.
 * @param read the content of a file of either version
 * @param there files that can be written in now
 */
export async function shownDifferences(
  changed: readonly ChangedFile[],
  read: (file: VersionFile) => Promise<Buffer>,
  { titles, there, language }: { titles: Titles; there: Files; language: Language },
) {
  const text = texts[language];
  const textOf = async (file: VersionFile | undefined) => (file ? String(await read(file)) : '');
  const words = text.editing.difference;
  const shown = changed.map(async ({ path, before, after }) => {
    const [then, now] = isText(path) ? [await textOf(before), await textOf(after)] : ['', ''];
    return {
      name: nameInFull(path, titles, language),
      href: isText(path) && there.has(path) ? fileAddress(path) : '',
      state: before ? (after ? '' : words.removed) : words.added,
      note: isText(path) ? '' : words.picture,
      hunks: isText(path) ? hunksOf(then, now, text) : [],
    };
  });
  return Promise.all(shown);
}

/** The same, with links to the files of the draft. */
export async function differencesNow({ draft }: { draft: Draft }, changed: readonly ChangedFile[], language: Language) {
  const there = await draft.files();
  return shownDifferences(changed, draft.read, { titles: await factsOf(draft, there), there, language });
}
