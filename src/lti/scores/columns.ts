import type { Clock } from '../../domain/clock.ts';
import { type CollectionSchema, DuplicateKey, type Store } from '../../store/port.ts';
import { upsert } from '../../store/update.ts';

/**
 * Gradebook columns that we have found or made, and the right to make one: at most one maker at a time, across all
 * processes.
 */
export interface Columns {
  /** The address stored under this key. */
  get(key: string): Promise<string | undefined>;
  /** Whether the caller may make the column now. A maker that crashes loses the right after a minute. */
  reserve(key: string): Promise<boolean>;
  keep(key: string, lineItem: string): Promise<void>;
  /** Forgets the address, or gives up the right to make the column. */
  forget(key: string): Promise<void>;
}

interface Column {
  /** Address; empty while it is being made. */
  lineItem: string;
  /** Milliseconds since 1970. */
  reservedUntil: number;
}

const schema: CollectionSchema<Column, never> = { name: 'lti_line_items', indexes: [], encrypted: [] };

/** Longer than a request to make a column may take. */
const RESERVED = 60_000;

export async function openColumns({ store, clock }: { store: Store; clock: Clock }): Promise<Columns> {
  const rows = await store.collection(schema);
  const reservation = (): Column => ({ lineItem: '', reservedUntil: clock() + RESERVED });

  const takeOver = async (key: string): Promise<boolean> => {
    const found = await rows.get(key);
    if (!found || found.doc.lineItem !== '' || found.doc.reservedUntil > clock()) return false;
    return (await rows.replace(key, found.version, reservation())) !== undefined;
  };

  return {
    get: async (key) => (await rows.get(key))?.doc.lineItem || undefined,
    reserve: async (key) => {
      try {
        await rows.insert(key, reservation());
        return true;
      } catch (error) {
        if (error instanceof DuplicateKey) return takeOver(key);
        throw error;
      }
    },
    keep: async (key, lineItem) => {
      const column = { lineItem, reservedUntil: 0 };
      await upsert(rows, key, { first: () => column, change: () => column });
    },
    forget: async (key) => {
      await rows.delete(key);
    },
  };
}
