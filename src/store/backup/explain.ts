import { BackupFailed, StoreUnavailable } from '../errors.ts';

const reasons: Record<string, string> = {
  ENOSPC: 'the disk is full. Nothing of it is kept',
  EDQUOT: 'there is no more room for this user. Nothing of it is kept',
  EFBIG: 'a file may not be that large here. Nothing of it is kept',
  EACCES: 'this user may not do that here',
  EPERM: 'this user may not do that here',
  EROFS: 'the disk is read-only',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EISDIR: 'it is a folder',
};

/** Explains what went wrong with a file to the person who typed its name; other errors are returned unchanged. */
export function explainFileFailure(path: string, error: unknown): Error {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const reason = reasons[code];
  if (reason !== undefined) return new BackupFailed(`${path}: ${reason}.`, { cause: error });
  if (error instanceof StoreUnavailable)
    return new BackupFailed('The store is away. Nothing of the backup is kept.', { cause: error });
  return error instanceof Error ? error : new Error(String(error));
}

const SQLITE_FULL = 13;

/** Explains why the store cannot take the restored data. @param isBegun whether it already holds a part */
export function explainStoreFailure(error: unknown, isBegun: boolean): Error {
  const after = isBegun
    ? 'The store holds only a part and does not start; run the same restore again when that is mended.'
    : 'Nothing was changed.';
  if (isFull(error)) return new BackupFailed(`The disk of the store is full. ${after}`, { cause: error });
  if (error instanceof StoreUnavailable)
    return new BackupFailed(`The store is away, or did not confirm what it wrote. ${after}`, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
}

/** An engine's own error may be the cause of one of the store's. */
function isFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_FULL) return true;
  return 'cause' in error && isFull(error.cause);
}
