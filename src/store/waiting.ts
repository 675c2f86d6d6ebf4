import type { Table } from './engine.ts';
import { NEVER, type Waiting } from './port.ts';

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
