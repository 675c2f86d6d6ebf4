import { isDeepStrictEqual } from 'node:util';
import type { Table } from '../engine.ts';
import type { Rekey } from '../port.ts';

/**
 * Moves a document from its former key. It is written at the new one before it is removed at the former, so a move that
 * was interrupted is done again, and several processes may do it at once. Returns false if it is gone: another process
 * has moved it.
 *
 * Something else at the new key was written while a program of the former version still ran. Neither may be lost, and
 * nobody can say which is right, so the document gets the first free key behind it.
 */
export async function move(table: Table, formerKey: string, { keyOf }: Rekey): Promise<boolean> {
  for (let tried = 1; ; tried += 1) {
    // Read again each time: where another process is done with all, the new document may have changed since, or be gone.
    const stored = await table.get(formerKey);
    if (!stored) return false;
    const { doc } = stored;
    const key = keyOf(formerKey, doc);
    const free = tried === 1 ? key : `${key}/${tried}`;
    const isThere = (await table.insert(free, doc)) || isDeepStrictEqual((await table.get(free))?.doc, doc);
    if (isThere) return table.delete(formerKey);
  }
}
