import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import { type CollectionSchema, DuplicateKey, type Store } from '../../store/port.ts';

interface Invitation {
  expiresAt: number;
}

const schema: CollectionSchema<Invitation, 'expiresAt'> = {
  name: 'lti_invitations',
  indexes: [['expiresAt']],
  encrypted: [],
  expiry: 'expiresAt',
};

/** One-time invitations to register a platform. Only their hashes are kept: who reads the store cannot use them. */
export interface Invitations {
  /** A new token, good for seven days. */
  make(): Promise<string>;
  /** Consumes the token in one step. Undefined: unknown, used or expired. Otherwise a way to give it back. */
  take(token: string): Promise<{ giveBack(): Promise<void> } | undefined>;
  sweep(): Promise<number>;
}

const SEVEN_DAYS = 7 * 24 * 3_600_000;
const hash = (token: string): string => createHash('sha256').update(token).digest('base64url');

export const openInvitations = async ({ store, clock }: { store: Store; clock: Clock }): Promise<Invitations> => {
  const rows = await store.collection(schema);
  return {
    make: async () => {
      const token = randomBytes(24).toString('base64url');
      await rows.insert(hash(token), { expiresAt: clock() + SEVEN_DAYS });
      return token;
    },
    take: async (token) => {
      const taken = await rows.take(hash(token));
      if (!taken || taken.doc.expiresAt <= clock()) return undefined;
      return {
        // A registration that the platform broke off must not cost the administrator a new link.
        giveBack: async () => {
          await rows.insert(taken.key, taken.doc).catch((error: unknown) => {
            if (!(error instanceof DuplicateKey)) throw error;
          });
        },
      };
    },
    sweep: () => rows.sweep(clock()),
  };
};
