import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const fixture = join(import.meta.dirname, '..', 'fixtures', 'oldest');

/** The port that the platform of this store has told us. */
export const PORT = '28473';

/** Puts what the oldest program left behind into a data folder. */
export function putOldestStore(folder: string): void {
  for (const name of ['store.sqlite', 'sandbox.sqlite'])
    writeFileSync(join(folder, name), gunzipSync(readFileSync(join(fixture, `${name}.gz`))), { mode: 0o600 });
  copyFileSync(join(fixture, 'secrets.json'), join(folder, 'secrets.json'));
}
