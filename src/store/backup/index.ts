import { fieldCipher } from '../fieldCipher.ts';
import { checkDataKeys } from '../keyCheck.ts';
import { openEngine } from '../openStore.ts';
import { writeBackup, type Written } from './write.ts';

export { restoreBackup } from './restore.ts';

/**
 * A backup of the whole store, whichever engine holds it.
 * @param now milliseconds since 1970
 * @throws {BackupFailed}
 * @throws {CannotOpenStore}
 * @throws {WrongDataKey} A backup under keys that nobody has would be met when it is needed.
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
