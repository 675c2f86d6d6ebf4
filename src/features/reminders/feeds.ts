import type { Clock } from '../../domain/clock.ts';
import type { Language } from '../../domain/viewer.ts';
import type { Store } from '../../store/port.ts';
import { upsert } from '../../store/update.ts';
import { feedSchema, type Feed, type Who } from './records.ts';
import { hashOf, isToken, newToken, SHORT } from '../../store/tokens.ts';

/** Secret calendar addresses: at most one for a person in a room. */
export interface Feeds {
  /** Returns a new address's token, only this once; the previous address stops working. */
  make(who: Who & { language: Language }): Promise<string>;
  of(who: Who): Promise<Feed | undefined>;
  stop(who: Who): Promise<void>;
  /** Undefined for anything but a working token. */
  find(token: unknown): Promise<Feed | undefined>;
}

export async function createFeeds(store: Store, clock: Clock): Promise<Feeds> {
  const feeds = await store.collection(feedSchema);
  const keyOf = ({ room, person }: Who) => `${room}/${person}`;
  return {
    make: async ({ room, person, language }) => {
      const token = newToken(SHORT);
      const feed = { room, person, language, tokenHash: hashOf(token), madeAt: clock() };
      await upsert(feeds, keyOf(feed), { first: () => feed, change: () => feed });
      return token;
    },
    of: async (who) => (await feeds.get(keyOf(who)))?.doc,
    stop: async (who) => {
      await feeds.delete(keyOf(who));
    },
    find: async (token) =>
      isToken(token, SHORT)
        ? (await feeds.find({ where: { tokenHash: hashOf(token) }, limit: 1 })).items[0]?.doc
        : undefined,
  };
}
