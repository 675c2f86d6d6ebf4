import type { Clock } from '../../domain/clock.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import type { Whom } from './inventory/belonging.ts';
import { visitLinks, type VisitLink } from '../../store/visitLinks.ts';

/** A link that lets someone fetch a copy of their data. */
interface CopyLink extends Whom, VisitLink {
  /** Empty: the operator. Id of an administrator: from when administrators made such links. */
  madeBy: string;
}

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
  const visits = visitLinks(links, clock);
  return {
    ...visits,
    make: async ({ room, person }) => {
      await links.deleteMany({ person });
      return visits.make((unused) => ({ room, person, madeBy: '', ...unused }));
    },
    behind: async (session) => {
      const link = await visits.behind(session);
      return link && { room: link.room, person: link.person, madeBy: link.madeBy };
    },
  };
}
