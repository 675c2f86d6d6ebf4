import type { Clock } from '../domain/clock.ts';
import { findAllStored } from './findAll.ts';
import { type CollectionSchema, DuplicateKey, type Store } from './port.ts';
import { createTickets } from './tickets.ts';
import { hashOf } from './tokens.ts';

interface Issued {
  expiresAt: number;
  /** Absent in tokens from before openers were noted. */
  opener?: string;
}

/**
 * Random tokens that open something for a while. Only their hashes are stored, so reading the store gives no usable
 * token.
 */
export interface SecretTokens {
  /** @param opener what it was given out for, such as a key's id; default: nothing */
  make(opener?: string): Promise<string>;
  /** The opener of a good token, `''` if it has none; undefined if the token is unknown, used or expired. */
  openerOf(token: string): Promise<string | undefined>;
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
    make: (opener = '') => tickets.issue({ opener }),
    openerOf: async (token) => {
      const issued = await tickets.look(token);
      return issued && (issued.opener ?? '');
    },
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
