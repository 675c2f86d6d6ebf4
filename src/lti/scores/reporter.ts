import type { Logger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import type { ClaimedReport, Outcome, ReportQueue, ScoreReport } from '../../responses/report.ts';
import type { ClaimedLook, Look, LookQueue } from '../../rooms/columnLook.ts';
import type { Deliver, Delivery } from './deliver.ts';
import type { LookAtContainer } from './looks.ts';
import type { Resting } from './resting.ts';
import { createRunner } from './runner.ts';
import { createTurns } from './turns.ts';

/** The worker that reports completed activities to platforms. */
export interface Reporter {
  start(): void;
  /** Call this when something may be due. */
  wake(): void;
  /** Claims nothing more, drops what has not begun, and waits for the requests under way. */
  stop(): Promise<void>;
}

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

const POLL = 15_000;

/**
 * Milliseconds. If a lease ran out during a delivery, a score would be sent twice. So a report that has waited too long
 * for its turn is given back untried, and a delivery sends nothing more after its time: turn, delivery and the last
 * request fit in the lease.
 */
export const times = { lease: 5 * 60_000, turn: 2 * 60_000, delivery: 60_000 };

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

type Work = (claimed: ClaimedReport, claimedAt: number) => Promise<void>;

/**
 * Returns a function that looks at a room's columns and records the result; it never rejects. A look that comes too
 * late is left to its next lease.
 */
function createLooking({ look, resting, clock, random, log }: Deps, isRunning: () => boolean) {
  return async (claimed: ClaimedLook, claimedAt: number): Promise<void> => {
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

function outcomeOf(seen: Look): Outcome {
  return seen.kind === 'seen' ? { kind: 'delivered' } : { kind: 'retry', at: seen.at, cause: seen.cause };
}

/** Decides and records how a report ended. Never rejects, so that no report can stop the worker. */
function createWork({ deliver, resting, clock, random, log }: Deps, isRunning: () => boolean): Work {
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
      // Still unsettled, the report becomes due again when its lease runs out.
      log.error({ err: error }, 'a score report could not be settled');
    }
  };
}

/**
 * Work under way, in turn by platform; `ended` is called after each piece. One person's scores are sent one after the
 * other: Moodle adds up all of a person's grades each time, and of two sent at once it fails one (502) after storing
 * half of it.
 */
function createHand(ended: () => void) {
  const byPlatform = createTurns(AT_ONCE_PER_PLATFORM);
  const byPerson = createTurns(1);
  const inHand = new Set<Promise<void>>();
  const hold = (work: Promise<void>): void => {
    const underWay = work.finally(() => {
      inHand.delete(underWay);
      ended();
    });
    inHand.add(underWay);
  };
  const take = (platform: string, task: () => Promise<void>): void => hold(byPlatform(platform, task));
  const takeScore = ({ platform, subject }: ScoreReport, task: () => Promise<void>): void =>
    hold(byPerson(`${platform} ${subject}`, () => byPlatform(platform, task)));
  return { take, takeScore, isFull: () => inHand.size >= AT_ONCE, idle: () => Promise.all(inHand) };
}

/** Claims one due piece of work, a look before a score; returns false if nothing is due. */
function createClaims(deps: Deps, hand: ReturnType<typeof createHand>, isRunning: () => boolean) {
  const { queue, looks, clock } = deps;
  const work = createWork(deps, isRunning);
  const lookAt = createLooking(deps, isRunning);
  const claimLook = async (): Promise<boolean> => {
    const claimedAt = clock();
    const claimed = await looks.claim(times.lease);
    if (claimed) hand.take(claimed.platform, () => lookAt(claimed, claimedAt));
    return claimed !== undefined;
  };
  const claimReport = async (): Promise<boolean> => {
    const claimedAt = clock();
    const claimed = await queue.claim(times.lease);
    if (claimed) hand.takeScore(claimed.report, () => work(claimed, claimedAt));
    return claimed !== undefined;
  };
  return async (): Promise<boolean> => (await claimLook()) || claimReport();
}

export function createReporter(deps: Deps): Reporter {
  const { log } = deps;
  let running = false;
  const hand = createHand(() => runner.call());
  let timer: NodeJS.Timeout | undefined;

  const claimNext = createClaims(deps, hand, () => running);
  const claimDue = async (): Promise<void> => {
    while (running && !hand.isFull()) {
      if (!(await claimNext())) return;
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
      await hand.idle();
    },
  };
}
