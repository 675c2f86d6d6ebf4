import type { Clock } from '../../domain/clock.ts';
import { type CollectionSchema, DuplicateKey, type Store } from '../../store/port.ts';
import { digest, LOGIN_LIFETIME, type Transaction } from './transactions.ts';

interface Used {
  expiresAt: number;
}

const schema: CollectionSchema<Used, 'expiresAt'> = {
  name: 'lti_used_logins',
  indexes: [['expiresAt']],
  encrypted: [],
  expiry: 'expiresAt',
  // Until the person's document is written, a moment later, nobody has been let in by it.
  syncedByNext: true,
};

/** Logins that have led to a launch. Written only for a token that a registered platform has signed. */
export interface UsedLogins {
  /** True the first time only: of several simultaneous launches exactly one succeeds, across all processes. */
  use(login: Transaction): Promise<boolean>;
  has(login: Transaction): Promise<boolean>;
  sweep(): Promise<number>;
}

export async function openUsedLogins({ store, clock }: { store: Store; clock: Clock }): Promise<UsedLogins> {
  const rows = await store.collection(schema);
  return {
    use: async ({ state, expiresAt }) => {
      try {
        // Longer than the login itself: another process whose clock is behind may still accept it.
        await rows.insert(digest(state), { expiresAt: expiresAt + LOGIN_LIFETIME });
        return true;
      } catch (error) {
        if (error instanceof DuplicateKey) return false;
        throw error;
      }
    },
    has: async ({ state }) => (await rows.get(digest(state))) !== undefined,
    sweep: () => rows.sweep(clock()),
  };
}
