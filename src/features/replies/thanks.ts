import type { Clock } from '../../domain/clock.ts';
import { findAll } from '../../store/findAll.ts';
import { DuplicateKey, type CollectionSchema, type Store } from '../../store/port.ts';
import type { Reply } from './store.ts';

/** A participant's thanks for one reply as it was then; a reply that is changed can be thanked for again. */
interface Thanks {
  room: string;
  person: string;
  /** Id of the activity or module that the reply is about, and of its writer. */
  about: string;
  from: string;
  /** `sentAt` of the reply, in milliseconds since 1970. */
  sentAt: number;
  at: number;
}

export interface ReplyThanks {
  /** Once is enough: again changes nothing. */
  give(person: string, reply: Reply): Promise<void>;
  /** Everyone who has thanked for this reply as it is now. */
  for(reply: Reply): Promise<string[]>;
  /** What a participant has thanked for, as `thankedFor` says it. */
  of(room: string, person: string): Promise<Set<string>>;
}

const schema: CollectionSchema<Thanks, 'room' | 'person' | 'from'> = {
  name: 'reply_thanks',
  indexes: [['room', 'from'], ['person'], ['from']],
  keyBegins: 'room',
  encrypted: [],
};

export async function createReplyThanks(store: Store, clock: Clock): Promise<ReplyThanks> {
  const thanks = await store.collection(schema);
  return {
    give: async (person, reply) => {
      const { room, about, from, sentAt } = reply;
      const key = [room, person, thankedFor(reply)].join('/');
      try {
        await thanks.insert(key, { room, person, about, from, sentAt, at: clock() });
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
      }
    },
    for: async ({ room, about, from, sentAt }) =>
      (await findAll(thanks, { room, from }))
        .filter((one) => one.about === about && one.sentAt === sentAt)
        .map(({ person }) => person),
    of: async (room, person) =>
      new Set((await findAll(thanks, { person })).filter((one) => one.room === room).map(thankedFor)),
  };
}

/** Which reply, as it was sent: two by the same writer about the same thing differ in their time. */
export function thankedFor({ about, from, sentAt }: Pick<Reply, 'about' | 'from' | 'sentAt'>): string {
  return [about, from, sentAt].join('/');
}
