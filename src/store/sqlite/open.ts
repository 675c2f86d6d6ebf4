import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotOpenStore } from '../errors.ts';
import { explainOpenFailure } from './explain.ts';
import { MEMORY } from './path.ts';

/** Marks a file as ours ("TPJ1"), so that a wrong path never makes us write into another program's database. */
export const APPLICATION_ID = 0x54504a31;
/**
 * Increased when the previous version could not read a file of this version. 2: documents may say their form. 3:
 * documents are proven.
 */
const FORMAT = 3;
/** How long a statement waits for another process to release its lock. */
export const BUSY_MS = 5000;

/**
 * Opens this process's only connection, and makes the folder and file if they are missing (0700, 0600).
 *
 * There is no lock against a second process. The commands (platforms, persons, backup) must work while the server runs,
 * and none of our code depends on being alone: every write is one statement, guarded by a version or a lease, and
 * SQLite itself serializes them (its locks belong to the kernel, so `kill -9` leaves none behind). SQLite 3.51.3 fixed
 * the corruption that two connections could cause in WAL mode; Node 24 includes a later version.
 * @throws {CannotOpenStore}
 */
export function openDatabase(path: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    if (path !== MEMORY) makeFile(path);
    database = new DatabaseSync(path, { timeout: BUSY_MS });
    checkOwner(database, path);
    configure(database);
    if (path !== MEMORY) chmodSync(path, 0o600);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof CannotOpenStore) throw error;
    throw new CannotOpenStore(explainOpenFailure(path, error), { cause: error });
  }
}

// SQLite would make the file with the umask's mode, and gives -wal and -shm the mode of the file. An existing file is
// never opened here: closing it would drop the locks of this process's other connections to it (POSIX).
function makeFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
}

function checkOwner(database: DatabaseSync, path: string): void {
  const row = database
    .prepare(
      `SELECT (SELECT count(*) FROM sqlite_schema) AS tables, application_id AS owner, user_version AS format
       FROM pragma_application_id, pragma_user_version`,
    )
    .get();
  const isNew = row?.['tables'] === 0 && row['owner'] === 0;
  if (!isNew && row?.['owner'] !== APPLICATION_ID)
    throw new CannotOpenStore(`${path} is another program's database. DATABASE_URL must name a file of its own.`);
  if (Number(row['format']) > FORMAT)
    throw new CannotOpenStore(`${path} was written by a newer version of this program. Start that version.`);
}

function configure(database: DatabaseSync): void {
  // FULL: an acknowledged write survives a power failure. secure_delete: erased data is overwritten in the database
  // file. Older versions of its pages stay in the write-ahead log until that is emptied: see `emptyLog.ts`.
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA application_id = ${APPLICATION_ID};
    PRAGMA user_version = ${FORMAT};
  `);
}
