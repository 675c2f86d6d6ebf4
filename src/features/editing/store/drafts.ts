import type { Clock } from '../../../domain/clock.ts';
import { findAll } from '../../../store/findAll.ts';
import { DuplicateKey, type Collection, type CollectionSchema, type Store } from '../../../store/port.ts';

/** A file that differs from the package on disk, or once did. */
export interface DraftFile {
  path: string;
  /** Of its content; empty if the file is removed. */
  hash: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  savedAt: number;
  /** Earlier contents, newest first, so that nothing saved is lost, whoever overwrote it. */
  earlier: { hash: string; size: number; until: number }[];
}

/** How many earlier contents of a file are kept. */
const REMEMBERED = 30;

const schema: CollectionSchema<DraftFile, 'path'> = { name: 'course_drafts', indexes: [['path']], encrypted: [] };

/** The draft that all editors share, file by file. */
export interface Drafts {
  all(): Promise<DraftFile[]>;
  /** Undefined if it has never been saved. */
  of(path: string): Promise<DraftFile | undefined>;
  /**
   * Saves a file if its content still has the hash that the editor began with; returns false if it has another.
   * @param expected.disk the file on disk, which holds until the file is first saved
   * @param before its earlier contents under another name
   */
  save(
    file: Pick<DraftFile, 'path' | 'hash' | 'size'>,
    expected: { base: string; disk: Pick<DraftFile, 'hash' | 'size'> | undefined },
    before?: DraftFile['earlier'],
  ): Promise<boolean>;
}

export async function createDrafts(store: Store, clock: Clock): Promise<Drafts> {
  const rows = await store.collection(schema);
  return {
    all: () => findAll(rows, {}),
    of: async (path) => (await rows.get(path))?.doc,
    save: async (file, { base, disk }, named = []) => {
      const current = await rows.get(file.path);
      const { hash, size } = current?.doc ?? disk ?? { hash: '', size: 0 };
      if (hash === file.hash) return true;
      if (hash !== base) return false;
      const before = hash === '' ? [] : [{ hash, size, until: clock() }];
      const earlier = [...before, ...(current?.doc.earlier ?? []), ...named].slice(0, REMEMBERED);
      const saved = { ...file, savedAt: clock(), earlier };
      return current ? (await rows.replace(file.path, current.version, saved)) !== undefined : insertNew(rows, saved);
    },
  };
}

async function insertNew(rows: Collection<DraftFile, 'path'>, file: DraftFile): Promise<boolean> {
  try {
    await rows.insert(file.path, file);
    return true;
  } catch (error) {
    if (error instanceof DuplicateKey) return false;
    throw error;
  }
}
