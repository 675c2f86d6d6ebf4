import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable } from '../errors.ts';
import { inTurn, type Connection } from './connection.ts';
import { BUSY_MS } from './open.ts';

const TRIES = 10;
const PAUSE_MS = 100;

/**
 * Writes the log's pages into the database file and truncates the log: until then the log holds whole pages from before
 * a deletion. A reader in another process at that moment prevents it.
 * @throws {StoreUnavailable} if there was a reader at each attempt
 */
export async function emptyLog(connection: Connection): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    if (await inTurn(() => isEmptied(connection))) return;
    await pause(PAUSE_MS);
  }
  throw new StoreUnavailable('unknown', { trouble: 'another program reads it, so that its log cannot be emptied' });
}

/** Does not wait: that would hold up all requests, as SQLite works on this very thread. */
function isEmptied(connection: Connection): boolean {
  connection.exec('PRAGMA busy_timeout = 0');
  try {
    const [row] = connection.all({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)', values: [] });
    return Number(row?.['busy']) === 0;
  } finally {
    connection.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  }
}
