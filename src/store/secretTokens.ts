import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import { findAllStored } from './findAll.ts';
import { type CollectionSchema, DuplicateKey, type Store } from './port.ts';

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

function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
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
  return {
    make: async () => {
      const token = randomBytes(24).toString('base64url');
      await rows.insert(hash(token), { expiresAt: clock() + lifetime });
      return token;
    },
    isGood: async (token) => {
      const found = await rows.get(hash(token));
      return found !== undefined && found.doc.expiresAt > clock();
    },
    take: async (token) => {
      const taken = await rows.take(hash(token));
      if (!taken || taken.doc.expiresAt <= clock()) return undefined;
      return {
        giveBack: async () => {
          await rows.insert(taken.key, taken.doc).catch((error: unknown) => {
            if (!(error instanceof DuplicateKey)) throw error;
          });
        },
      };
    },
    endAll: async () => {
      const all = await findAllStored(rows, {});
      for (const { key } of all) await rows.delete(key);
      return all.length;
    },
    sweep: () => rows.sweep(clock()),
  };
}
