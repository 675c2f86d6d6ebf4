import { posix } from 'node:path';
import type { Editing } from '../editing.ts';
import { withoutLanguage } from '../paths.ts';
import type { VersionFile } from '../store/versions.ts';
import { referencesTo } from './references.ts';
import { addToList } from './yamlList.ts';

/**
 * Brings back what was removed, in every language: as it was last, and in the list of the toolbox. Returns the file that
 * was asked for; undefined if it is not among those that were removed.
 */
export async function restoreFile({ draft, contents }: Editing, path: string): Promise<string | undefined> {
  const removed = await draft.removed();
  const found = removed.filter((one) => withoutLanguage(one.path) === withoutLanguage(path));
  if (!found.some((one) => one.path === path)) return undefined;
  for (const one of found) {
    const bytes = await contents.get(one.hash);
    if (bytes) await draft.save(one.path, '', bytes);
  }
  for (const one of found) await listAgain(draft, one);
  return path;
}

/** Names a page of the toolbox in its list again; whoever has changed the list meanwhile has the last word. */
async function listAgain(draft: Editing['draft'], { path }: VersionFile): Promise<void> {
  const box = (await draft.files()).get(posix.join(posix.dirname(path), 'toolbox.yaml'));
  if (!box) return;
  if ((await referencesTo(draft, new Map([[box.path, box]]), new Set([path]))).length > 0) return;
  const source = String(await draft.read(box));
  const listed = addToList(source, ['tools'], { after: Infinity, lines: [posix.basename(path)] });
  if (listed !== undefined) await draft.save(box.path, box.hash, Buffer.from(listed));
}
