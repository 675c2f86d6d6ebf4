import { createHash } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import { findAll } from '../../store/findAll.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import { update, upsert } from '../../store/update.ts';

/** `waiting` for the instructor; `held`: hard words, for the instructor alone; `hidden` again after it was `shown`. */
type IdeaState = 'waiting' | 'held' | 'shown' | 'hidden';

/** A question to the class about a plan that did not happen, or an idea for one. */
export interface Idea {
  id: string;
  room: string;
  /** The writer. Shown to nobody, except to the instructor where the words are hard. */
  person: string;
  /** The question that it is an idea for; empty for a question. */
  question: string;
  text: string;
  state: IdeaState;
  /** Whether the instructor will show it at the webinar. */
  isChosen: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

export interface Ideas {
  /** Oldest first. */
  inRoom(room: string): Promise<Idea[]>;
  add(idea: Pick<Idea, 'room' | 'person' | 'question' | 'text' | 'state'>): Promise<void>;
  /** What an instructor decides about one; does nothing if it is not of the room. */
  decide(of: Pick<Idea, 'room' | 'id'>, change: Partial<Pick<Idea, 'state' | 'isChosen'>>): Promise<void>;
  /** Takes back one's own. */
  takeBack(of: Pick<Idea, 'room' | 'id' | 'person'>): Promise<void>;
  /** Whether the class may use this; it may until an instructor switches it off. */
  isOn(room: string): Promise<boolean>;
  turn(room: string, isOn: boolean): Promise<void>;
}

const schema: CollectionSchema<Idea, 'room' | 'person'> = {
  name: 'class_ideas',
  indexes: [['room'], ['person']],
  encrypted: ['text'],
};

interface Switch {
  room: string;
  isOff: boolean;
}

const switchSchema: CollectionSchema<Switch, 'room'> = {
  name: 'class_idea_switches',
  indexes: [['room']],
  encrypted: [],
};

export async function createIdeas(store: Store, clock: Clock): Promise<Ideas> {
  const rows = await store.collection(schema);
  const switches = await store.collection(switchSchema);
  const isOf = async ({ room, id }: Pick<Idea, 'room' | 'id'>) => (await rows.get(id))?.doc.room === room;
  return {
    inRoom: async (room) => (await findAll(rows, { room })).sort((one, other) => one.at - other.at),
    add: async (idea) => {
      const id = idOf(idea);
      const first = (): Idea => ({ ...idea, id, isChosen: false, at: clock() });
      await upsert(rows, id, { first, change: (before) => before });
    },
    decide: async (of, change) => {
      if (await isOf(of)) await update(rows, of.id, (doc) => ({ ...doc, ...change }));
    },
    takeBack: async ({ room, id, person }) => {
      const found = (await rows.get(id))?.doc;
      if (found?.room === room && found.person === person) await rows.delete(id);
    },
    isOn: async (room) => (await switches.get(room))?.doc.isOff !== true,
    turn: async (room, isOn) => {
      const set = { room, isOff: !isOn };
      await upsert(switches, room, { first: () => set, change: () => set });
    },
  };
}

/**
 * The same words sent twice at once have the same key. A person's id has 128 secret bits, so the key does not reveal
 * the writer.
 */
function idOf({ room, person, question, text }: Pick<Idea, 'room' | 'person' | 'question' | 'text'>): string {
  return createHash('sha256')
    .update(JSON.stringify([room, person, question, text]))
    .digest('base64url')
    .slice(0, 22);
}
