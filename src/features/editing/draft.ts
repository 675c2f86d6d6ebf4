import { filesByHash, type PackageFiles } from '../../content/package/packageFiles.ts';
import { hashOfContent, type Contents } from './store/contents.ts';
import type { DraftFile, Drafts } from './store/drafts.ts';
import type { CourseFolder } from './store/folder.ts';
import type { VersionFile } from './store/versions.ts';

/** The draft that all editors share: the package on disk with their changes. */
export interface Draft {
  /** Every file, by path. */
  files(): Promise<ReadonlyMap<string, VersionFile>>;
  /** The package on disk. */
  onDisk: () => Promise<ReadonlyMap<string, VersionFile>>;
  /** A snapshot of the draft as a package, to be read or checked. */
  asPackage(files: ReadonlyMap<string, VersionFile>, unsaved?: Unsaved): PackageFiles;
  read: (file: VersionFile) => Promise<Buffer>;
  /**
   * Saves a file if it is still as the editor found it; returns false if someone else has changed it.
   * @param base hash of the content that was found; empty if there was no such file
   */
  save(path: string, base: string, bytes: Uint8Array): Promise<boolean>;
  /** Renames a file, keeping its earlier contents; false if the name is taken. */
  saveAs(path: string, bytes: Uint8Array, named: string): Promise<boolean>;
  remove(path: string, base: string): Promise<boolean>;
  /** The file's earlier contents, newest first. */
  earlier(path: string): Promise<DraftFile['earlier']>;
  /** Removed files that were not renamed, with their last contents. */
  removed(): Promise<VersionFile[]>;
}

/** A file as it is being written, before it is saved. */
export interface Unsaved {
  path: string;
  bytes: Uint8Array;
}

interface DraftDeps {
  drafts: Drafts;
  contents: Contents;
  folder: CourseFolder;
}

export function createDraft({ drafts, contents, folder }: DraftDeps): Draft {
  const read = async ({ path, hash }: VersionFile): Promise<Buffer> => {
    // The disk is faster than the store, and has most files of a draft.
    const found = (await folder.read(path, hash)) ?? (await contents.get(hash));
    if (!found) throw new Error(`The file ${path} has just changed on disk.`);
    return found;
  };
  const onDisk = async () => new Map((await folder.files()).map((file) => [file.path, file]));
  return {
    read,
    onDisk,
    files: async () => {
      const files = await onDisk();
      for (const changed of await drafts.all()) apply(files, changed);
      return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    },
    asPackage: (saved, unsaved) => {
      const files = unsaved ? withUnsaved(saved, unsaved) : saved;
      const byHash = new Map([...files.values()].map((file) => [file.hash, file]));
      return filesByHash(files, async (hash) => {
        const file = byHash.get(hash) ?? { path: '', hash, size: 0 };
        return unsaved?.path === file.path ? unsaved.bytes : read(file);
      });
    },
    removed: async () => removedIn(await drafts.all()),
    ...saving({ drafts, contents, onDisk, read }),
  };
}

type Saving = Pick<DraftDeps, 'drafts' | 'contents'> & Pick<Draft, 'onDisk' | 'read'>;

function saving({ drafts, contents, onDisk, read }: Saving): Pick<Draft, 'earlier' | 'save' | 'saveAs' | 'remove'> {
  /** The file on disk. Its content is stored before it is first overwritten, since the disk may change. */
  const diskKept = async (path: string) => {
    const file = (await drafts.of(path)) ? undefined : (await onDisk()).get(path);
    if (file) await contents.keep(await read(file));
    return file;
  };
  const earlier = async (path: string) => (await drafts.of(path))?.earlier ?? [];
  const keep = async (path: string, bytes: Uint8Array): Promise<VersionFile> => {
    return { path, hash: await contents.keep(bytes), size: bytes.length };
  };
  return {
    earlier,
    save: async (path, base, bytes) => drafts.save(await keep(path, bytes), { base, disk: await diskKept(path) }),
    saveAs: async (path, bytes, named) =>
      drafts.save(await keep(path, bytes), { base: '', disk: await diskKept(path) }, await earlier(named)),
    remove: async (path, base) => drafts.save({ path, hash: '', size: 0 }, { base, disk: await diskKept(path) }),
  };
}

function removedIn(drafts: readonly DraftFile[]): VersionFile[] {
  const there = drafts.filter(({ hash }) => hash !== '');
  // A renamed file still exists, together with its earlier contents.
  const known = new Set(there.flatMap(({ hash, earlier }) => [hash, ...earlier.map((one) => one.hash)]));
  return drafts
    .filter(({ hash }) => hash === '')
    .flatMap(({ path, earlier: [last] }) => (last && !known.has(last.hash) ? [{ path, ...last }] : []))
    .map(({ path, hash, size }) => ({ path, hash, size }));
}

function apply(files: Map<string, VersionFile>, { path, hash, size }: DraftFile): void {
  if (hash === '') files.delete(path);
  else files.set(path, { path, hash, size });
}

function withUnsaved(files: ReadonlyMap<string, VersionFile>, { path, bytes }: Unsaved) {
  return new Map([...files, [path, { path, hash: hashOfContent(bytes), size: bytes.length }]]);
}
