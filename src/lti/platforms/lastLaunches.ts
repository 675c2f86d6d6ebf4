import type { Clock } from '../../domain/clock.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import { upsert } from '../../store/update.ts';

interface Use {
  lastLaunchAt: number;
}

const schema: CollectionSchema<Use, never> = { name: 'lti_platform_use', indexes: [], encrypted: [] };

/** When each platform last sent someone, to ten minutes; shown to operators. */
export interface LastLaunches {
  note(platform: string): Promise<void>;
  read(platform: string): Promise<number | undefined>;
  forget(platform: string): Promise<void>;
}

/** A class that arrives at once causes one write, not fifteen. */
const PRECISION = 10 * 60_000;

export async function openLastLaunches({ store, clock }: { store: Store; clock: Clock }): Promise<LastLaunches> {
  const rows = await store.collection(schema);
  const noted = new Map<string, number>();
  return {
    note: async (platform) => {
      const now = clock();
      if (now - (noted.get(platform) ?? 0) < PRECISION) return;
      noted.set(platform, now);
      const use = { lastLaunchAt: now };
      await upsert(rows, platform, { first: () => use, change: () => use });
    },
    read: async (platform) => (await rows.get(platform))?.doc.lastLaunchAt,
    forget: async (platform) => {
      noted.delete(platform);
      await rows.delete(platform);
    },
  };
}
