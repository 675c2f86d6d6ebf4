import { StoreUnavailable } from '../errors.ts';

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html) and Node's file error codes, in plain words. */
const reasons: Record<string, string> = {
  5: 'another program holds it locked',
  6: 'another program holds it locked',
  7: 'there is no memory left for it',
  8: 'it cannot be written: the disk or the file is read-only',
  10: 'the disk gave an error',
  11: 'it is damaged; put back a backup',
  13: 'the disk is full',
  14: 'it cannot be opened or made there by this user',
  26: 'it is not a database; DATABASE_URL must name a file of its own',
  EACCES: 'this user may not make files there',
  EPERM: 'this user may not make files there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a part of its path is a file, not a folder',
  EISDIR: 'it is a folder',
};

/** One sentence for the person who starts the program: which file, and what is wrong with it. */
export function explainOpenFailure(path: string, error: unknown): string {
  const reason = reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
  return `The database ${path} cannot be opened: ${reason}.`;
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  // The low byte of an extended SQLite code is the primary one.
  if ('errcode' in error && typeof error.errcode === 'number') return String(error.errcode & 0xff);
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Errors of the store itself, independent of the statement; anything else is our own fault. */
const unavailable = ['5', '6', '7', '8', '10', '11', '13', '14', '26'];
const IO_ERROR = '10';

/**
 * What to throw in place of SQLite's error. A statement that fails is rolled back; only after a disk error may it turn
 * out to be written after all, when the journal is read again.
 */
export function fromSqlite(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return error;
  const code = codeOf(error);
  if (!unavailable.includes(code)) return error;
  return new StoreUnavailable(code === IO_ERROR ? 'unknown' : 'no', { cause: error, trouble: reasons[code] ?? '' });
}

/** Whether the error soon goes away by itself. */
export function isBusy(error: unknown): boolean {
  return ['5', '6'].includes(codeOf(error));
}

const SQLITE_CONSTRAINT_PRIMARYKEY = 1555;

export function isTakenKey(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_CONSTRAINT_PRIMARYKEY;
}
