import { CannotOpenStore } from '../errors.ts';
import type { Engine, Table } from '../engine.ts';

/** Table of one mark: a restore has begun and has not ended. */
export const MARKS = 'store_restore';
const KEY = 'under way';

const marksOf = (engine: Engine): Promise<Table> => engine.table({ name: MARKS, indexes: [] });

export const isHalfRestored = async (engine: Engine): Promise<boolean> =>
  (await (await marksOf(engine)).get(KEY)) !== undefined;

export const markBegun = async (engine: Engine): Promise<void> => {
  await (await marksOf(engine)).insert(KEY, {});
};

export const markEnded = async (engine: Engine): Promise<void> => {
  await (await marksOf(engine)).delete(KEY);
};

/**
 * Half of what people wrote must not look like all of it.
 * @throws {CannotOpenStore}
 */
export const refuseHalfRestored = async (engine: Engine): Promise<void> => {
  if (await isHalfRestored(engine))
    throw new CannotOpenStore(
      'A restore into this store was interrupted: it holds only a part. Run "npm run restore -- <file>" again, to its end.',
    );
};
