import type { Clock } from '../../domain/clock.ts';
import { findAll } from '../../store/findAll.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import { upsert } from '../../store/update.ts';
import { fingerprint } from '../../responses/merge.ts';

/** The recipient in the class, the topic and the author: there is one reply for each combination. */
export interface ReplyKey {
  room: string;
  /** Id of the participant; `TO_CLASS` for the whole class. */
  to: string;
  /** Id of the activity or module. */
  about: string;
  /** Id of the instructor. */
  from: string;
}

/** Cannot be a person's id: those are longer. */
export const TO_CLASS = 'holdet';

/** A short reply from an instructor, read only in the tool. */
export interface Reply extends ReplyKey {
  text: string;
  /** Milliseconds since 1970. */
  sentAt: number;
}

/** How far a participant has read. */
interface ReadMark {
  room: string;
  person: string;
  /** `sentAt` of the latest reply that was shown, in milliseconds since 1970. */
  readTo: number;
}

export interface Replies {
  get(of: ReplyKey): Promise<Reply | undefined>;
  /**
   * Sends a reply, or changes a sent one.
   * @param base fingerprint of the text that the form showed
   * @returns the text of another reply sent since, which the writer has not seen; nothing is changed then
   */
  send(of: ReplyKey, given: { text: string; base: string }): Promise<{ unseen: string } | undefined>;
  /** @returns the reply that was removed; undefined if there was none */
  takeBack(of: ReplyKey): Promise<Reply | undefined>;
  /** All replies in a room, newest first. */
  inRoom(room: string): Promise<Reply[]>;
  /** The replies that a participant may read, newest first. */
  toPerson(room: string, person: string): Promise<Reply[]>;
  /** Up to when the participant has read, in milliseconds since 1970; 0 if they never have. */
  readTo(room: string, person: string): Promise<number>;
  /** By participant: up to when they have read. */
  readers(room: string): Promise<Map<string, number>>;
  noteRead(of: { room: string; person: string }, readTo: number): Promise<void>;
}

const replySchema: CollectionSchema<Reply, 'room' | 'to' | 'from'> = {
  name: 'replies',
  indexes: [['room', 'to'], ['to'], ['from']],
  keyBegins: 'room',
  encrypted: ['text'],
};

const readMarkSchema: CollectionSchema<ReadMark, 'room' | 'person'> = {
  name: 'reply_readings',
  indexes: [['room'], ['person']],
  keyBegins: 'room',
  encrypted: [],
};

export async function createReplies(store: Store, clock: Clock): Promise<Replies> {
  const replies = await store.collection(replySchema);
  const readMarks = await store.collection(readMarkSchema);
  return {
    get: async (of) => (await replies.get(keyOf(of)))?.doc,
    send: async (of, { text, base }) => {
      let unseen = '';
      await upsert(replies, keyOf(of), {
        first: () => ({ ...pick(of), text, sentAt: clock() }),
        change: (reply) => {
          unseen = reply.text !== text && fingerprint(reply.text) !== base ? reply.text : '';
          return unseen !== '' || reply.text === text ? reply : { ...reply, text, sentAt: clock() };
        },
      });
      return unseen === '' ? undefined : { unseen };
    },
    takeBack: async (of) => (await replies.take(keyOf(of)))?.doc,
    inRoom: async (room) => latestFirst(await findAll(replies, { room })),
    toPerson: async (room, person) => {
      const found = await Promise.all([
        findAll(replies, { room, to: person }),
        findAll(replies, { room, to: TO_CLASS }),
      ]);
      return latestFirst(found.flat());
    },
    readTo: async (room, person) => (await readMarks.get(`${room}/${person}`))?.doc.readTo ?? 0,
    readers: async (room) =>
      new Map((await findAll(readMarks, { room })).map(({ person, readTo }) => [person, readTo])),
    noteRead: async ({ room, person }, readTo) => {
      await upsert(readMarks, `${room}/${person}`, {
        first: () => ({ room, person, readTo }),
        change: (one) => (one.readTo >= readTo ? one : { ...one, readTo }),
      });
    },
  };
}

function pick({ room, to, about, from }: ReplyKey): ReplyKey {
  return { room, to, about, from };
}

/** Ids contain no slash, so the parts make an unambiguous key. */
function keyOf({ room, to, about, from }: ReplyKey): string {
  return [room, to, about, from].join('/');
}

function latestFirst(replies: Reply[]): Reply[] {
  return replies.sort((one, other) => other.sentAt - one.sentAt);
}
