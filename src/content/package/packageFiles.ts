import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { onDisk, publicAddress } from './paths.ts';
import type { Localized } from '../localized.ts';

/** The files of a course package, wherever they lie. A path is inside the package, and written with `/`. */
export interface PackageFiles {
  /** Why the file cannot be used, in words that follow its name; undefined if it can be. */
  whyUnusable(path: string): Promise<Localized | undefined>;
  /** Whether there is anything at this path. */
  has(path: string): Promise<boolean>;
  /** Call this only for a file that can be used. */
  read(path: string): Promise<Uint8Array>;
  hasFolder(path: string): Promise<boolean>;
  /** Names of the folders directly in a folder; none if there is no such folder. */
  foldersIn(path: string): Promise<string[]>;
  /** The address at which the tool serves the file. */
  addressOf(courseId: string, path: string): string;
}

const MISSING: Localized = {
  da: 'findes ikke i kurset. Opret filen, eller ret navnet.',
  en: 'is not in the package; add the file or correct the name',
};
const EMPTY: Localized = { da: 'er tom. Skriv noget i den.', en: 'is empty; write its content' };
const NO_FILE: Localized = {
  da: 'er ikke en fil. Skriv navnet på en fil.',
  en: 'is not a file; give the name of a file',
};
const OUTSIDE: Localized = {
  da: 'fører ud af kurset. Læg selve filen i kurset.',
  en: 'leads out of the package; put the file itself in the package',
};

/**
 * A package in a folder on disk. A symbolic link that leads out of it is refused: the tool shows its files to everyone.
 */
export function filesOnDisk(folder: string): PackageFiles {
  const at = (path: string) => onDisk(folder, path);
  return {
    whyUnusable: async (path) => {
      const found = await stat(at(path)).catch(() => undefined);
      if (!found) return MISSING;
      if (!found.isFile()) return NO_FILE;
      if (found.size === 0) return EMPTY;
      const inside = (await realpath(at(path))).startsWith((await realpath(folder)) + sep);
      return inside ? undefined : OUTSIDE;
    },
    has: async (path) => (await stat(at(path)).catch(() => undefined)) !== undefined,
    read: (path) => readFile(at(path)),
    hasFolder: async (path) => (await stat(at(path)).catch(() => undefined))?.isDirectory() ?? false,
    foldersIn: async (path) => {
      const entries = await readdir(at(path), { withFileTypes: true }).catch(() => []);
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    },
    addressOf: publicAddress,
  };
}

/** A file that is found by the hash of its content. */
export interface HashedFile {
  hash: string;
  /** Bytes. */
  size: number;
}

/**
 * A package whose files are kept by the hash of their content. The hash is part of each address, so that two versions
 * of a picture can be shown at once.
 *
 * @param read returns the content with this hash
 */
export function filesByHash(
  files: ReadonlyMap<string, HashedFile>,
  read: (hash: string) => Promise<Uint8Array>,
): PackageFiles {
  return {
    whyUnusable: (path) => {
      const found = files.get(path);
      return Promise.resolve(found ? (found.size === 0 ? EMPTY : undefined) : MISSING);
    },
    has: (path) => Promise.resolve(files.has(path)),
    read: async (path) => {
      // Reading the whole package takes most of a second the first time, so other work gets a turn between files.
      await new Promise(setImmediate);
      return read(files.get(path)?.hash ?? '');
    },
    hasFolder: (path) => Promise.resolve([...files.keys()].some((one) => one.startsWith(`${path}/`))),
    foldersIn: (path) => Promise.resolve(foldersAmong([...files.keys()], path)),
    addressOf: (courseId, path) => `${publicAddress(courseId, path)}?v=${files.get(path)?.hash ?? ''}`,
  };
}

function foldersAmong(paths: readonly string[], folder: string): string[] {
  const below = paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
  return [...new Set(below.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''))];
}
