import { fieldCipher } from '../fieldCipher.ts';
import { checkDataKeys } from '../keyCheck.ts';
import { openEngine } from '../openStore.ts';
import { writeBackup, type Written } from './write.ts';

export { restoreBackup } from './restore.ts';

/**
 * Backs up the whole store, whichever engine holds it.
 * @param now milliseconds since 1970
 * @throws {BackupFailed}
 * @throws {CannotOpenStore}
 * @throws {WrongDataKey} so that nobody finds out only at a restore that the backup's keys are lost
 */
export async function backUp(given: {
  databaseUrl: string;
  dataKeys: readonly string[];
  path: string;
  now: number;
}): Promise<Written> {
  const engine = await openEngine(given.databaseUrl);
  try {
    await checkDataKeys(engine, fieldCipher(given.dataKeys));
    return await writeBackup(engine, given.path, given.now);
  } finally {
    await engine.close();
  }
}
