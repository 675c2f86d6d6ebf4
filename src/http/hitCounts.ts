import { createHmac } from 'node:crypto';
import type { Store as HitStore } from 'express-rate-limit';
import type { Logger } from 'pino';
import type { Clock } from '../domain/clock.ts';
import type { Collection, CollectionSchema, Store } from '../store/port.ts';
import { upsert } from '../store/update.ts';

/** How much of one visitor's allowance all processes together have used. */
interface Spent {
  hits: number;
  expiresAt: number;
}

export const hitSchema: CollectionSchema<Spent, 'expiresAt'> = {
  name: 'rate_limits',
  indexes: [],
  encrypted: [],
  expiry: 'expiresAt',
};

const WINDOW = 60_000;
const SWEEP = 10 * 60_000;

/**
 * A process reserves this fraction of a limit at a time, and lets as many requests pass before it first asks the store.
 * A visitor who reads a page now and then costs the store nothing, and a crowd costs one write for many requests.
 */
const SHARES = 50;

export interface HitCounts {
  /** Counts for one rate limit: requests per minute, over all processes. @param name distinguishes limits */
  of(name: string, perMinute: number): HitStore;
  close(): void;
}

interface Deps {
  clock: Clock;
  /** Counts are filed under addresses of people; the store sees these only hashed with this key. */
  key: Buffer;
  log: Logger;
}

export async function createHitCounts(store: Store, { clock, key, log }: Deps): Promise<HitCounts> {
  const rows = await store.collection(hitSchema);
  const hide = (...parts: string[]) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
  const sweep = () =>
    void rows.sweep(clock()).catch((error: unknown) => log.error({ err: error }, 'old counts could not be swept'));
  const timer = setInterval(sweep, SWEEP).unref();
  return {
    of: (name, limit) => counting({ rows, clock, limit, hide: (visitor) => hide(name, visitor) }),
    close: () => clearInterval(timer),
  };
}

interface Counting {
  rows: Collection<Spent, 'expiresAt'>;
  clock: Clock;
  limit: number;
  hide: (visitor: string) => string;
}

/** What this process knows about one visitor until the minute is over. */
interface Own {
  until: number;
  used: number;
  /** The part of the store's count that other processes used. */
  elsewhere: number;
  /** How many requests may pass before the store is asked again. */
  allowed: number;
  /** Whether the store knows about the first requests that passed. */
  told: boolean;
  /** Whether all processes together have used up the limit. */
  spent: boolean;
  asking?: Promise<void> | undefined;
}

function counting(deps: Counting): HitStore {
  const { rows, clock, limit, hide } = deps;
  const free = Math.floor(limit / SHARES);
  const known = new Map<string, Own>();
  let tidyAt = 0;

  const ownOf = (visitor: string): Own => {
    const now = clock();
    if (now >= tidyAt) {
      for (const [each, { until }] of known) if (until <= now) known.delete(each);
      tidyAt = now + WINDOW;
    }
    const own = known.get(visitor);
    if (own && own.until > now) return own;
    const fresh: Own = { until: now + WINDOW, used: 0, elsewhere: 0, allowed: free, told: false, spent: false };
    known.set(visitor, fresh);
    return fresh;
  };

  return {
    localKeys: false,
    increment: async (visitor) => {
      const own = ownOf(visitor);
      while (!own.spent && own.used >= own.allowed) {
        own.asking ??= askForShare(deps, own, hide(visitor)).finally(() => (own.asking = undefined));
        await own.asking;
      }
      if (!own.spent) own.used += 1;
      return { totalHits: own.spent ? limit + 1 : own.elsewhere + own.used, resetTime: new Date(own.until) };
    },
    decrement: (visitor) => {
      const own = known.get(visitor);
      if (own && own.used > 0) own.used -= 1;
    },
    resetKey: async (visitor) => {
      known.delete(visitor);
      await rows.delete(hide(visitor));
    },
  };
}

/**
 * Reserves a share of what is left. The change is guarded by the version, so that no two processes reserve the same
 * share. If the store is away, this process counts alone; the pages behind the limit tell that the store is away.
 */
async function askForShare({ rows, clock, limit }: Counting, own: Own, key: string): Promise<void> {
  const now = clock();
  const wanted = Math.max(1, Math.floor(limit / SHARES));
  const untold = own.told ? 0 : own.used;
  let granted = wanted;
  try {
    const { doc } = await upsert(rows, key, {
      first: () => ({ hits: 0, expiresAt: now + WINDOW }),
      change: (before) => {
        const current = before.expiresAt > now ? before : { hits: 0, expiresAt: now + WINDOW };
        granted = Math.max(0, Math.min(wanted, limit - current.hits - untold));
        if (current.hits >= limit) return before;
        return { ...current, hits: Math.min(limit, current.hits + untold + granted) };
      },
    });
    own.told = true;
    own.until = doc.expiresAt;
    own.elsewhere = Math.max(0, doc.hits - own.allowed - granted);
  } catch {
    granted = Math.min(wanted, limit - own.allowed);
  }
  own.allowed += granted;
  own.spent = granted <= 0;
}
