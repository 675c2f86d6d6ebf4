import { createHash } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import type { Outcome, ReportQueue, ScoreReport } from '../domain/report.ts';
import type { ScoreHealth } from '../domain/scoreHealth.ts';
import type { CollectionSchema, Store } from '../store/port.ts';
import { upsert } from '../store/update.ts';

/** A score that has not got through. The key tells one from another, and names no one. */
interface Trouble {
  platform: string;
  state: 'waiting' | 'stopped';
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

/** A class that sends at once is one write, not fifteen. */
const PRECISION = 10 * 60_000;

/**
 * What is seen of each delivery as it ends. Counting the reports themselves would read every answer of every room; what
 * has not got through is little, and has a row of its own until it does.
 */
export const createScoreHealth = async (
  store: Store,
  clock: Clock,
): Promise<ScoreHealth & { watch(queue: ReportQueue): ReportQueue }> => {
  const troubles = await store.collection(troubleSchema);
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
  const note = async (report: ScoreReport, outcome: Outcome): Promise<void> => {
    const { platform } = report;
    if (outcome.kind === 'delivered') {
      await troubles.delete(keyOf(report));
      await noteDelivery(platform);
      return;
    }
    const state = outcome.kind === 'stopped' ? 'stopped' : 'waiting';
    const trouble: Trouble = { platform, state, cause: outcome.cause, at: clock() };
    await upsert(troubles, keyOf(report), { first: () => trouble, change: () => trouble });
  };

  return {
    of: async (platform) => ({
      lastDeliveredAt: (await deliveries.get(platform))?.doc.lastDeliveredAt,
      waiting: await troubles.count({ platform, state: 'waiting' }),
      stopped: await troubles.count({ platform, state: 'stopped' }),
    }),
    watch: (queue) => watched(queue, note),
  };
};

type Note = (report: ScoreReport, outcome: Outcome) => Promise<void>;

/** The same queue; how each delivery ends is noted when it has been recorded. */
const watched = (queue: ReportQueue, note: Note): ReportQueue => ({
  claim: async (leaseMs) => {
    const claimed = await queue.claim(leaseMs);
    return (
      claimed && {
        report: claimed.report,
        settle: async (outcome, lineItem) => {
          await claimed.settle(outcome, lineItem);
          await note(claimed.report, outcome);
        },
      }
    );
  },
});

const keyOf = ({ platform, resourceLink, activity, subject, lineItems }: ScoreReport): string =>
  createHash('sha256')
    .update(JSON.stringify([platform, resourceLink, activity, subject, lineItems]))
    .digest('base64url');
