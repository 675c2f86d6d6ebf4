import { randomBytes } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import type { Collection, Store } from '../store/port.ts';
import { DuplicateKey } from '../store/port.ts';

interface Ticket<Value> {
  /** Milliseconds since 1970. */
  expires: number;
  value: Value;
}

/** Values given out under an unguessable id for a limited time: launches, sessions, bearer tokens. */
export interface Tickets<Value> {
  issue(value: Value): Promise<string>;
  /** Undefined if there is none, or it has expired. */
  look(id: string): Promise<Value | undefined>;
  /** Returns the value to exactly one of several simultaneous callers. */
  take(id: string): Promise<Value | undefined>;
  /** True the first time this id is seen within its lifetime, whoever chose it. */
  firstUse(id: string, value: Value): Promise<boolean>;
  drop(id: string): Promise<void>;
}

export interface TicketKind {
  /** The collection is called `sandbox_<name>`. */
  name: string;
  lifetimeMs: number;
  clock: Clock;
}

export async function openTickets<Value>(store: Store, kind: TicketKind): Promise<Tickets<Value>> {
  const tickets: Collection<Ticket<Value>, 'expires'> = await store.collection<Ticket<Value>, 'expires'>({
    name: `sandbox_${kind.name}`,
    indexes: [['expires']],
    encrypted: ['value'],
    expiry: 'expires',
  });
  const put = async (id: string, value: Value): Promise<void> => {
    await tickets.sweep(kind.clock());
    await tickets.insert(id, { expires: kind.clock() + kind.lifetimeMs, value });
  };
  const valid = (ticket: Ticket<Value> | undefined): Value | undefined =>
    ticket && ticket.expires > kind.clock() ? ticket.value : undefined;
  return {
    issue: async (value) => {
      const id = randomBytes(24).toString('base64url');
      await put(id, value);
      return id;
    },
    look: async (id) => valid((await tickets.get(id))?.doc),
    take: async (id) => valid((await tickets.take(id))?.doc),
    firstUse: async (id, value) => {
      try {
        await put(id, value);
        return true;
      } catch (error) {
        if (error instanceof DuplicateKey) return false;
        throw error;
      }
    },
    drop: async (id) => {
      await tickets.delete(id);
    },
  };
}
