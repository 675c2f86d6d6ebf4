import { posix } from 'node:path';
import type { Editing } from '../editing.ts';
import { withoutLanguage } from '../paths.ts';
import type { VersionFile } from '../store/versions.ts';
import { referencesTo } from './references.ts';
import { addToList } from './yamlList.ts';

/**
 * Restores a removed page in every language with its last content, and in the list of the toolbox. Returns the
 * requested file; undefined if it is not among the removed ones.
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

/** Adds a tool's page to the toolbox list again, unless someone else has changed the list meanwhile. */
async function listAgain(draft: Editing['draft'], { path }: VersionFile): Promise<void> {
  const box = (await draft.files()).get(posix.join(posix.dirname(path), 'toolbox.yaml'));
  if (!box) return;
  if ((await referencesTo(draft, new Map([[box.path, box]]), new Set([path]))).length > 0) return;
  const source = String(await draft.read(box));
  const listed = addToList(source, ['tools'], { after: Infinity, lines: [posix.basename(path)] });
  if (listed !== undefined) await draft.save(box.path, box.hash, Buffer.from(listed));
}
