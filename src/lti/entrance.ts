import type { ServerResponse } from 'node:http';
import type { Clock } from '../domain/clock.ts';

/** Where on the way in: one who has come back from the platform with a launch goes before one who has not left yet. */
export type Lane = 'launch' | 'login';
const lanes = ['launch', 'login'] as const satisfies readonly Lane[];

/** Two classes of 300 may press at the same moment, and everyone waits for their turn; more are told to come again. */
const MOST = 600;
/**
 * Turns of the event loop in which people may go on arriving before the next is let in. A turn accepts one connection: were one let in
 * at each, the rest would wait where nobody sees them, at the operating system's own door, with the saves of those inside.
 */
const ARRIVING = 16;
/** Milliseconds. Whoever waits longer than this has a page of a browser without any sign of life before them. */
const PATIENCE = 15_000;

interface Arrival {
  response: ServerResponse;
  lane: Lane;
  enter: () => void;
  /** Answers one whom we have no room for. @param waited milliseconds */
  turnAway: (waited: number) => void;
}

type Waiting = Arrival & { since: number };

export interface Entrance {
  /** Calls `enter` when it is this one's turn; forgets one whose browser has gone away. */
  arrive(one: Arrival): void;
}

/**
 * Lets people in one by one: at most one for each turn of the event loop, in which all that is ready of those inside is done too.
 * A turn is as long as there is work, so the more there is to do, the fewer come in, and the pages and saves of those inside never
 * wait for more than one who enters. Where nothing is to be done, nobody waits. See docs/decisions/0059.
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
      // Launches are let in however many logins wait: these people have been asked to come.
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

/** Those at the front of each queue who have waited too long: a set keeps the order in which they came. */
function* tired(queues: Queues, now: number) {
  for (const lane of lanes) {
    for (const one of queues[lane]) {
      if (now - one.since <= PATIENCE) break;
      yield one;
    }
  }
}
