import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';

/** One login under way: what its launch must match (1EdTech Security Framework 1.0, 5.1.1.1 and 5.1.1.5). */
export interface Transaction {
  platform: string;
  issuer: string;
  clientId: string;
  nonce: string;
  target: string;
  /** Empty where the platform did not say it at login. */
  deployment: string;
  /** Where the same launch can begin anew; empty where the platform has no such place. */
  restart: string;
  /** The platform's frame that keeps the browser's secret in place of a cookie; empty where a cookie does. */
  storage: string;
  /** SHA-256 of the browser's secret. */
  binding: string;
  expiresAt: number;
}

const schema: CollectionSchema<Transaction, 'expiresAt'> = {
  name: 'lti_transactions',
  indexes: [['expiresAt']],
  encrypted: [],
  expiry: 'expiresAt',
};

/** The platform may show its own log-in page between our redirect and its answer. */
export const LOGIN_LIFETIME = 10 * 60_000;

export interface Transactions {
  /** Notes a login; gives the nonce for the platform and the secret for the browser. */
  begin(state: string, facts: Omit<Transaction, 'nonce' | 'binding' | 'expiresAt'>): Promise<Begun>;
  /** A login that is still under way. */
  look(state: string): Promise<Transaction | undefined>;
  /** Ends the login in one step: of any number of simultaneous launches one gets it. Undefined: unknown, used, expired. */
  take(state: string): Promise<Transaction | undefined>;
  sweep(): Promise<number>;
}

export interface Begun {
  nonce: string;
  browserSecret: string;
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
const random = (): string => randomBytes(24).toString('base64url');

export const openTransactions = async ({ store, clock }: { store: Store; clock: Clock }): Promise<Transactions> => {
  const rows = await store.collection(schema);
  const current = (row: { doc: Transaction } | undefined): Transaction | undefined =>
    row && row.doc.expiresAt > clock() ? row.doc : undefined;
  return {
    begin: async (state, facts) => {
      const begun = { nonce: random(), browserSecret: random() };
      const binding = hash(begun.browserSecret).toString('base64url');
      await rows.insert(state, { ...facts, nonce: begun.nonce, binding, expiresAt: clock() + LOGIN_LIFETIME });
      return begun;
    },
    look: async (state) => current(await rows.get(state)),
    take: async (state) => current(await rows.take(state)),
    sweep: () => rows.sweep(clock()),
  };
};

/** Whether a launch comes from the browser that began the login. */
export const isSameBrowser = (transaction: Transaction, browserSecret: string): boolean =>
  timingSafeEqual(Buffer.from(transaction.binding, 'base64url'), hash(browserSecret));
