import { resolve } from 'node:path';
import { CannotOpenStore } from '../errors.ts';

export const MEMORY = ':memory:';

/**
 * The absolute path of the file in a `sqlite:` address, or `:memory:`. The path is taken literally, without
 * percent-decoding.
 * @throws {CannotOpenStore}
 */
export function databasePath(databaseUrl: string): string {
  const path = databaseUrl.replace(/^sqlite:/, '');
  if (path === MEMORY) return MEMORY;
  // `sqlite://data/store.sqlite` looks like a path in this folder but would be one at the root of the disk.
  if (path === '' || /^\/\/[^/]/.test(path) || path.endsWith('/'))
    throw new CannotOpenStore(
      'DATABASE_URL must name a file, such as sqlite:./data/store.sqlite or sqlite:/srv/data/store.sqlite.',
    );
  return resolve(path);
}
