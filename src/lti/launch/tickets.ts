import type { Clock } from '../../domain/clock.ts';
import type { Launch } from '../../domain/launch.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import { createTickets } from '../../store/tickets.ts';

interface Ticket {
  launch: Launch;
  expiresAt: number;
}

const schema: CollectionSchema<Ticket, 'expiresAt'> = {
  name: 'lti_tickets',
  indexes: [['expiresAt']],
  encrypted: ['launch'],
  expiry: 'expiresAt',
};

/** Allows for people who read slowly before they press. */
const LIFETIME = 10 * 60_000;

/**
 * Verified launches of people whose browser keeps no cookie in the course's frame. The button that opens a new window
 * posts the ticket in the body of our form; the ticket lets one session begin there.
 */
export interface LaunchTickets {
  issue(launch: Launch): Promise<string>;
  /** Undefined if the ticket is unknown, used or expired. */
  take(id: string): Promise<Launch | undefined>;
  sweep(): Promise<number>;
}

export async function openTickets({ store, clock }: { store: Store; clock: Clock }): Promise<LaunchTickets> {
  const rows = await store.collection(schema);
  const tickets = createTickets(rows, { clock, lifetime: LIFETIME, expiry: 'expiresAt' });
  return {
    issue: (launch) => tickets.issue({ launch }),
    take: async (id) => (await tickets.take(id))?.launch,
    sweep: tickets.sweep,
  };
}
