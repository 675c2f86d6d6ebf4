import type { Logger } from 'pino';

/** Works off a durable queue as its entries fall due. */
export interface Worker {
  start(): void;
  /**
   * Call this when something may be due, now or in this many milliseconds; a time beyond the next look is left to that
   * look.
   */
  wake(inMs?: number): void;
  /** Claims nothing more, and waits for the work under way. */
  stop(): Promise<void>;
  /** Does everything that is due now, without waiting for the next look. */
  round(): Promise<void>;
}

/** The work on a claimed entry. If it rejects, the entry becomes due again when its lease runs out. */
export type Work = (isRunning: () => boolean) => Promise<void>;

interface WorkerDeps {
  /** What the log calls it. */
  name: string;
  /** Claims one entry that is due; undefined if none is. */
  claim: () => Promise<Work | undefined>;
  /** How many pieces of work may run at once. */
  atOnce: number;
  /** Tidies up, at the start and once an hour. */
  sweep?: () => Promise<unknown>;
  log: Logger;
}

/** Milliseconds. */
export const LOOK_EVERY = 10_000;
const SWEEP_EVERY = 360;

export function createWorker(deps: WorkerDeps): Worker {
  const state = { running: false, looks: 0 };
  const claims = createClaims(deps, () => state.running);
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    if (state.looks++ % SWEEP_EVERY === 0) void deps.sweep?.().catch(failed(deps, 'what is too old was not removed'));
    claims.call();
  };
  return {
    wake: (inMs = 0) => {
      if (inMs <= 0) claims.call();
      else if (inMs < LOOK_EVERY) setTimeout(claims.call, inMs).unref();
    },
    start: () => {
      if (state.running) return;
      state.running = true;
      timer = setInterval(look, LOOK_EVERY).unref();
      look();
    },
    stop: async () => {
      state.running = false;
      clearInterval(timer);
      await claims.idle();
    },
    round: () => doAll(deps),
  };
}

/**
 * Claims due entries while fewer than `atOnce` are under way. A call during a run causes one more, so that no call is
 * missed.
 */
function createClaims({ claim, atOnce, ...named }: WorkerDeps, isRunning: () => boolean) {
  const inHand = new Set<Promise<void>>();
  let called = false;
  let claiming: Promise<void> | undefined;
  const call = () => {
    if (!isRunning()) return;
    called = true;
    claiming ??= claimWhileCalled();
  };
  const take = (work: Work) => {
    const underWay: Promise<void> = work(isRunning)
      .finally(() => inHand.delete(underWay))
      // After a failure, the next check is soon enough: what failed one piece of work may fail them all.
      .then(call, failed(named, 'a piece of work failed'));
    inHand.add(underWay);
  };
  const claimDue = async () => {
    while (isRunning() && inHand.size < atOnce) {
      const work = await claim();
      if (!work) return;
      take(work);
    }
  };
  const claimWhileCalled = async () => {
    while (called) {
      called = false;
      await claimDue().catch(failed(named, 'the queue could not be read'));
    }
    claiming = undefined;
  };
  const idle = async () => {
    await claiming;
    await Promise.all(inHand);
  };
  return { call, idle };
}

async function doAll({ claim, atOnce, ...named }: WorkerDeps): Promise<void> {
  const lane = async () => {
    for (let work = await claim(); work; work = await claim()) await work(() => true);
  };
  await Promise.all(Array.from({ length: atOnce }, () => lane().catch(failed(named, 'a piece of work failed'))));
}

function failed({ log, name }: Pick<WorkerDeps, 'log' | 'name'>, what: string) {
  return (error: unknown): void => log.error({ err: error, worker: name }, what);
}
