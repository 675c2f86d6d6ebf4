import type { Table } from './engine.ts';
import { NEVER } from './port.ts';

/** The state of a queue. */
export interface Waiting {
  /** How many documents are due now or later, including claimed ones. */
  all: number;
  /** How many documents are due and unclaimed. */
  due: number;
  /** For how many milliseconds the first of these has been due; 0 if there is none. */
  oldest: number;
}

/** Reads only the queue's index and one document. @param now milliseconds since 1970 */
export async function waitingIn(table: Table, queue: string, now: number): Promise<Waiting> {
  const first = { where: {}, orderBy: queue, descending: false, limit: 1, after: undefined };
  const [all, due, [oldest]] = await Promise.all([
    table.countBelow(queue, NEVER),
    table.countBelow(queue, now + 1),
    table.find(first),
  ]);
  return { all, due, oldest: Math.max(0, now - Number(oldest?.doc[queue] ?? now)) };
}
