import type { Clock } from '../../../domain/clock.ts';
import type { Collection, CollectionSchema, Store, Stored } from '../../../store/port.ts';
import type { ResponseKey } from '../../../responses/records.ts';
import { hashOf, newToken, SHORT } from '../../../store/tokens.ts';

/** 270 days: half a year after the three-month survey opens, for a link made when the course ends. */
const LIFETIME_MS = 270 * 24 * 60 * 60 * 1000;

/** A link that a person has made to an activity of their own. Times are in milliseconds since 1970. */
export interface OwnLink extends ResponseKey {
  madeAt: number;
  expiresAt: number;
  /** Made for a reminder, and sent to the address that the person confirmed. */
  inMessage?: true;
}

/** The key is the token's hash, so reading the store gives no usable link. */
const schema: CollectionSchema<OwnLink, 'room' | 'person' | 'activity' | 'expiresAt'> = {
  name: 'own_links',
  indexes: [['room'], ['person', 'activity']],
  encrypted: [],
  expiry: 'expiresAt',
};

/** Links that lead to a single activity without the course room (docs/decisions/0013). */
export interface OwnLinks {
  /**
   * Makes a link; an earlier link of the same person to the same activity stops working. The token is returned here
   * only.
   */
  make(of: ResponseKey): Promise<{ token: string; link: OwnLink }>;
  /**
   * Makes a link for a message. It leaves the person's own link unchanged, works for a shorter time, and stops when
   * they make a new one by hand. Call `drop` if the message was not sent.
   */
  makeForMessage(of: ResponseKey): Promise<{ token: string; drop: () => Promise<void> }>;
  /** The link made by hand that works now. */
  current(of: ResponseKey): Promise<OwnLink | undefined>;
  /** Undefined if there is no such link, or it is too old. `replaced`: the person has made a later one. */
  find(token: string): Promise<{ link: OwnLink; replaced: boolean } | undefined>;
}

/** 30 days: a reminder is answered soon, or not at all. */
const MESSAGE_LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;

type Links = Collection<OwnLink, 'room' | 'person' | 'activity' | 'expiresAt'>;

/** Newest first. Links made at the same moment are ordered by key, so that only one of them works. */
function newestFirst(one: Stored<OwnLink>, other: Stored<OwnLink>): number {
  return other.doc.madeAt - one.doc.madeAt || (one.key < other.key ? -1 : 1);
}

export async function createOwnLinks(store: Store, clock: Clock): Promise<OwnLinks> {
  const links = await store.collection(schema);
  const ofOwner = async ({ person, activity }: ResponseKey): Promise<Stored<OwnLink>[]> =>
    (await links.find({ where: { person, activity }, limit: 1000 })).items
      .filter(({ doc }) => doc.expiresAt > clock() && !doc.inMessage)
      .sort(newestFirst);
  return {
    make: async ({ room, person, activity }) => {
      await links.sweep(clock());
      const token = newToken(SHORT);
      const [before] = await ofOwner({ room, person, activity });
      const madeAt = Math.max(clock(), (before?.doc.madeAt ?? 0) + 1);
      const link = { room, person, activity, madeAt, expiresAt: madeAt + LIFETIME_MS };
      await links.insert(hashOf(token), link);
      // The previous link is kept, so that it can say that it was replaced; older ones are of no use.
      for (const { key } of (await ofOwner(link)).slice(2)) await links.delete(key);
      return { token, link };
    },
    makeForMessage: (of) => makeForMessage(links, of, clock()),
    current: async (of) => (await ofOwner(of))[0]?.doc,
    find: async (token) => {
      const key = hashOf(token);
      const found = await links.get(key);
      if (!found || found.doc.expiresAt <= clock()) return undefined;
      const [newest] = await ofOwner(found.doc);
      const { doc } = found;
      const replaced = doc.inMessage ? (newest?.doc.madeAt ?? 0) > doc.madeAt : newest?.key !== key;
      return { link: doc, replaced };
    },
  };
}

async function makeForMessage(links: Links, { room, person, activity }: ResponseKey, madeAt: number) {
  const token = newToken(SHORT);
  const expiresAt = madeAt + MESSAGE_LIFETIME_MS;
  await links.insert(hashOf(token), { room, person, activity, madeAt, expiresAt, inMessage: true });
  return {
    token,
    drop: async () => {
      await links.delete(hashOf(token));
    },
  };
}
