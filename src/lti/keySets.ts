import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import type { PublicFetch } from './publicFetch.ts';

/** A platform's public key. Only what ltijs needs to verify RS256; other members of the JWK are left behind. */
const rsaKey = z.object({
  kid: z.string().min(1).max(255),
  kty: z.literal('RSA'),
  // 256 bytes are 342 characters: a shorter modulus is too weak for RS256 (RFC 7518, 3.3).
  n: z.string().min(342).max(2000),
  e: z.string().max(20),
  use: z.literal('sig').optional(),
  alg: z.literal('RS256').optional(),
});

export type PlatformKey = Pick<z.infer<typeof rsaKey>, 'kid' | 'kty' | 'n' | 'e'>;

/** The key is not among those remembered, and the platform could not be asked for its key set. */
export class KeysUnavailable extends Error {
  constructor(cause: unknown) {
    super('The key set of the platform could not be had.', { cause });
    this.name = 'KeysUnavailable';
  }
}

export interface KeySets {
  /**
   * The key with this id, from memory where it is known. An unknown id makes us ask the platform again, at most once
   * per interval, so that a rotated key works at once and made-up ids cannot make us hammer the platform.
   * @throws {KeysUnavailable}
   */
  find(address: string, kid: string): Promise<PlatformKey | undefined>;
}

interface Remembered {
  keys: Map<string, PlatformKey>;
  askedAt: number;
  fetchedAt: number;
  failure: unknown;
}

const INTERVAL = 30_000;
/** After this a known key is still served, but asked for again beside it, so that a withdrawn key is forgotten. */
const STALE = 3_600_000;

const parseKeys = (text: string): Map<string, PlatformKey> => {
  const { keys } = z.object({ keys: z.array(z.unknown()).max(100) }).parse(JSON.parse(text));
  const usable = keys.map((key) => rsaKey.safeParse(key)).flatMap((read) => (read.success ? [read.data] : []));
  return new Map(usable.map(({ kid, kty, n, e }) => [kid, { kid, kty, n, e }]));
};

const fetchKeys = async (fetch: PublicFetch, address: string): Promise<Map<string, PlatformKey>> => {
  const response = await fetch(address, { headers: { accept: 'application/json' }, timeout: 5_000 });
  if (response.status !== 200) throw new Error(`status ${response.status}`);
  return parseKeys(response.text);
};

export const createKeySets = ({ fetch, clock }: { fetch: PublicFetch; clock: Clock }): KeySets => {
  const sets = new Map<string, Remembered>();
  const underWay = new Map<string, Promise<Remembered>>();

  const load = async (address: string): Promise<Remembered> => {
    const askedAt = clock();
    const before = sets.get(address) ?? { keys: new Map<string, PlatformKey>(), fetchedAt: 0 };
    const next = await fetchKeys(fetch, address).then(
      (keys) => ({ keys, askedAt, fetchedAt: askedAt, failure: undefined }),
      (failure: unknown) => ({ ...before, askedAt, failure }),
    );
    sets.set(address, next);
    return next;
  };

  const refresh = (address: string): Promise<Remembered> => {
    const running = underWay.get(address) ?? load(address).finally(() => underWay.delete(address));
    underWay.set(address, running);
    return running;
  };

  const find: KeySets['find'] = async (address, kid) => {
    const known = sets.get(address);
    const mayAsk = !known || clock() - known.askedAt >= INTERVAL;
    const key = known?.keys.get(kid);
    if (key && known) {
      if (mayAsk && clock() - known.fetchedAt > STALE) void refresh(address);
      return key;
    }
    const set = mayAsk || underWay.has(address) ? await refresh(address) : known;
    const found = set.keys.get(kid);
    if (!found && set.failure !== undefined) throw new KeysUnavailable(set.failure);
    return found;
  };
  return { find };
};
