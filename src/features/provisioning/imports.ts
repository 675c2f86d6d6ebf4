import type { Clock } from '../../domain/clock.ts';
import type { Schedule } from '../../domain/schedule.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import type { CourseToCome } from './prepared.ts';
import { createTickets } from '../../store/tickets.ts';

/** One room's settings before and after an import. */
export interface PlannedChange extends CourseToCome {
  /** Id of the room; empty if the course has not been opened yet. */
  room: string;
  before: Schedule;
  after: Schedule;
}

interface Import {
  changes: PlannedChange[];
  keepUntil: number;
}

/** Changes that were shown and wait for confirmation. */
export interface Imports {
  /** Returns an id that works once, within an hour. */
  keep(changes: PlannedChange[]): Promise<string>;
  get(id: string): Promise<PlannedChange[] | undefined>;
  remove(id: string): Promise<void>;
}

const LIFETIME = 60 * 60_000;

const schema: CollectionSchema<Import, 'keepUntil'> = {
  name: 'room_imports',
  indexes: [],
  encrypted: ['changes'],
  expiry: 'keepUntil',
};

export async function createImports(store: Store, clock: Clock): Promise<Imports> {
  const rows = await store.collection(schema);
  const tickets = createTickets(rows, { clock, lifetime: LIFETIME, expiry: 'keepUntil' });
  return {
    keep: async (changes) => {
      await tickets.sweep();
      return tickets.issue({ changes });
    },
    get: async (id) => (await tickets.look(id))?.changes,
    remove: tickets.drop,
  };
}
