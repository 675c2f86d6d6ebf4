import { CannotOpenStore } from '../errors.ts';
import type { Engine, Table } from '../engine.ts';

/** Table of a single mark: a restore has begun and has not ended. */
export const MARKS = 'store_restore';
const KEY = 'under way';

function marksOf(engine: Engine): Promise<Table> {
  return engine.table({ name: MARKS, indexes: [] });
}

export async function isHalfRestored(engine: Engine): Promise<boolean> {
  return (await (await marksOf(engine)).get(KEY)) !== undefined;
}

export async function markBegun(engine: Engine): Promise<void> {
  await (await marksOf(engine)).insert(KEY, {});
}

export async function markEnded(engine: Engine): Promise<void> {
  await (await marksOf(engine)).delete(KEY);
}

/** Refuses a half-restored store, which must not pass for a complete one. @throws {CannotOpenStore} */
export async function refuseHalfRestored(engine: Engine): Promise<void> {
  if (await isHalfRestored(engine))
    throw new CannotOpenStore(
      'A restore into this store was interrupted: it holds only a part. Run "npm run restore -- <file>" again, to its end.',
    );
}
