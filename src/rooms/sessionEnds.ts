import type { Clock } from '../domain/clock.ts';
import { cached } from '../util/cached.ts';
import type { CollectionSchema, Store } from '../store/port.ts';
import { upsert } from '../store/update.ts';

interface SessionEnd {
  /** Sessions from this time or before are over; milliseconds since 1970. */
  at: number;
}

const schema: CollectionSchema<SessionEnd, never> = { name: 'session_ends', indexes: [], encrypted: [] };

const EVERYONE = 'everyone';
const REMEMBERED = 30_000;

/** When all sessions of everyone were last ended, which neither a person's nor a room's document can hold. */
export interface SessionEnds {
  /** 0: never. Changes by another process count within half a minute. */
  everyone: () => Promise<number>;
  endAll(): Promise<void>;
}

export async function createSessionEnds(store: Store, clock: Clock): Promise<SessionEnds> {
  const rows = await store.collection(schema);
  const known = cached(async (key) => (await rows.get(key))?.doc.at ?? 0, { clock, ms: REMEMBERED });
  return {
    everyone: () => known.of(EVERYONE),
    endAll: async () => {
      const now = { at: clock() };
      // If the clock was set back, sessions began later than it shows: the end is then right after the previous end.
      await upsert(rows, EVERYONE, { first: () => now, change: ({ at }) => ({ at: Math.max(at + 1, now.at) }) });
      known.forget();
    },
  };
}
