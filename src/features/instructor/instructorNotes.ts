import { randomBytes } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import { update, upsert } from '../../store/update.ts';

/** Something that an instructor wants to discuss: one person's answer, or a chart of all answers to a question. */
export interface StarOf {
  activity: string;
  question: string;
  /** Id of the person whose answer it is; empty for a chart of all. The words themselves are never stored here. */
  person: string;
}

export interface Star extends StarOf {
  /** Random, so that its address on a shared screen reveals nothing. */
  id: string;
  /** `lastSentAt` of the response when the star was set: an answer that is sent again loses its star. 0 for a chart. */
  sentAt: number;
}

interface Visit {
  /** Time of the last page view in the previous visit; 0 during the first visit. Milliseconds since 1970, like `at`. */
  since: number;
  at: number;
}

/** An instructor's saved selection for a room's webinars. */
interface Notes {
  room: string;
  person: string;
  stars: Star[];
  /** By module. */
  visits: Record<string, Visit>;
}

interface NotesKey {
  room: string;
  /** The instructor. */
  person: string;
}

export interface InstructorNotes {
  /** In the order in which they were set. */
  stars(of: NotesKey): Promise<Star[]>;
  /** Sets a star, or renews an existing one. */
  star(of: NotesKey, star: Omit<Star, 'id'>): Promise<void>;
  unstar(of: NotesKey, star: StarOf): Promise<void>;
  /**
   * Records that the instructor looks at a module's brief.
   * @returns the end of their previous visit, in milliseconds since 1970; 0 if there was none
   */
  visit(of: NotesKey, module: string): Promise<number>;
}

const schema: CollectionSchema<Notes, 'room' | 'person'> = {
  name: 'instructor_desks',
  indexes: [['room', 'person'], ['person']],
  keyBegins: 'room',
  encrypted: ['stars'],
};

/** Page views within this time of each other are one visit, so that reloading a page does not make all answers old. */
const ONE_VISIT_MS = 30 * 60 * 1000;

/** Far more than a webinar has time for. */
const MOST_STARS = 200;

export async function createInstructorNotes(store: Store, clock: Clock): Promise<InstructorNotes> {
  const collection = await store.collection(schema);
  const keyOf = ({ room, person }: NotesKey) => `${room}/${person}`;
  const change = async ({ room, person }: NotesKey, next: (notes: Notes) => Notes): Promise<Notes> => {
    const first = (): Notes => ({ room, person, stars: [], visits: {} });
    return (await upsert(collection, keyOf({ room, person }), { first, change: next })).doc;
  };
  return {
    stars: async (of) => (await collection.get(keyOf(of)))?.doc.stars ?? [],
    star: async (of, star) => {
      await change(of, (notes) => ({ ...notes, stars: withStar(notes.stars, star) }));
    },
    unstar: async (of, star) => {
      await update(collection, keyOf(of), (notes) => ({
        ...notes,
        stars: notes.stars.filter((one) => !isSame(one, star)),
      }));
    },
    visit: async (of, module) => {
      const notes = await change(of, (before) => {
        const visits = { ...before.visits, [module]: visitNow(before.visits[module], clock()) };
        return { ...before, visits };
      });
      return notes.visits[module]?.since ?? 0;
    },
  };
}

export function isSame(one: StarOf, other: StarOf): boolean {
  return one.activity === other.activity && one.question === other.question && one.person === other.person;
}

function withStar(stars: Star[], star: Omit<Star, 'id'>): Star[] {
  const before = stars.find((one) => isSame(one, star));
  if (before) return stars.map((one) => (one === before ? { ...before, ...star } : one));
  return [...stars, { ...star, id: randomBytes(9).toString('base64url') }].slice(-MOST_STARS);
}

function visitNow(before: Visit | undefined, now: number): Visit {
  if (!before) return { since: 0, at: now };
  return now - before.at > ONE_VISIT_MS ? { since: before.at, at: now } : { ...before, at: now };
}
