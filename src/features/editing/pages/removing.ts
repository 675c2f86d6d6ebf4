import { posix } from 'node:path';
import type { Fault } from '../../../content/faults.ts';
import { draftConcerned, type Concerned } from '../answers/warnings.ts';
import type { Files } from '../differences.ts';
import type { Editing } from '../editing.ts';
import { inLanguage, withoutLanguage } from '../paths.ts';
import { isCoursePath } from '../paths.ts';
import { draftWith, newFaults, type Edits } from './edits.ts';
import { holdsOnly, referencesTo, withNames, type Reference } from './references.ts';
import { removeFromList, removeKey } from './yamlList.ts';

/** What a rename or a removal would do to the draft. */
export interface PackageChange {
  edits: Edits;
  /** What files with another name were called, by their new one. */
  named: ReadonlyMap<string, string>;
  /** What would no longer be right; it must be put right before. */
  faults: readonly Fault[];
  concerned: readonly Concerned[];
}

/** The same file in each language that has it. */
export function bothOf(files: Files, path: string): string[] {
  const bare = withoutLanguage(path);
  const both = bare === path ? [path] : (['da', 'en'] as const).map((language) => inLanguage(bare, language));
  return both.filter((one) => files.has(one));
}

/** Removes a page in every language, and the lines that do nothing but name it. */
export async function planRemoval(editing: Editing, files: Files, path: string): Promise<PackageChange> {
  const paths = bothOf(files, path);
  const references = await referencesTo(editing.draft, files, new Set(paths));
  const edits = new Map<string, string | undefined>();
  for (const [file, inFile] of Map.groupBy(references, (one) => one.file)) {
    const source = await textOf(editing, files, file);
    const without = inFile.toReversed().reduce((text, one) => withoutMention(text, one), source);
    if (without !== source) edits.set(file, without);
  }
  // What names a page is changed first: a page that nothing names disturbs nothing.
  for (const one of paths) edits.set(one, undefined);
  return changeBy(editing, files, { edits, named: new Map() });
}

/** What a step without questions may hold beside its text. */
const READING = ['id', 'title', 'minutes', 'drawing', 'text'];

/** The entry of a toolbox, and a step that is only to be read, go with their page; whatever else names it stays. */
function withoutMention(source: string, { path }: Reference): string {
  const [list, index, key] = path;
  if (list === 'tools' && typeof index === 'number') return removeFromList(source, ['tools'], index) ?? source;
  if (list !== 'steps' || typeof index !== 'number' || key !== 'text' || path.length > 3) return source;
  const entry = ['steps', index];
  const without = holdsOnly(source, entry, READING) ? removeFromList(source, ['steps'], index) : undefined;
  return without ?? removeKey(source, entry, 'text') ?? source;
}

/** Gives a page another name in every language, and writes it wherever it is named. Undefined if it cannot have it. */
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
