import { faultLine, type Fault } from '../../../content/faults.ts';
import type { DraftCheck } from '../checking.ts';
import type { Draft } from '../draft.ts';
import type { Editing } from '../editing.ts';
import { hashOfContent } from '../store/contents.ts';
import type { VersionFile, Files } from '../store/versions.ts';

/** Changes to several files, in the order of saving: the new text, or undefined to remove the file. */
export type Edits = ReadonlyMap<string, Uint8Array | string | undefined>;

/** The draft with the edits. Only contents are stored for it, which no file refers to yet. */
export async function draftWith({ contents }: Editing, files: Files, edits: Edits): Promise<Files> {
  const after = new Map(files);
  for (const [path, content] of edits) {
    if (content === undefined) after.delete(path);
    else after.set(path, await kept(contents, path, content));
  }
  return after;
}

async function kept(contents: Editing['contents'], path: string, content: Uint8Array | string): Promise<VersionFile> {
  const bytes = Buffer.from(content);
  return { path, hash: await contents.keep(bytes), size: bytes.length };
}

/** The faults that the edits would add, except those that never prevent publishing. */
export function newFaults(before: DraftCheck, after: DraftCheck): Fault[] {
  // An edit moves lines, so faults are compared by file and message.
  const mark = (fault: Fault) => faultLine({ ...fault, line: 0, column: 0 });
  const known = new Set(before.faults.map(mark));
  return after.faults.filter((fault) => !after.hard.includes(fault) && !known.has(mark(fault)));
}

/**
 * Saves the edits one by one, each over what it was made from. Their order is such that a draft with only the first of
 * them still holds every text. Returns false if someone else has changed one of the files meanwhile.
 * @param named what files with another name were called, by their new one
 */
export async function saveEdits(
  draft: Draft,
  files: Files,
  { edits, named }: { edits: Edits; named?: ReadonlyMap<string, string> },
): Promise<boolean> {
  for (const [path, content] of edits) {
    const base = files.get(path)?.hash ?? '';
    if (content !== undefined && hashOfContent(Buffer.from(content)) === base) continue;
    const isSaved = await saved(draft, { path, base, content, was: named?.get(path) });
    if (!isSaved) return false;
  }
  return true;
}

interface Edit {
  path: string;
  base: string;
  content: Uint8Array | string | undefined;
  was: string | undefined;
}

function saved(draft: Draft, { path, base, content, was }: Edit): Promise<boolean> {
  if (content === undefined) return draft.remove(path, base);
  const bytes = Buffer.from(content);
  return was === undefined ? draft.save(path, base, bytes) : draft.saveAs(path, bytes, was);
}
