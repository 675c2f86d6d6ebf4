import { filesByHash, type PackageFiles } from '../../content/packageFiles.ts';
import { hashOfContent, type Contents } from './store/contents.ts';
import type { DraftFile, Drafts } from './store/drafts.ts';
import type { CourseFolder } from './store/folder.ts';
import type { VersionFile } from './store/versions.ts';

/** The draft that all editors share: the package on disk, with what they have changed since. */
export interface Draft {
  /** Every file, by path. */
  files(): Promise<ReadonlyMap<string, VersionFile>>;
  /** The draft as a package, to be read or checked. Its files stay as they were when this was called. */
  asPackage(files: ReadonlyMap<string, VersionFile>): PackageFiles;
  read(file: VersionFile): Promise<Buffer>;
  /**
   * Saves a file if it is still as the editor found it; returns false if someone else has changed it.
   * @param base hash of the content that was found; empty if there was no such file
   */
  save(path: string, base: string, bytes: Uint8Array): Promise<boolean>;
  remove(path: string, base: string): Promise<boolean>;
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
  const onDisk = async (path: string) => (await folder.files()).find((file) => file.path === path)?.hash ?? '';
  return {
    read,
    files: async () => {
      const files = new Map((await folder.files()).map((file) => [file.path, file]));
      for (const changed of await drafts.all()) apply(files, changed);
      return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    },
    asPackage: (files) => {
      const byHash = new Map([...files.values()].map((file) => [file.hash, file]));
      return filesByHash(files, (hash) => read(byHash.get(hash) ?? { path: '', hash, size: 0 }));
    },
    save: async (path, base, bytes) => {
      const hash = await contents.keep(bytes);
      return drafts.save({ path, hash, size: bytes.length }, { base, disk: await onDisk(path) });
    },
    remove: async (path, base) => drafts.save({ path, hash: '', size: 0 }, { base, disk: await onDisk(path) }),
  };
}

function apply(files: Map<string, VersionFile>, { path, hash, size }: DraftFile): void {
  if (hash === '') files.delete(path);
  else files.set(path, { path, hash, size });
}
