import type { Clock } from '../domain/clock.ts';
import type { Collection } from './port.ts';
import { newToken } from './tokens.ts';

/** Documents that are given out under random tokens, for a limited time. */
export interface Tickets<Doc extends object, Expiry extends keyof Doc> {
  /** Returns the token. */
  issue: (value: Omit<Doc, Expiry>) => Promise<string>;
  /** Undefined if the token is unknown, used or expired. */
  look: (token: string) => Promise<Doc | undefined>;
  /** The same, and uses the token up: of several simultaneous callers exactly one gets the document. */
  take: (token: string) => Promise<Doc | undefined>;
  drop: (token: string) => Promise<void>;
  /** Deletes what has expired; returns how many. */
  sweep: () => Promise<number>;
}

interface Terms<Expiry> {
  clock: Clock;
  /** Milliseconds. */
  lifetime: number;
  /** The field that says when a document expires. */
  expiry: Expiry;
  /** The key under which a token's document is stored: the token itself, or its hash. */
  keyOf?: (token: string) => string;
  /** Of the token; see `newToken`. */
  bytes?: number;
}

/** Longer than any token: what comes from outside need not be looked up. */
const LONGEST = 100;

export function createTickets<Doc extends object, Expiry extends keyof Doc & string>(
  rows: Collection<Doc, Expiry>,
  { clock, lifetime, expiry, keyOf = (token) => token, bytes }: Terms<Expiry>,
): Tickets<Doc, Expiry> {
  const ifGood = (doc: Doc | undefined) => (doc && Number(doc[expiry]) > clock() ? doc : undefined);
  const isToken = (text: string) => text !== '' && text.length <= LONGEST;
  return {
    issue: async (value) => {
      const token = newToken(bytes);
      await rows.insert(keyOf(token), { ...value, [expiry]: clock() + lifetime } as unknown as Doc);
      return token;
    },
    look: async (token) => (isToken(token) ? ifGood((await rows.get(keyOf(token)))?.doc) : undefined),
    take: async (token) => (isToken(token) ? ifGood((await rows.take(keyOf(token)))?.doc) : undefined),
    drop: async (token) => {
      await rows.delete(keyOf(token));
    },
    sweep: () => rows.sweep(clock()),
  };
}
