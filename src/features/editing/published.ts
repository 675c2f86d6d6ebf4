import type { Editing } from './editing.ts';
import type { Version, Files } from './store/versions.ts';

/** The files of a version; those of the package on disk for version 0, and for one that brings it back. */
export async function filesOf({ served, draft }: Editing, number: number): Promise<Files | undefined> {
  const found = served.published().find((version) => version.number === number);
  if (!found && number !== 0) return undefined;
  return found && found.files.length > 0 ? new Map(found.files.map((file) => [file.path, file])) : draft.onDisk();
}

/** The files of the version that was published last. */
export async function publishedFiles(editing: Editing): Promise<Files> {
  return (await filesOf(editing, editing.served.published().length)) ?? new Map();
}

/** The newest version that all rooms have. */
export function inUse(published: readonly Version[]): number {
  return published.findLast(({ from }) => from === '')?.number ?? 0;
}

/** Bytes that these versions take in the store: their lists of files, and each content once, in base64. */
export function sizeOf(published: readonly Version[]): number {
  const contents = new Map(published.flatMap(({ files }) => files.map(({ hash, size }) => [hash, size] as const)));
  const bytes = [...contents.values()].reduce((sum, size) => sum + Math.ceil(size / 3) * 4, 0);
  return published.reduce((sum, version) => sum + JSON.stringify(version).length, bytes);
}
