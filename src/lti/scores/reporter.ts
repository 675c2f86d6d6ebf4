import type { Logger } from 'pino';
import type { ClaimedReport, Outcome, ReportQueue } from '../../domain/report.ts';
import type { Deliver } from './deliver.ts';
import type { Resting } from './resting.ts';
import { createRunner } from './runner.ts';
import { createTurns } from './turns.ts';

/** The worker that tells platforms about completed activities. */
export interface Reporter {
  start(): void;
  /** Something may be due now. */
  wake(): void;
  /** Claims no more, and waits for the requests in hand. */
  stop(): Promise<void>;
}

interface Needs {
  queue: ReportQueue;
  deliver: Deliver;
  resting: Resting;
  random: () => number;
  log: Logger;
}

const POLL = 15_000;
/** Longer than the slowest delivery, waiting for its turn included: a lease that runs out would send a score twice. */
const LEASE = 5 * 60_000;
const AT_ONCE = 6;
const AT_ONCE_PER_PLATFORM = 2;
/** A platform that comes back gets its reports spread over this. */
const SPREAD = 60_000;

/** Decides and records how a report ended; never rejects, so that no report can stop the worker. */
const createWork = ({ deliver, resting, random, log }: Needs) => {
  const outcomeFor = async ({ report }: ClaimedReport): Promise<Outcome> => {
    const until = resting.until(report.platform);
    if (until !== undefined) return { kind: 'retry', at: until + random() * SPREAD, cause: 'platform-resting' };
    const outcome = await deliver(report);
    resting.note(report.platform, outcome);
    return outcome;
  };
  return async (claimed: ClaimedReport): Promise<void> => {
    try {
      await claimed.settle(await outcomeFor(claimed));
    } catch (error) {
      // Unsettled, it becomes due again when its lease runs out.
      log.error({ err: error }, 'a score report could not be settled');
    }
  };
};

export const createReporter = (needs: Needs): Reporter => {
  const { queue, log } = needs;
  const work = createWork(needs);
  const inTurn = createTurns(AT_ONCE_PER_PLATFORM);
  const inHand = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let running = false;

  const claimDue = async (): Promise<void> => {
    while (running && inHand.size < AT_ONCE) {
      const claimed = await queue.claim(LEASE);
      if (!claimed) return;
      const task = inTurn(claimed.report.platform, () => work(claimed)).finally(() => {
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
