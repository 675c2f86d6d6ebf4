import type { Clock } from '../../domain/clock.ts';
import { findAll } from '../../store/findAll.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import { upsert } from '../../store/update.ts';

/** How an instructor presents themselves to one class, in words of their own choice. */
export interface Greeting {
  room: string;
  /** Id of the instructor. */
  person: string;
  /** What the class calls them; not the name in the LMS. */
  name: string;
  /** One to three letters. */
  initials: string;
  text: string;
  /** Milliseconds since 1970. */
  savedAt: number;
}

export interface Greetings {
  of(room: string, person: string): Promise<Greeting | undefined>;
  /** Latest first. */
  inRoom(room: string): Promise<Greeting[]>;
  save(greeting: Omit<Greeting, 'savedAt'>): Promise<void>;
  remove(room: string, person: string): Promise<void>;
}

const schema: CollectionSchema<Greeting, 'room' | 'person'> = {
  name: 'greetings',
  indexes: [['room'], ['person']],
  keyBegins: 'room',
  encrypted: ['name', 'initials', 'text'],
};

export async function createGreetings(store: Store, clock: Clock): Promise<Greetings> {
  const greetings = await store.collection(schema);
  return {
    of: async (room, person) => (await greetings.get(keyOf(room, person)))?.doc,
    inRoom: async (room) => (await findAll(greetings, { room })).sort((one, other) => other.savedAt - one.savedAt),
    save: async (greeting) => {
      const saved = () => ({ ...greeting, savedAt: clock() });
      await upsert(greetings, keyOf(greeting.room, greeting.person), { first: saved, change: saved });
    },
    remove: async (room, person) => {
      await greetings.delete(keyOf(room, person));
    },
  };
}

/** Ids contain no slash. */
function keyOf(room: string, person: string): string {
  return `${room}/${person}`;
}
