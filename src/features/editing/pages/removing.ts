import { posix } from 'node:path';
import type { Fault } from '../../../content/faults.ts';
import { draftConcerned, type Concerned } from '../answers/warnings.ts';
import type { Editing } from '../editing.ts';
import { inLanguage, withoutLanguage } from '../paths.ts';
import { isCoursePath } from '../paths.ts';
import { draftWith, newFaults, type Edits } from './edits.ts';
import { holdsOnly, referencesTo, withNames, type Reference } from './references.ts';
import { removeFromList, removeKey } from './yamlList.ts';
import type { Files } from '../store/versions.ts';

/** The effects of a rename or removal on the draft. */
export interface PackageChange {
  edits: Edits;
  /** What files with another name were called, by their new one. */
  named: ReadonlyMap<string, string>;
  /** Faults that it would cause; they must be avoided first. */
  faults: readonly Fault[];
  concerned: readonly Concerned[];
}

/** The same file in each language that has it. */
export function bothOf(files: Files, path: string): string[] {
  const bare = withoutLanguage(path);
  const both = bare === path ? [path] : (['da', 'en'] as const).map((language) => inLanguage(bare, language));
  return both.filter((one) => files.has(one));
}

/** Removes a page in every language, and the lines that only name it. */
export async function planRemoval(editing: Editing, files: Files, path: string): Promise<PackageChange> {
  const paths = bothOf(files, path);
  const references = await referencesTo(editing.draft, files, new Set(paths));
  const edits = new Map<string, string | undefined>();
  for (const [file, inFile] of Map.groupBy(references, (one) => one.file)) {
    const source = await textOf(editing, files, file);
    const without = inFile.toReversed().reduce((text, one) => withoutMention(text, one), source);
    if (without !== source) edits.set(file, without);
  }
  // References first: a page that no file names has no effect.
  for (const one of paths) edits.set(one, undefined);
  return changeBy(editing, files, { edits, named: new Map() });
}

/** The keys that a step without questions may have beside its text. */
const READING = ['id', 'title', 'minutes', 'drawing', 'text'];

/** A toolbox entry, and a step that is only read, are removed with their page; other references stay. */
function withoutMention(source: string, { path }: Reference): string {
  const [list, index, key] = path;
  if (list === 'tools' && typeof index === 'number') return removeFromList(source, ['tools'], index) ?? source;
  if (list !== 'steps' || typeof index !== 'number' || key !== 'text' || path.length > 3) return source;
  const entry = ['steps', index];
  const without = holdsOnly(source, entry, READING) ? removeFromList(source, ['steps'], index) : undefined;
  return without ?? removeKey(source, entry, 'text') ?? source;
}

/** Renames a page in every language, and every reference to it. Undefined if the name is not possible. */
export async function planRename(
  editing: Editing,
  files: Files,
  { path, name }: { path: string; name: string },
): Promise<PackageChange | undefined> {
  const paths = bothOf(files, path);
  const renamed = (one: string) => posix.join(posix.dirname(one), name + posix.extname(one));
  const isFree = paths.every((one) => isCoursePath(renamed(one)) && !files.has(renamed(one)));
  if (!/^[a-z]/.test(name) || !isFree) return undefined;
  const edits = new Map<string, Uint8Array | string | undefined>();
  for (const one of paths) edits.set(renamed(one), await bytesOf(editing, files, one));
  const references = await referencesTo(editing.draft, files, new Set(paths));
  for (const [file, inFile] of Map.groupBy(references, (one) => one.file))
    edits.set(
      file,
      withNames(await textOf(editing, files, file), inFile, ({ value }) => renamed(value)),
    );
  for (const one of paths) edits.set(one, undefined);
  return changeBy(editing, files, { edits, named: new Map(paths.map((one) => [renamed(one), one])) });
}

async function changeBy(
  editing: Editing,
  files: Files,
  { edits, named }: Pick<PackageChange, 'edits' | 'named'>,
): Promise<PackageChange> {
  const { checkDraft } = editing;
  const after = await checkDraft(await draftWith(editing, files, edits));
  const faults = newFaults(await checkDraft(files), after);
  return { edits, named, faults, concerned: faults.length === 0 ? await draftConcerned(editing, after) : [] };
}

async function bytesOf({ draft }: Editing, files: Files, path: string): Promise<Buffer> {
  const file = files.get(path);
  if (!file) throw new Error(`The draft has no ${path}.`);
  return draft.read(file);
}

async function textOf(editing: Editing, files: Files, path: string): Promise<string> {
  return String(await bytesOf(editing, files, path));
}
