import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { findAllStored } from '../../../store/findAll.ts';
import { type Collection, type CollectionSchema, DuplicateKey, type Stored } from '../../../store/port.ts';

export const ERASURES = 'erasures';

/**
 * A record that someone was erased. The key is the hash of a random id: it does not reveal the person, and yet
 * identifies their documents in a backup.
 */
export interface Erasure {
  /**
   * `under way` and `removed` must be continued by the process that finds them; after `removed` the engine's files may
   * still hold data.
   */
  state: 'under way' | 'removed' | 'done';
  /** When it was requested, in milliseconds since 1970. */
  at: number;
  /** The person it is about, until it is done. */
  whom: { room: string; person: string } | null;
  /** Who requested it; absent in erasures from before this was recorded. */
  by?: Eraser['by'];
  /** Id of the administrator; empty if it was the person or a command. */
  actor?: string;
}

/** Who erases someone. */
export type Eraser = { by: 'self' | 'operator' } | { by: 'administrator'; actor: string };

export const erasureSchema: CollectionSchema<Erasure, 'state'> = {
  name: ERASURES,
  indexes: [['state']],
  encrypted: ['whom'],
};

export function hashOf(person: string): string {
  return createHash('sha256').update(`erased ${person}`).digest('base64url');
}

/** The path of the list of erasures outside the store: one line of JSON each, beside the embedded store. */
export function listPath(dataDir: string): string {
  return join(dataDir, 'erasures.jsonl');
}

const line = z.object({ erased: z.string().regex(/^[\w-]{43}$/), at: z.number() });

export function erasureLine(hash: string, at: number): string {
  return `${JSON.stringify({ erased: hash, at })}\n`;
}

/** The line is on disk when this returns. */
export function addToList(path: string, hash: string, at: number): void {
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'a', 0o600);
  try {
    appendFileSync(file, erasureLine(hash, at));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Reads the hashes in a list, with their times. An incomplete last line was being written when the machine stopped;
 * that erasure is also in the store, as one to continue.
 * @throws {Error} if the file cannot be read, or a complete line is invalid
 */
export function readList(path: string): Map<string, number> {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return new Map(
    lines.filter(Boolean).map((text) => {
      const { erased, at } = line.parse(JSON.parse(text));
      return [erased, at];
    }),
  );
}

export type Erasures = Collection<Erasure, 'state'>;

export function allErasures(erasures: Erasures): Promise<Stored<Erasure>[]> {
  return findAllStored(erasures, {});
}

/** Records erasures that another store's list contains. */
export async function noteErased(erasures: Erasures, list: ReadonlyMap<string, number>): Promise<void> {
  for (const [hash, at] of list) {
    try {
      await erasures.insert(hash, { state: 'done', at, whom: null });
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
    }
  }
}
