import type { Logger } from 'pino';

/** Sends reminders when they are due. */
export interface Worker {
  start(): void;
  /** Call this when something may be due. */
  wake(): void;
  /** Accepts no more work, and waits for the messages under way. */
  stop(): Promise<void>;
  /** Does everything that is due now, for callers that cannot wait for the worker's next check. */
  round(): Promise<void>;
}

interface Deps {
  /** Does one piece of work; returns false if there is none. */
  turn: () => Promise<boolean>;
  /** Tidies up now and then. */
  sweep: () => Promise<unknown>;
  log: Logger;
}

const POLL_MS = 15_000;
const SWEEP_EVERY = 240;
/** Messages under way at once. */
const LANES = 4;

/** Works in several lanes until nothing is due, or `goesOn` returns false. */
function createRound({ turn, log }: Deps) {
  const lane = async (goesOn: () => boolean): Promise<void> => {
    try {
      while (goesOn() && (await turn()));
    } catch (error) {
      // What was claimed becomes due again when its lease runs out.
      log.error({ err: error }, 'a reminder could not be seen to');
    }
  };
  return async (goesOn: () => boolean): Promise<void> => {
    await Promise.all(Array.from({ length: LANES }, () => lane(goesOn)));
  };
}

export function createWorker(deps: Deps): Worker {
  const round = createRound(deps);
  const state = { running: false, called: false, looks: 0 };
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;

  const rounds = async (): Promise<void> => {
    while (state.called && state.running) {
      state.called = false;
      await round(() => state.running);
    }
    underWay = undefined;
  };
  const wake = () => {
    if (!state.running) return;
    state.called = true;
    underWay ??= rounds();
  };
  const look = () => {
    if (state.looks++ % SWEEP_EVERY === 0)
      void deps.sweep().catch((error: unknown) => deps.log.error({ err: error }, 'reminders could not be tidied up'));
    wake();
  };

  return {
    wake,
    start: () => {
      if (state.running) return;
      state.running = true;
      timer = setInterval(look, POLL_MS).unref();
      look();
    },
    stop: async () => {
      state.running = false;
      clearInterval(timer);
      await underWay;
    },
    round: () => round(() => true),
  };
}
