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

/** What went wrong with a file, in words for whoever typed its name; anything else as it is. */
export const explainFileFailure = (path: string, error: unknown): Error => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const reason = reasons[code];
  if (reason !== undefined) return new BackupFailed(`${path}: ${reason}.`, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
};

const SQLITE_FULL = 13;

/** The store cannot take what is put back into it. */
export const explainStoreFailure = (error: unknown): Error => {
  const told = error instanceof StoreUnavailable ? error.cause : error;
  const code = typeof told === 'object' && told !== null && 'errcode' in told ? Number(told.errcode) & 0xff : 0;
  const again = 'The store holds only a part and does not start; run the same restore again when that is mended.';
  if (code === SQLITE_FULL) return new BackupFailed(`The disk of the store is full. ${again}`, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
};
