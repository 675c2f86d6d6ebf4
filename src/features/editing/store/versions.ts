import type { Clock } from '../../../domain/clock.ts';
import type { Day } from '../../../domain/week.ts';
import { DuplicateKey, type CollectionSchema, type Store } from '../../../store/port.ts';

export type Files = ReadonlyMap<string, VersionFile>;

export interface VersionFile {
  path: string;
  hash: string;
  /** Bytes. */
  size: number;
}

/** A published version of the course; never changed afterwards. */
export interface Version {
  /** From 1. Version 0 is the package on disk. */
  number: number;
  /** When it was published, in milliseconds since 1970. */
  at: number;
  /** The editor's own words about what is new. */
  note: string;
  /** First day of the rooms that get this version; empty for all rooms. */
  from: Day;
  /** The version that this one restores; undefined if it has new content. */
  bringsBack?: number;
  /** Empty if it restores the package on disk. */
  files: VersionFile[];
}

const schema: CollectionSchema<Version, 'number'> = {
  name: 'course_versions',
  indexes: [['number']],
  encrypted: ['note'],
};

export interface Versions {
  /** Undefined if there is no such version yet. */
  get(number: number): Promise<Version | undefined>;
  /** Publishes the version after `last`; returns undefined if another has just been published. */
  publish(last: number, version: Pick<Version, 'note' | 'from' | 'bringsBack' | 'files'>): Promise<Version | undefined>;
}

export async function createVersions(store: Store, clock: Clock): Promise<Versions> {
  const rows = await store.collection(schema);
  return {
    get: async (number) => (await rows.get(keyOf(number)))?.doc,
    publish: async (last, version) => {
      const number = last + 1;
      try {
        return (await rows.insert(keyOf(number), { ...version, number, at: clock() })).doc;
      } catch (error) {
        if (error instanceof DuplicateKey) return undefined;
        throw error;
      }
    },
  };
}

function keyOf(number: number): string {
  return String(number).padStart(6, '0');
}
