import type { Clock } from '../../domain/clock.ts';
import { findAllStored } from '../../store/findAll.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import { hashOf, newToken } from '../../store/tokens.ts';
import { update } from '../../store/update.ts';

/** Long enough for a coordinator who works part-time. */
const LINK_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;
const SESSION_LIFETIME_MS = 60 * 60 * 1000;

/** A statement: of this class, those of this municipality. */
interface OfClass {
  room: string;
  municipality: string;
}

interface StatementLink extends OfClass {
  /** Hash of the visit that used the link; empty until then. */
  session: string;
  expiresAt: number;
}

/** The key is the token's hash, so reading the store gives no usable link. */
const schema: CollectionSchema<StatementLink, 'room' | 'session' | 'expiresAt'> = {
  name: 'statement_links',
  indexes: [['room'], ['session']],
  encrypted: [],
  expiry: 'expiresAt',
};

/**
 * Links that an instructor makes for a municipality's coordinator (docs/decisions/0066). Each works once, and its visit
 * lasts an hour.
 */
export interface StatementLinks {
  /** Returns the token of a new link; earlier links to the same statement, and visits by them, stop working. */
  make(of: OfClass): Promise<string>;
  /** Uses a link up. Returns the secret of the visit, or undefined if the token is unknown, used or too old. */
  signIn(token: string): Promise<string | undefined>;
  /** Which statement this visit is for. */
  behind(session: string): Promise<OfClass | undefined>;
  signOut(session: string): Promise<void>;
}

export async function createStatementLinks(store: Store, clock: Clock): Promise<StatementLinks> {
  const links = await store.collection(schema);
  const found = async (session: string) => {
    if (session === '') return undefined;
    const [link] = (await links.find({ where: { session: hashOf(session) }, limit: 1 })).items;
    return link && link.doc.expiresAt > clock() ? link : undefined;
  };
  return {
    make: async ({ room, municipality }) => {
      await links.sweep(clock());
      for (const { key, doc } of await findAllStored(links, { room }))
        if (doc.municipality === municipality) await links.delete(key);
      const token = newToken();
      const expiresAt = clock() + LINK_LIFETIME_MS;
      await links.insert(hashOf(token), { room, municipality, session: '', expiresAt });
      return token;
    },
    signIn: async (token) => {
      const session = newToken();
      const used = { session: hashOf(session), expiresAt: clock() + SESSION_LIFETIME_MS };
      const isGood = (link: StatementLink) => link.session === '' && link.expiresAt > clock();
      const link = await update(links, hashOf(token), (doc) => (isGood(doc) ? { ...doc, ...used } : doc));
      return link?.doc.session === used.session ? session : undefined;
    },
    behind: async (session) => {
      const link = await found(session);
      return link && { room: link.doc.room, municipality: link.doc.municipality };
    },
    signOut: async (session) => {
      const link = await found(session);
      if (link) await links.delete(link.key);
    },
  };
}
