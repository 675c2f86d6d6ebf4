import { posix } from 'node:path';
import type { Draft } from './draft.ts';
import type { VersionFile, Files } from './store/versions.ts';
import { withoutLanguage } from './paths.ts';

/** A file's title, from itself or from the place that names it. */
export interface Facts {
  id: string;
  title: string;
  /** The key under which `course.yaml` names it, if it has no title. */
  key: string;
  /** Sorts the files of a part of the course in the order in which people meet them. */
  place: string;
}

type Named = readonly [path: string, facts: Facts];

/**
 * By path and hash: a file's own facts, and those it gives about others. A page needs all files, and few have changed.
 */
const known = new Map<string, { own: Named; named: readonly Named[] }>();
const MOST_KNOWN = 2000;

/** The facts about each text file; read line by line, since a file of a draft need not be valid YAML. */
export async function factsOf(draft: Draft, files: Files): Promise<Map<string, Facts>> {
  if (known.size > MOST_KNOWN) known.clear();
  const yaml = [...files.values()].filter(({ path }) => path.endsWith('.yaml'));
  const all = await Promise.all(yaml.map((file) => factsOfFile(draft, file)));
  return new Map([...all.flatMap(({ named }) => named).toReversed(), ...all.map(({ own }) => own)]);
}

async function factsOfFile(draft: Draft, file: VersionFile) {
  const key = `${file.path} ${file.hash}`;
  const before = known.get(key);
  if (before) return before;
  const source = String(await draft.read(file));
  const found = { own: [file.path, factsIn(source, file.path)] as const, named: namedIn(file.path, source) };
  known.set(key, found);
  return found;
}

/** @param path of the file */
export function factsIn(source: string, path = ''): Facts {
  return { id: valueOf(source, 'id'), title: valueOf(source, 'title'), key: '', place: placeOf(path) };
}

/** Where a file sorts: the file that describes a part comes first in it. */
function placeOf(path: string): string {
  return withoutLanguage(path).replace(/(?:module|toolbox)\.yaml$/, '');
}

function valueOf(source: string, key: string): string {
  const [, value = ''] = new RegExp(`^${key}:[ \\t]*(.*)$`, 'm').exec(source) ?? [];
  return unquoted(value);
}

function unquoted(value: string): string {
  return value.trim().replace(/^(['"])(.*)\1$/, '$2');
}

/** `key: value`, alone or first in an entry of a list. */
const LINE = /^((?: |- )*)(\w+):(?: +(.*))?$/;

/** A mapping around a line: its latest key, and its title if that was read already. */
interface Level {
  indent: number;
  key: string;
  title: string;
}

/** The texts and captions that a file names, each with the title beside the name or around it. */
function namedIn(file: string, source: string): Named[] {
  let levels: Level[] = [];
  return source.split('\n').flatMap((line, index) => {
    const [, before = '', key = '', written = ''] = LINE.exec(line) ?? [];
    if (key === '') return [];
    const value = unquoted(written);
    levels = levelsAt(levels, { before, key, value });
    const title = levels.findLast((level) => level.title !== '')?.title ?? '';
    const place = `${placeOf(file)} ${String(index).padStart(5, '0')}`;
    const facts = { id: '', title, key: levels[0]?.key ?? '', place };
    return pathsOf(file, value).map((path): Named => [path, facts]);
  });
}

/** The mappings that the line is in, outermost first. */
function levelsAt(levels: readonly Level[], line: { before: string; key: string; value: string }): Level[] {
  const { before, key, value } = line;
  const indent = before.length;
  const same = before.endsWith('- ') ? undefined : levels.find((level) => level.indent === indent);
  const title = key === 'title' ? value : (same?.title ?? '');
  return [...levels.filter((level) => level.indent < indent), { indent, key, title }];
}

/** The path of a named file, beside the file that names it; `course.yaml` names a text in every language. */
function pathsOf(file: string, name: string): string[] {
  if (name.endsWith('.vtt')) return [posix.join('media', name)];
  if (!name.endsWith('.md')) return [];
  const folder = posix.dirname(file);
  return (folder === '.' ? ['da', 'en'] : [folder]).map((one) => posix.join(one, name));
}
