import type { Clock } from '../domain/clock.ts';
import type { Collection } from './port.ts';
import { hashOf, newToken } from './tokens.ts';
import { update } from './update.ts';

/** Long enough for a tired person to get around to a letter or a mail, and for someone who works part-time. */
const LINK_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;
const SESSION_LIFETIME_MS = 60 * 60 * 1000;

/** What is stored of a link. The key is the token's hash, so reading the store gives no usable link. */
export interface VisitLink {
  /** Hash of the visit that used the link; empty until then. */
  session: string;
  expiresAt: number;
}

/** Links that work once and for a week, each for a visit of an hour. */
export function visitLinks<Link extends VisitLink>(links: Collection<Link, 'session' | 'expiresAt'>, clock: Clock) {
  const found = async (session: string) => {
    if (session === '') return undefined;
    const [link] = (await links.find({ where: { session: hashOf(session) }, limit: 1 })).items;
    return link && link.doc.expiresAt > clock() ? link : undefined;
  };
  return {
    /** Returns the token of a new link. */
    make: async (whole: (unused: VisitLink) => Link): Promise<string> => {
      await links.sweep(clock());
      const token = newToken();
      await links.insert(hashOf(token), whole({ session: '', expiresAt: clock() + LINK_LIFETIME_MS }));
      return token;
    },
    /** Uses a link up. Returns the secret of the visit, or undefined if the token is unknown, used or too old. */
    signIn: async (token: string): Promise<string | undefined> => {
      const session = newToken();
      const used = { session: hashOf(session), expiresAt: clock() + SESSION_LIFETIME_MS };
      const isGood = (link: Link) => link.session === '' && link.expiresAt > clock();
      const link = await update(links, hashOf(token), (doc) => (isGood(doc) ? { ...doc, ...used } : doc));
      return link?.doc.session === used.session ? session : undefined;
    },
    /** The link that this visit came by. */
    behind: async (session: string): Promise<Link | undefined> => (await found(session))?.doc,
    signOut: async (session: string): Promise<void> => {
      const link = await found(session);
      if (link) await links.delete(link.key);
    },
  };
}
