import type { Logger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import type { ClaimedReport, ReportQueue } from '../../domain/report.ts';
import type { Deliver, Delivery } from './deliver.ts';
import type { Resting } from './resting.ts';
import { createRunner } from './runner.ts';
import { createTurns } from './turns.ts';

/** The worker that tells platforms about completed activities. */
export interface Reporter {
  start(): void;
  /** Something may be due now. */
  wake(): void;
  /** Claims no more, lets go of what has not begun, and waits for the requests in hand. */
  stop(): Promise<void>;
}

interface Needs {
  queue: ReportQueue;
  deliver: Deliver;
  resting: Resting;
  clock: Clock;
  random: () => number;
  log: Logger;
}

const POLL = 15_000;

/**
 * Milliseconds. A lease that ran out during a delivery would send a score twice. So what has waited long for its turn is
 * given back untried, and a delivery asks nothing more after its time: the two and the last request fit in the lease.
 */
export const times = { lease: 5 * 60_000, turn: 2 * 60_000, delivery: 60_000 };

const AT_ONCE = 6;
export const AT_ONCE_PER_PLATFORM = 2;
/** A platform that comes back gets its reports spread over this. */
const SPREAD = 60_000;

const postponed = (at: number, cause: string): Delivery => ({
  outcome: { kind: 'postponed', at, cause },
  lineItem: '',
  restUntil: 0,
});

type Work = (claimed: ClaimedReport, claimedAt: number) => Promise<void>;

/** Decides and records how a report ended; never rejects, so that no report can stop the worker. */
const createWork = ({ deliver, resting, clock, random, log }: Needs, isRunning: () => boolean): Work => {
  const tryNow = async ({ report }: ClaimedReport, claimedAt: number): Promise<Delivery> => {
    const now = clock();
    if (!isRunning() || now - claimedAt > times.turn) return postponed(now, '');
    const rest = resting.of(report.platform);
    if (rest) return postponed(rest.until + Math.round(random() * SPREAD), rest.cause);
    const delivery = await deliver(report, now + times.delivery);
    resting.note(report.platform, delivery);
    return delivery;
  };
  return async (claimed, claimedAt) => {
    try {
      const { outcome, lineItem } = await tryNow(claimed, claimedAt);
      await claimed.settle(outcome, lineItem);
    } catch (error) {
      // Unsettled, it becomes due again when its lease runs out.
      log.error({ err: error }, 'a score report could not be settled');
    }
  };
};

export const createReporter = (needs: Needs): Reporter => {
  const { queue, clock, log } = needs;
  let running = false;
  const work = createWork(needs, () => running);
  const inTurn = createTurns(AT_ONCE_PER_PLATFORM);
  const inHand = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;

  const claimDue = async (): Promise<void> => {
    while (running && inHand.size < AT_ONCE) {
      const claimedAt = clock();
      const claimed = await queue.claim(times.lease);
      if (!claimed) return;
      const task = inTurn(claimed.report.platform, () => work(claimed, claimedAt)).finally(() => {
        inHand.delete(task);
        runner.call();
      });
      inHand.add(task);
    }
  };
  const runner = createRunner(() =>
    claimDue().catch((error: unknown) => log.error({ err: error }, 'the score queue could not be read')),
  );

  return {
    wake: () => {
      if (running) runner.call();
    },
    start: () => {
      if (running) return;
      running = true;
      timer = setInterval(() => runner.call(), POLL).unref();
      runner.call();
    },
    stop: async () => {
      running = false;
      clearInterval(timer);
      await runner.idle();
      await Promise.all(inHand);
    },
  };
};
