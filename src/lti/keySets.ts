import type { Clock } from '../domain/clock.ts';
import { parseKeySet, type PlatformKey } from './platformKey.ts';
import type { FetchResponse, PublicFetch } from './publicFetch.ts';

/** The key is not among those remembered, and the platform could not be asked for its key set. */
export class KeysUnavailable extends Error {
  constructor(cause: unknown) {
    super('The key set of the platform could not be had.', { cause });
    this.name = 'KeysUnavailable';
  }
}

export interface KeySets {
  /**
   * The key with this id, from memory where it is known. An unknown id makes us ask the platform again at once, but at
   * most once per interval: a rotated key works from its first launch, and made-up ids cannot make us hammer a platform.
   * @throws {KeysUnavailable}
   */
  find(address: string, kid: string): Promise<PlatformKey | undefined>;
}

interface Remembered {
  keys: Map<string, PlatformKey>;
  /** When we last had an answer, and until when the platform lets us use it. */
  fetchedAt: number;
  freshUntil: number;
  /** When an unknown id last made us ask. */
  doubtedAt: number;
  failedAt: number;
  failure: unknown;
}

const NEVER_YET = -Infinity;
const HOUR = 3_600_000;
const INTERVAL = 30_000;
/** A platform that failed is asked again sooner: the person who waits presses again. */
const RETRY = 5_000;
/** Bounds for what the platform's `Cache-Control` may ask of us; without any, an hour. */
const [SHORTEST, USUAL, LONGEST] = [5 * 60_000, HOUR, 24 * HOUR];
/**
 * Beyond its freshness a known key is served at once, and asked for again beside it. Beyond this, the launch waits for
 * the answer, so that a key that was withdrawn while no one came does not work once more.
 */
const TOO_OLD = 24 * HOUR;

const freshness = ({ headers }: FetchResponse): number => {
  const control = headers['cache-control'] ?? '';
  if (/no-store|no-cache/i.test(control)) return SHORTEST;
  const seconds = /max-age=(\d{1,9})/i.exec(control)?.[1];
  return seconds === undefined ? USUAL : Math.min(Math.max(Number(seconds) * 1000, SHORTEST), LONGEST);
};

const nothingYet: Remembered = {
  keys: new Map<string, PlatformKey>(),
  fetchedAt: NEVER_YET,
  freshUntil: NEVER_YET,
  doubtedAt: NEVER_YET,
  failedAt: NEVER_YET,
  failure: undefined,
};

interface Needs {
  fetch: PublicFetch;
  clock: Clock;
}

/** What is remembered of each platform's keys, and one request at a time to renew it. */
const createMemory = ({ fetch, clock }: Needs) => {
  const sets = new Map<string, Remembered>();
  const underWay = new Map<string, Promise<Remembered>>();
  const known = (address: string): Remembered => sets.get(address) ?? nothingYet;
  const note = (address: string, change: Partial<Remembered>): Remembered => {
    const next = { ...known(address), ...change };
    sets.set(address, next);
    return next;
  };

  const load = async (address: string): Promise<Remembered> => {
    try {
      const response = await fetch(address, { headers: { accept: 'application/json' }, timeout: 5_000 });
      if (response.status !== 200) throw new Error(`status ${response.status}`);
      const fetchedAt = clock();
      const freshUntil = fetchedAt + freshness(response);
      return note(address, { keys: parseKeySet(response.text), fetchedAt, freshUntil, failure: undefined });
    } catch (failure) {
      return note(address, { failedAt: clock(), failure });
    }
  };

  /** Asks the platform; whoever wants the same set meanwhile shares the answer. Never rejects. */
  const refresh = (address: string): Promise<Remembered> => {
    const running = underWay.get(address) ?? load(address).finally(() => underWay.delete(address));
    underWay.set(address, running);
    return running;
  };
  return { known, note, refresh, running: (address: string) => underWay.get(address) };
};

export const createKeySets = (needs: Needs): KeySets => {
  const { clock } = needs;
  const { known, note, refresh, running } = createMemory(needs);

  const current = async (address: string): Promise<Remembered> => {
    const set = known(address);
    if (clock() < set.freshUntil || clock() - set.failedAt < RETRY) return set;
    const refreshed = refresh(address);
    return clock() - set.fetchedAt < TOO_OLD ? set : refreshed;
  };

  const askAgain = async (address: string): Promise<Remembered> => {
    const set = known(address);
    const mayDoubt = clock() - set.doubtedAt >= INTERVAL && clock() - set.failedAt >= RETRY;
    if (!mayDoubt) return running(address) ?? set;
    note(address, { doubtedAt: clock() });
    return refresh(address);
  };

  const find: KeySets['find'] = async (address, kid) => {
    const before = known(address).fetchedAt;
    const set = await current(address);
    const key = set.keys.get(kid);
    if (key) return key;
    // A set that was fetched for this very launch need not be fetched twice.
    const latest = set.fetchedAt === before ? await askAgain(address) : set;
    const found = latest.keys.get(kid);
    if (!found && latest.failure !== undefined) throw new KeysUnavailable(latest.failure);
    return found;
  };
  return { find };
};
