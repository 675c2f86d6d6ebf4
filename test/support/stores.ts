import { randomBytes } from 'node:crypto';
import { openStore } from '../../src/store/openStore.ts';

/** A real store of its own, gone with the test. */
export function memoryStore() {
  return openStore({ databaseUrl: 'sqlite::memory:', dataKeys: [randomBytes(32).toString('base64')] });
}
