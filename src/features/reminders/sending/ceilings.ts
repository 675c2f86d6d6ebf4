import type { Collection, CollectionSchema } from '../../../store/port.ts';
import { upsert } from '../../../store/update.ts';

const DAY = 24 * 60 * 60 * 1000;

/** How many codes one platform, or all together, have sent by SMS in a day: each costs money. */
export interface SentByAll {
  taken: number;
  /** Milliseconds since 1970. */
  expires: number;
}

/** The key is a keyed hash of the platform, or of "all". */
export const sentByAllSchema: CollectionSchema<SentByAll, 'expires'> = {
  name: 'reminder_ceilings',
  indexes: [],
  encrypted: [],
  expiry: 'expires',
};

interface Ceiling {
  key: string;
  most: number;
  now: number;
}

/** Uses one of the codes that may still be sent within a day of the first; returns false if none is left. */
export async function takeBelow(
  counts: Collection<SentByAll, 'expires'>,
  { key, most, now }: Ceiling,
): Promise<boolean> {
  let isTaken = false;
  await upsert(counts, key, {
    first: () => ({ taken: 0, expires: now + DAY }),
    change: (count) => {
      const current = count.expires > now ? count : { taken: 0, expires: now + DAY };
      isTaken = current.taken < most;
      return isTaken ? { ...current, taken: current.taken + 1 } : count;
    },
  });
  return isTaken;
}
