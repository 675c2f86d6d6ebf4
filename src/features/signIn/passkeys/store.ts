import type { Clock } from '../../../domain/clock.ts';
import { findAllStored } from '../../../store/findAll.ts';
import { DuplicateKey, type CollectionSchema, type Store, type Stored } from '../../../store/port.ts';
import type { Transport } from './answers.ts';

/** The public half of a passkey, with which nobody can sign in; a phone or computer keeps the private half. */
interface Passkey {
  /** The editor's own words for it. */
  name: string;
  /** Base64url, in the format of COSE. */
  publicKey: string;
  /** Its own counter of uses; always 0 for devices that do not count. */
  counter: number;
  transports: Transport[];
  /** Milliseconds since 1970. */
  madeAt: number;
  /** Time of its last use; 0 if it was never used. */
  usedAt: number;
}

export interface StoredPasskeys {
  /** The oldest first, each under its id. */
  all(): Promise<{ id: string; doc: Passkey }[]>;
  get(id: string): Promise<Stored<Passkey> | undefined>;
  /** Returns false if it is stored already. */
  add(id: string, passkey: Pick<Passkey, 'name' | 'publicKey' | 'counter' | 'transports'>): Promise<boolean>;
  /** Notes a use; returns false if it was used or removed meanwhile. */
  use(found: Stored<Passkey>, counter: number): Promise<boolean>;
  remove(id: string): Promise<void>;
}

/** @param role each role has its own collection */
export async function openStoredPasskeys(store: Store, clock: Clock, role: string): Promise<StoredPasskeys> {
  const schema: CollectionSchema<Passkey, never> = { name: `${role}_passkeys`, indexes: [], encrypted: ['name'] };
  const rows = await store.collection(schema);
  return {
    all: async () => {
      const found = (await findAllStored(rows, {})).map(({ key, doc }) => ({ id: key, doc }));
      return found.toSorted((a, b) => a.doc.madeAt - b.doc.madeAt);
    },
    get: (id) => rows.get(id),
    add: async (id, passkey) => {
      try {
        await rows.insert(id, { ...passkey, madeAt: clock(), usedAt: 0 });
        return true;
      } catch (error) {
        if (error instanceof DuplicateKey) return false;
        throw error;
      }
    },
    use: async ({ key, version, doc }, counter) =>
      (await rows.replace(key, version, { ...doc, counter, usedAt: clock() })) !== undefined,
    remove: async (id) => {
      await rows.delete(id);
    },
  };
}
