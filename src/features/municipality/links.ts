import type { Clock } from '../../domain/clock.ts';
import { findAllStored } from '../../store/findAll.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import { visitLinks, type VisitLink } from '../../store/visitLinks.ts';

/** A statement: of this class, those of this municipality. */
interface OfClass {
  room: string;
  municipality: string;
}

type StatementLink = OfClass & VisitLink;

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
  const visits = visitLinks(links, clock);
  return {
    ...visits,
    make: async ({ room, municipality }) => {
      for (const { key, doc } of await findAllStored(links, { room }))
        if (doc.municipality === municipality) await links.delete(key);
      return visits.make((unused) => ({ room, municipality, ...unused }));
    },
    behind: async (session) => {
      const link = await visits.behind(session);
      return link && { room: link.room, municipality: link.municipality };
    },
  };
}
