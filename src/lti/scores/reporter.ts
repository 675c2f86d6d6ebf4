import type { Logger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import type { ClaimedReport, DeliveryOutcome, ReportQueue } from '../../responses/report.ts';
import type { ClaimedLook, Look, LookQueue } from '../../rooms/columnLook.ts';
import type { Deliver, Delivery } from './deliver.ts';
import type { LookAtContainer } from './looks.ts';
import type { Resting } from './resting.ts';
import { createTurns } from './turns.ts';
import { createWorker, type Work, type Worker } from '../../store/worker.ts';

interface Deps {
  queue: ReportQueue;
  looks: LookQueue;
  deliver: Deliver;
  look: LookAtContainer;
  resting: Resting;
  clock: Clock;
  random: () => number;
  log: Logger;
}

/**
 * In milliseconds. A report's lease is short, so that another process soon takes over after a crash, and is renewed
 * while the report is in hand, since an expired lease would send the score twice. A look may happen twice, so its lease
 * just covers its turn, the work and a last request.
 */
export const times = { lease: 15_000, renewal: 4_000, look: 5 * 60_000, turn: 2 * 60_000, delivery: 60_000 };

const AT_ONCE = 6;
export const AT_ONCE_PER_PLATFORM = 2;
/** The reports of a platform that comes back are spread over this time. */
const SPREAD = 60_000;

function postponed(at: number, cause: string): Delivery {
  return {
    outcome: { kind: 'postponed', at, cause },
    lineItem: '',
    restUntil: 0,
  };
}

/** When something was claimed, and whether the worker still runs. */
interface Turn {
  claimedAt: number;
  isRunning: () => boolean;
}

/**
 * Returns a function that looks at a room's columns and records the result; it never rejects. A look that comes too
 * late is left to its next lease.
 */
function createLooking({ look, resting, clock, random, log }: Deps) {
  return async (claimed: ClaimedLook, { claimedAt, isRunning }: Turn): Promise<void> => {
    const now = clock();
    if (!isRunning() || now - claimedAt > times.turn) return;
    const rest = resting.of(claimed.platform);
    try {
      if (rest) {
        await claimed.settle({ kind: 'failed', cause: rest.cause, at: rest.until + Math.round(random() * SPREAD) });
        return;
      }
      const seen = await look(claimed, now + times.delivery);
      resting.note(claimed.platform, { outcome: outcomeOf(seen), lineItem: '', restUntil: 0 });
      await claimed.settle(seen);
    } catch (error) {
      log.error({ err: error }, 'a look at the columns of a room could not be settled');
    }
  };
}

function outcomeOf(seen: Look): DeliveryOutcome {
  return seen.kind === 'seen' ? { kind: 'delivered' } : { kind: 'retry', at: seen.at, cause: seen.cause };
}

/** Decides and records how a report ended. Never rejects, so that no report can stop the worker. */
function createTelling({ deliver, resting, clock, random, log }: Deps) {
  const tryNow = async ({ report }: ClaimedReport, { claimedAt, isRunning }: Turn): Promise<Delivery> => {
    const now = clock();
    if (!isRunning() || now - claimedAt > times.turn) return postponed(now, '');
    const rest = resting.of(report.platform);
    if (rest) return postponed(rest.until + Math.round(random() * SPREAD), rest.cause);
    const delivery = await deliver(report, now + times.delivery);
    resting.note(report.platform, delivery);
    return delivery;
  };
  return async (claimed: ClaimedReport, turn: Turn): Promise<void> => {
    try {
      const { outcome, lineItem } = await tryNow(claimed, turn);
      await claimed.settle(outcome, lineItem);
    } catch (error) {
      // Still unsettled, the report becomes due again when its lease runs out.
      log.error({ err: error }, 'a score report could not be settled');
    }
  };
}

/**
 * The worker that reports completed activities to platforms, a look before a score; in turn by platform. One person's
 * scores are sent one after the other: Moodle adds up all of a person's grades each time, and of two sent at once it
 * fails one (502) after storing half of it.
 */
export function createReporter(deps: Deps): Worker {
  const { queue, looks, clock, log } = deps;
  const byPlatform = createTurns(AT_ONCE_PER_PLATFORM);
  const byPerson = createTurns(1);
  const lookAt = createLooking(deps);
  const tell = createTelling(deps);
  const claimLook = async (): Promise<Work | undefined> => {
    const claimedAt = clock();
    const claimed = await looks.claim(times.look);
    return claimed && ((isRunning) => byPlatform(claimed.platform, () => lookAt(claimed, { claimedAt, isRunning })));
  };
  const claimReport = async (): Promise<Work | undefined> => {
    const claimedAt = clock();
    const claimed = await queue.claim(times.lease);
    if (!claimed) return undefined;
    const { platform, subject } = claimed.report;
    return (isRunning) =>
      held(claimed, log, () =>
        byPerson(`${platform} ${subject}`, () => byPlatform(platform, () => tell(claimed, { claimedAt, isRunning }))),
      );
  };
  const claim = async () => (await claimLook()) ?? claimReport();
  return createWorker({ name: 'scores', claim, atOnce: AT_ONCE, log });
}

/** Renews a report's lease until the work on it has ended. */
async function held(claimed: ClaimedReport, log: Logger, work: () => Promise<void>): Promise<void> {
  const renew = () =>
    void claimed.renew(times.lease).catch((error: unknown) => log.warn({ err: error }, 'a lease could not be renewed'));
  const timer = setInterval(renew, times.renewal).unref();
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
}
