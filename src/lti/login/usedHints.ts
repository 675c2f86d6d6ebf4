import { createHash } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import { type CollectionSchema, DuplicateKey, type Store } from '../../store/port.ts';

interface Used {
  expiresAt: number;
}

const schema: CollectionSchema<Used, 'expiresAt'> = {
  name: 'lti_used_hints',
  indexes: [['expiresAt']],
  encrypted: [],
  expiry: 'expiresAt',
};

/** As long as someone may come back to a page with our button on it. */
const REMEMBERED = 12 * 3_600_000;

/** Which hints have been sent to their platform, where a platform takes each one once. Kept as hashes. */
export interface UsedHints {
  /** True the first time, and only then: the hint counts as used from now on. */
  use(platform: string, hint: string): Promise<boolean>;
  sweep(): Promise<number>;
}

export const openUsedHints = async ({ store, clock }: { store: Store; clock: Clock }): Promise<UsedHints> => {
  const rows = await store.collection(schema);
  const keyOf = (platform: string, hint: string): string =>
    createHash('sha256')
      .update(JSON.stringify([platform, hint]))
      .digest('base64url');
  return {
    use: async (platform, hint) => {
      try {
        await rows.insert(keyOf(platform, hint), { expiresAt: clock() + REMEMBERED });
        return true;
      } catch (error) {
        if (error instanceof DuplicateKey) return false;
        throw error;
      }
    },
    sweep: () => rows.sweep(clock()),
  };
};
