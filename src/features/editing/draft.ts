import { filesByHash, type PackageFiles } from '../../content/packageFiles.ts';
import { hashOfContent, type Contents } from './store/contents.ts';
import type { DraftFile, Drafts } from './store/drafts.ts';
import type { CourseFolder } from './store/folder.ts';
import type { VersionFile } from './store/versions.ts';

/** The draft that all editors share: the package on disk, with what they have changed since. */
export interface Draft {
  /** Every file, by path. */
  files(): Promise<ReadonlyMap<string, VersionFile>>;
  /** The package on disk. */
  onDisk: () => Promise<ReadonlyMap<string, VersionFile>>;
  /** The draft as a package, to be read or checked. Its files stay as they were when this was called. */
  asPackage(files: ReadonlyMap<string, VersionFile>, unsaved?: Unsaved): PackageFiles;
  read: (file: VersionFile) => Promise<Buffer>;
  /**
   * Saves a file if it is still as the editor found it; returns false if someone else has changed it.
   * @param base hash of the content that was found; empty if there was no such file
   */
  save(path: string, base: string, bytes: Uint8Array): Promise<boolean>;
  remove(path: string, base: string): Promise<boolean>;
  /** What the file was before, newest first. */
  earlier(path: string): Promise<DraftFile['earlier']>;
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
    const kept = (await contents.get(hash)) ?? (await folder.read(path));
    if (hashOfContent(kept) !== hash) throw new Error(`The file ${path} has just changed on disk.`);
    return kept;
  };
  const onDisk = async () => new Map((await folder.files()).map((file) => [file.path, file]));
  const hashOnDisk = async (path: string) => (await onDisk()).get(path)?.hash ?? '';
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
    earlier: async (path) => (await drafts.of(path))?.earlier ?? [],
    save: async (path, base, bytes) => {
      const hash = await contents.keep(bytes);
      return drafts.save({ path, hash, size: bytes.length }, { base, disk: await hashOnDisk(path) });
    },
    remove: async (path, base) => drafts.save({ path, hash: '', size: 0 }, { base, disk: await hashOnDisk(path) }),
  };
}

function apply(files: Map<string, VersionFile>, { path, hash, size }: DraftFile): void {
  if (hash === '') files.delete(path);
  else files.set(path, { path, hash, size });
}

function withUnsaved(files: ReadonlyMap<string, VersionFile>, { path, bytes }: Unsaved) {
  return new Map([...files, [path, { path, hash: hashOfContent(bytes), size: bytes.length }]]);
}
