import type { Clock } from '../domain/clock.ts';
import { findAllStored } from './findAll.ts';
import { type CollectionSchema, DuplicateKey, type Store } from './port.ts';
import { createTickets } from './tickets.ts';
import { hashOf } from './tokens.ts';

interface Issued {
  expiresAt: number;
}

/**
 * Random tokens that open something for a while. Only their hashes are stored, so reading the store gives no usable
 * token.
 */
export interface SecretTokens {
  make(): Promise<string>;
  isGood(token: string): Promise<boolean>;
  /** Consumes the token in one step. Returns a way to give it back; undefined if it is unknown, used or expired. */
  take(token: string): Promise<{ giveBack(): Promise<void> } | undefined>;
  /** Invalidates all existing tokens; returns how many. */
  endAll(): Promise<number>;
  sweep(): Promise<number>;
}

interface Deps {
  store: Store;
  clock: Clock;
}

/** @param kind name of the collection @param lifetime milliseconds */
export async function openSecretTokens(
  { store, clock }: Deps,
  { kind, lifetime }: { kind: string; lifetime: number },
): Promise<SecretTokens> {
  const schema: CollectionSchema<Issued, 'expiresAt'> = {
    name: kind,
    indexes: [['expiresAt']],
    encrypted: [],
    expiry: 'expiresAt',
  };
  const rows = await store.collection(schema);
  const tickets = createTickets(rows, { clock, lifetime, expiry: 'expiresAt', keyOf: hashOf });
  return {
    make: () => tickets.issue({}),
    isGood: async (token) => (await tickets.look(token)) !== undefined,
    take: async (token) => {
      const taken = await tickets.take(token);
      return (
        taken && {
          giveBack: async () => {
            await rows.insert(hashOf(token), taken).catch((error: unknown) => {
              if (!(error instanceof DuplicateKey)) throw error;
            });
          },
        }
      );
    },
    endAll: async () => {
      const all = await findAllStored(rows, {});
      for (const { key } of all) await rows.delete(key);
      return all.length;
    },
    sweep: tickets.sweep,
  };
}
