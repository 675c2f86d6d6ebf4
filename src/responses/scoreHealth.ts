import { createHash } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import type { DeliveryOutcome } from './report.ts';
import { findAllStored } from '../store/findAll.ts';
import type { Collection, CollectionSchema, Store } from '../store/port.ts';
import { upsert } from '../store/update.ts';
import type { NoteEnded } from './queue.ts';

/** How well the delivery of scores to a platform works. */
export interface PlatformScores {
  /** In milliseconds since 1970, to ten minutes; undefined if none has been delivered yet. */
  lastDeliveredAt: number | undefined;
  /** Scores that failed and will be tried again. */
  waiting: number;
  /** Scores that wait for a column. */
  columnless: number;
  /** Scores that have been given up until someone asks for another try. */
  stopped: number;
}

export interface ScoreHealth {
  of(platform: string): Promise<PlatformScores>;
}

/** A score that has not got through. Its key distinguishes scores, and identifies no one. */
interface Trouble {
  platform: string;
  state: 'waiting' | 'columnless' | 'stopped';
  cause: string;
  at: number;
}

interface Delivered {
  lastDeliveredAt: number;
}

const troubleSchema: CollectionSchema<Trouble, 'platform' | 'state'> = {
  name: 'score_troubles',
  indexes: [['platform', 'state']],
  encrypted: [],
};
const deliveredSchema: CollectionSchema<Delivered, never> = { name: 'score_deliveries', indexes: [], encrypted: [] };

/** A class that sends at once causes one write, not fifteen. */
const PRECISION = 10 * 60_000;

/**
 * Records the result of each delivery as it ends. Counting the reports themselves would mean reading every answer of
 * every room; scores that have not got through are few, and each has a row of its own until it does.
 */
export async function createScoreHealth(store: Store, clock: Clock): Promise<ScoreHealth & { ended: NoteEnded }> {
  const troubles = await store.collection(troubleSchema);
  await dropOlder(troubles);
  const deliveries = await store.collection(deliveredSchema);
  const noted = new Map<string, number>();

  const noteDelivery = async (platform: string): Promise<void> => {
    const now = clock();
    if (now - (noted.get(platform) ?? 0) < PRECISION) return;
    noted.set(platform, now);
    await upsert(deliveries, platform, {
      first: () => ({ lastDeliveredAt: now }),
      change: () => ({ lastDeliveredAt: now }),
    });
  };
  const ended = async (report: Reported, outcome: DeliveryOutcome): Promise<void> => {
    const { platform } = report;
    if (outcome.kind === 'delivered') {
      await troubles.delete(keyOf(report));
      await noteDelivery(platform);
      return;
    }
    const state = outcome.kind === 'stopped' || outcome.kind === 'columnless' ? outcome.kind : 'waiting';
    const trouble: Trouble = { platform, state, cause: outcome.cause, at: clock() };
    await upsert(troubles, keyOf(report), { first: () => trouble, change: () => trouble });
  };

  return {
    of: async (platform) => ({
      lastDeliveredAt: (await deliveries.get(platform))?.doc.lastDeliveredAt,
      waiting: await troubles.count({ platform, state: 'waiting' }),
      columnless: await troubles.count({ platform, state: 'columnless' }),
      stopped: await troubles.count({ platform, state: 'stopped' }),
    }),
    ended,
  };
}

type Reported = Parameters<NoteEnded>[0];

const NEWER = 'by-room:';

function keyOf({ platform, room, person, resourceId }: Reported): string {
  return (
    NEWER +
    createHash('sha256')
      .update(JSON.stringify([platform, room, person, resourceId]))
      .digest('base64url')
  );
}

/**
 * Drops rows whose key contains a placement, since no delivery finds them any more. Everything they refer to is tried
 * again when the program first looks at its room's columns, and gets a new row if it fails again.
 */
async function dropOlder(troubles: Collection<Trouble, 'platform' | 'state'>): Promise<void> {
  const rows = await findAllStored(troubles, {});
  for (const { key } of rows) if (!key.startsWith(NEWER)) await troubles.delete(key);
}
