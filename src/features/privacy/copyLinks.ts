import type { Clock } from '../../domain/clock.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import { update } from '../../store/update.ts';
import type { Whom } from './inventory/belonging.ts';
import { hashOf, newToken } from '../../store/tokens.ts';

/** Long enough for a tired person to get around to a letter or a mail. */
const LINK_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;
const SESSION_LIFETIME_MS = 60 * 60 * 1000;

/** A link that lets someone fetch a copy of their data. */
interface CopyLink extends Whom {
  /** Empty: the operator. Id of an administrator: from when administrators made such links. */
  madeBy: string;
  /** Hash of the visit that used the link; empty until then. */
  session: string;
  expiresAt: number;
}

/** The key is the token's hash, so reading the store gives no usable link. */
const schema: CollectionSchema<CopyLink, 'room' | 'person' | 'session' | 'expiresAt'> = {
  name: 'copy_links',
  indexes: [['room'], ['person'], ['session']],
  encrypted: [],
  expiry: 'expiresAt',
};

/**
 * Links that the operator makes for people who can no longer come from a course (docs/decisions/0022). Each works once,
 * and its visit lasts an hour.
 */
export interface CopyLinks {
  /** Returns the token of a new link; earlier links of the same person stop working. */
  make(whom: Whom): Promise<string>;
  /** Uses a link up. Returns the secret of the visit, or undefined if the token is unknown, used or too old. */
  signIn(token: string): Promise<string | undefined>;
  /** Whose copy this visit is for, and who made the link. */
  behind(session: string): Promise<(Whom & { madeBy: string }) | undefined>;
  signOut(session: string): Promise<void>;
}

export async function createCopyLinks(store: Store, clock: Clock): Promise<CopyLinks> {
  const links = await store.collection(schema);
  const found = async (session: string) => {
    if (session === '') return undefined;
    const [link] = (await links.find({ where: { session: hashOf(session) }, limit: 1 })).items;
    return link && link.doc.expiresAt > clock() ? link : undefined;
  };
  return {
    make: async ({ room, person }) => {
      await links.sweep(clock());
      await links.deleteMany({ person });
      const token = newToken();
      await links.insert(hashOf(token), {
        room,
        person,
        madeBy: '',
        session: '',
        expiresAt: clock() + LINK_LIFETIME_MS,
      });
      return token;
    },
    signIn: async (token) => {
      const session = newToken();
      const used = { session: hashOf(session), expiresAt: clock() + SESSION_LIFETIME_MS };
      const isGood = (link: CopyLink) => link.session === '' && link.expiresAt > clock();
      const link = await update(links, hashOf(token), (doc) => (isGood(doc) ? { ...doc, ...used } : doc));
      return link?.doc.session === used.session ? session : undefined;
    },
    behind: async (session) => {
      const link = await found(session);
      return link && { room: link.doc.room, person: link.doc.person, madeBy: link.doc.madeBy };
    },
    signOut: async (session) => {
      const link = await found(session);
      if (link) await links.delete(link.key);
    },
  };
}
