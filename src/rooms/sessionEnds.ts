import type { Clock } from '../domain/clock.ts';
import { remembered } from '../domain/remembered.ts';
import type { CollectionSchema, Store } from '../store/port.ts';
import { upsert } from '../store/update.ts';

interface SessionEnd {
  /** Sessions from then or before are over; milliseconds since 1970. */
  at: number;
}

const schema: CollectionSchema<SessionEnd, never> = { name: 'session_ends', indexes: [], encrypted: [] };

const EVERYONE = 'everyone';
const REMEMBERED = 30_000;

/** When all sessions of everyone were last ended: what one person's and one room's document cannot say. */
export interface SessionEnds {
  /** 0: never. What another process has ended counts within half a minute. */
  everyone: () => Promise<number>;
  endAll(): Promise<void>;
}

export async function createSessionEnds(store: Store, clock: Clock): Promise<SessionEnds> {
  const rows = await store.collection(schema);
  const known = remembered(async (key) => (await rows.get(key))?.doc.at ?? 0, { clock, ms: REMEMBERED });
  return {
    everyone: () => known.of(EVERYONE),
    endAll: async () => {
      const now = { at: clock() };
      // Where the clock was set back, sessions began later than it says: right after the end before.
      await upsert(rows, EVERYONE, { first: () => now, change: ({ at }) => ({ at: Math.max(at + 1, now.at) }) });
      known.forget();
    },
  };
}
