import { randomBytes } from 'node:crypto';
import { openStore } from '../../src/store/openStore.ts';

/** A real store for one test, gone afterwards. */
export function memoryStore() {
  return openStore({ databaseUrl: 'sqlite::memory:', dataKeys: [randomBytes(32).toString('base64')] });
}
