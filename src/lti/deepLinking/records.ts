import type { Clock } from '../../domain/clock.ts';
import type { SelectionOwner, SelectionTerms } from './selection.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import { update } from '../../store/update.ts';
import { createTickets } from '../../store/tickets.ts';

/** A content selection under way: what the platform said, kept where the browser cannot change it. */
export interface SelectionRecord extends SelectionOwner, SelectionTerms {
  returnUrl: string;
  /** The platform's own `data`; null if it sent none. */
  data: string | null;
  /** SHA-256 of the answer; empty until there is one. */
  answer: string;
  /** The signed answer; empty until there is one. */
  message: string;
  expiresAt: number;
}

type SelectionFacts = Omit<SelectionRecord, 'answer' | 'message' | 'expiresAt'>;

const schema: CollectionSchema<SelectionRecord, 'expiresAt'> = {
  name: 'lti_selections',
  indexes: [['expiresAt']],
  // Some platforms put a key of the person's session there into the return address.
  encrypted: ['subject', 'returnUrl', 'data', 'message'],
  expiry: 'expiresAt',
};

/** As long as a session may be idle. */
const LIFETIME = 4 * 3_600_000;

export interface SelectionRecords {
  /** Returns the id. */
  begin(facts: SelectionFacts): Promise<string>;
  get(id: string): Promise<SelectionRecord | undefined>;
  /** Writes the answer if there is none yet. Returns the record as it is afterwards, with the first answer. */
  settle(
    id: string,
    answer: Pick<SelectionRecord, 'answer' | 'message' | 'expiresAt'>,
  ): Promise<SelectionRecord | undefined>;
  sweep(): Promise<number>;
}

export async function openSelectionRecords(deps: { store: Store; clock: Clock }): Promise<SelectionRecords> {
  const { store, clock } = deps;
  const rows = await store.collection(schema);
  const tickets = createTickets(rows, { clock, lifetime: LIFETIME, expiry: 'expiresAt', bytes: 18 });
  return {
    begin: (facts) => tickets.issue({ ...facts, answer: '', message: '' }),
    get: tickets.look,
    settle: async (id, answer) => {
      await update(rows, id, (now) => (now.answer === '' ? { ...now, ...answer } : now));
      return tickets.look(id);
    },
    sweep: tickets.sweep,
  };
}
