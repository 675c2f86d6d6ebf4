import type { Table } from './engine.ts';
import { NEVER } from './port.ts';

/** What waits in a queue. */
export interface Waiting {
  /** Documents that are due some time, those in hand included. */
  all: number;
  /** Documents that are due and that nobody has claimed. */
  due: number;
  /** Milliseconds that the first of these has been due; 0 if none is. */
  oldest: number;
}

/** Reads the index of the queue alone, and one document. */
export async function waitingIn(table: Table, queue: string, now: number): Promise<Waiting> {
  const first = { where: {}, orderBy: queue, descending: false, limit: 1, after: undefined };
  const [all, due, [oldest]] = await Promise.all([
    table.countBelow(queue, NEVER),
    table.countBelow(queue, now + 1),
    table.find(first),
  ]);
  return { all, due, oldest: Math.max(0, now - Number(oldest?.doc[queue] ?? now)) };
}
