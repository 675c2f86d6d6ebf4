import type { Clock } from '../../../domain/clock.ts';
import { findAll } from '../../../store/findAll.ts';
import { DuplicateKey, type CollectionSchema, type Store } from '../../../store/port.ts';

/** A file that differs from the package on disk, or once did. */
export interface DraftFile {
  path: string;
  /** Of its content; empty if the file is removed. */
  hash: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  savedAt: number;
}

const schema: CollectionSchema<DraftFile, 'path'> = { name: 'course_drafts', indexes: [['path']], encrypted: [] };

/** The draft that all editors share, file by file. */
export interface Drafts {
  all(): Promise<DraftFile[]>;
  /**
   * Saves a file if its content still has the hash that the editor began with; returns false if it has another.
   * @param disk the hash on disk, which holds until the file is first saved; empty if there is none
   */
  save(file: Omit<DraftFile, 'savedAt'>, expected: { base: string; disk: string }): Promise<boolean>;
}

export async function createDrafts(store: Store, clock: Clock): Promise<Drafts> {
  const rows = await store.collection(schema);
  return {
    all: () => findAll(rows, {}),
    save: async (file, { base, disk }) => {
      const saved = { ...file, savedAt: clock() };
      const current = await rows.get(file.path);
      const hash = current?.doc.hash ?? disk;
      if (hash === file.hash) return true;
      if (hash !== base) return false;
      if (current) return (await rows.replace(file.path, current.version, saved)) !== undefined;
      try {
        await rows.insert(file.path, saved);
        return true;
      } catch (error) {
        if (error instanceof DuplicateKey) return false;
        throw error;
      }
    },
  };
}
