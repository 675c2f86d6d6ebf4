import type { ServerResponse } from 'node:http';
import type { Clock } from '../domain/clock.ts';

/** The two queues: launches, whose people come back from the platform, go before logins. */
export type Lane = 'launch' | 'login';
const lanes = ['launch', 'login'] as const satisfies readonly Lane[];

/** Two classes of 300 may press at the same moment and all get their turn; any more are told to come again. */
const MOST = 600;
/**
 * How many turns of the event loop may pass before the next request is let in, while connections still arrive. A turn
 * accepts only one connection: otherwise the rest would wait unseen in the operating system's queue, together with the
 * saves of people who are already in.
 */
const ARRIVING = 16;
/** In milliseconds: after this, a browser's page looks dead. */
const PATIENCE = 15_000;

interface Arrival {
  response: ServerResponse;
  lane: Lane;
  enter: () => void;
  /** Answers a request that we have no room for. @param waited milliseconds */
  turnAway: (waited: number) => void;
}

type Waiting = Arrival & { since: number };

export interface Entrance {
  /** Calls `enter` when it is this request's turn; forgets requests whose browser has gone away. */
  arrive(one: Arrival): void;
}

/**
 * Lets requests in one by one: at most one in each turn of the event loop, which also does all other work that is
 * ready. A busy turn takes longer, so fewer enter, and pages and saves never wait for more than one of them. In an idle
 * program nobody waits. See docs/decisions/0059.
 */
export function createEntrance(clock: Clock): Entrance {
  const queues: Record<Lane, Set<Waiting>> = { launch: new Set(), login: new Set() };
  const waiting = (): number => queues.launch.size + queues.login.size;
  let isTurning = false;
  let turns = 0;
  let isQuiet = true;

  const turn = (): void => {
    isTurning = waiting() > 0;
    if (isTurning) setImmediate(turn);
    turns += 1;
    if (isQuiet || turns >= ARRIVING) letIn();
    isQuiet = true;
  };
  const letIn = (): void => {
    turns = 0;
    const now = clock();
    for (const one of [...tired(queues, now)]) {
      queues[one.lane].delete(one);
      one.turnAway(now - one.since);
    }
    const next = first(queues);
    if (next) queues[next.lane].delete(next);
    next?.enter();
  };

  return {
    arrive: (given) => {
      const one = { ...given, since: clock() };
      const queue = queues[one.lane];
      isQuiet = false;
      // Launches are accepted however many logins wait: their people have already spent their one-time hint.
      if ((one.lane === 'launch' ? queue.size : waiting()) >= MOST) {
        one.turnAway(0);
        return;
      }
      queue.add(one);
      one.response.once('close', () => queue.delete(one));
      if (!isTurning) setImmediate(turn);
      isTurning = true;
    },
  };
}

type Queues = Record<Lane, ReadonlySet<Waiting>>;

function first(queues: Queues): Waiting | undefined {
  for (const lane of lanes) for (const one of queues[lane]) return one;
  return undefined;
}

/** The requests that have waited too long; a set keeps the order of arrival, so they are first. */
function* tired(queues: Queues, now: number) {
  for (const lane of lanes) {
    for (const one of queues[lane]) {
      if (now - one.since <= PATIENCE) break;
      yield one;
    }
  }
}
