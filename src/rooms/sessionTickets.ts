import type { Clock } from '../domain/clock.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { CollectionSchema, Store } from '../store/port.ts';
import { createTickets } from '../store/tickets.ts';

/** What is moved from a course's frame to the whole window. */
interface Carried {
  session: Omit<Viewer, 'csrf'>;
  /** Path and query of the page in the frame. */
  place: string;
}

interface Ticket extends Carried {
  expiresAt: number;
}

const schema: CollectionSchema<Ticket, 'expiresAt'> = {
  name: 'session_tickets',
  indexes: [['expiresAt']],
  encrypted: ['session', 'place'],
  expiry: 'expiresAt',
};

/** A script sends it on at once, but slow networks take a while. */
const LIFETIME = 30_000;

/**
 * A session on its way to the window around its frame, where the browser has separate cookies: once, and within
 * seconds.
 */
export interface SessionTickets {
  issue(carried: Carried): Promise<string>;
  /** Undefined if the ticket is unknown, used or expired. */
  take(id: string): Promise<Carried | undefined>;
}

export async function createSessionTickets(store: Store, clock: Clock): Promise<SessionTickets> {
  const rows = await store.collection(schema);
  const { issue, take, sweep } = createTickets(rows, { clock, lifetime: LIFETIME, expiry: 'expiresAt' });
  return {
    issue: async (carried) => {
      await sweep();
      return issue(carried);
    },
    take,
  };
}
