import type { Clock } from '../domain/clock.ts';
import type { Collection, Store } from '../store/port.ts';
import { DuplicateKey } from '../store/port.ts';
import { createTickets } from '../store/tickets.ts';

interface Ticket<Value> {
  /** Milliseconds since 1970. */
  expires: number;
  value: Value;
}

/** Values given out under an unguessable id for a limited time: launches, sessions, bearer tokens. */
export interface SandboxTickets<Value> {
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

export async function openTickets<Value>(store: Store, kind: TicketKind): Promise<SandboxTickets<Value>> {
  const rows: Collection<Ticket<Value>, 'expires'> = await store.collection<Ticket<Value>, 'expires'>({
    name: `sandbox_${kind.name}`,
    indexes: [['expires']],
    encrypted: ['value'],
    expiry: 'expires',
  });
  const { clock, lifetimeMs: lifetime } = kind;
  const tickets = createTickets(rows, { clock, lifetime, expiry: 'expires' });
  return {
    issue: async (value) => {
      await tickets.sweep();
      return tickets.issue({ value });
    },
    look: async (id) => (await tickets.look(id))?.value,
    take: async (id) => (await tickets.take(id))?.value,
    firstUse: async (id, value) => {
      await tickets.sweep();
      try {
        await rows.insert(id, { expires: clock() + lifetime, value });
        return true;
      } catch (error) {
        if (error instanceof DuplicateKey) return false;
        throw error;
      }
    },
    drop: tickets.drop,
  };
}
