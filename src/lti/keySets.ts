import type { KeyObject } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import { parseKeySet } from './platformKey.ts';
import type { PublicFetch } from './publicFetch.ts';

/** The key is not in memory, and the platform's key set could not be fetched. */
export class KeysUnavailable extends Error {
  constructor(cause: unknown) {
    super('The key set of the platform could not be had.', { cause });
    this.name = 'KeysUnavailable';
  }
}

export interface KeySets {
  /**
   * Returns the key with this id, from memory if it is known. For an unknown id we ask the platform again at once, but
   * only a few times per interval: a rotated key works from its first launch, even if someone has just sent an invented
   * id, and invented ids cannot make us flood a platform.
   * @throws {KeysUnavailable}
   */
  find(address: string, kid: string): Promise<KeyObject | undefined>;
  /** Fetches the key set during a login, so that the launch that follows finds fresh keys and need not wait. */
  lookAhead(address: string): void;
}

interface Remembered {
  keys: Map<string, KeyObject>;
  /** When we last got an answer. */
  fetchedAt: number;
  /** When unknown ids made us ask again, within the interval. */
  doubtedAt: number[];
  failedAt: number;
  failure: unknown;
}

const NEVER_YET = -Infinity;
const INTERVAL = 30_000;
const DOUBTS_PER_INTERVAL = 5;
/** A platform that failed is asked again after this: sooner than usual, because the person who waits presses again. */
const RETRY = 5_000;
/**
 * A key set older than this is fetched again in the background. `Cache-Control` is ignored: it could keep a withdrawn
 * key in use.
 */
const FRESH = 60_000;
/** A key from a set older than this is not used until the platform has confirmed it (decision 0025). */
const USABLE = 120_000;
/** While the platform does not answer, the last known keys stay valid this long; after that, launches wait for it. */
const GRACE = 15 * 60_000;

const nothingYet: Remembered = {
  keys: new Map<string, KeyObject>(),
  fetchedAt: NEVER_YET,
  doubtedAt: [],
  failedAt: NEVER_YET,
  failure: undefined,
};

interface Deps {
  fetch: PublicFetch;
  clock: Clock;
}

/** Caches each platform's keys, with at most one request per platform to renew them. */
function createMemory({ fetch, clock }: Deps) {
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
      return note(address, { keys: parseKeySet(response.text), fetchedAt: clock(), failure: undefined });
    } catch (failure) {
      return note(address, { failedAt: clock(), failure });
    }
  };

  /** Fetches the key set; simultaneous callers share one request. Never rejects. */
  const refresh = (address: string): Promise<Remembered> => {
    const running = underWay.get(address) ?? load(address).finally(() => underWay.delete(address));
    underWay.set(address, running);
    return running;
  };
  return { known, note, refresh, running: (address: string) => underWay.get(address) };
}

export function createKeySets(deps: Deps): KeySets {
  const { clock } = deps;
  const { known, note, refresh, running } = createMemory(deps);

  const ageOf = ({ fetchedAt }: Remembered): number => clock() - fetchedAt;

  /** What the platform last said, without keys that have gone unconfirmed for too long. */
  const usable = (set: Remembered): Remembered => (ageOf(set) < GRACE ? set : { ...set, keys: nothingYet.keys });

  const current = async (address: string): Promise<Remembered> => {
    const set = known(address);
    if (ageOf(set) < FRESH || clock() - set.failedAt < RETRY) return usable(set);
    const refreshed = refresh(address);
    return ageOf(set) < USABLE ? set : usable(await refreshed);
  };

  const askAgain = async (address: string): Promise<Remembered> => {
    const set = known(address);
    const doubts = set.doubtedAt.filter((at) => clock() - at < INTERVAL);
    const mayDoubt = doubts.length < DOUBTS_PER_INTERVAL && clock() - set.failedAt >= RETRY;
    const underWay = running(address);
    if (underWay || !mayDoubt) return underWay ?? set;
    note(address, { doubtedAt: [...doubts, clock()] });
    return refresh(address);
  };

  const find: KeySets['find'] = async (address, kid) => {
    const before = known(address).fetchedAt;
    const set = await current(address);
    const key = set.keys.get(kid);
    if (key) return key;
    // A set that was fetched for this very launch is not fetched a second time.
    const latest = set.fetchedAt === before ? usable(await askAgain(address)) : set;
    const found = latest.keys.get(kid);
    if (!found && latest.failure !== undefined) throw new KeysUnavailable(latest.failure);
    return found;
  };
  return {
    find,
    lookAhead: (address) => {
      if (ageOf(known(address)) >= FRESH) void current(address);
    },
  };
}
