import type { Collection } from '../../../store/port.ts';
import { upsert } from '../../../store/update.ts';
import type { AddressUse } from '../records.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

const MOST_IN_AN_HOUR = 3;
const MOST_IN_A_DAY = 6;

/** Whether one more code may go, after these. Milliseconds since 1970. */
export function mayGo(sent: number[], now: number): boolean {
  return (
    sent.filter((at) => at > now - HOUR).length < MOST_IN_AN_HOUR &&
    sent.filter((at) => at > now - DAY).length < MOST_IN_A_DAY
  );
}

/** These and one more now, without those that are too old to count. */
export function withOneMore(sent: number[], now: number): number[] {
  return [...sent.filter((at) => at > now - DAY), now];
}

/** Takes one of the codes that may be sent to an address, or for a user; false where that is enough. */
export async function takeCode(uses: Collection<AddressUse, 'expires'>, useKey: string, now: number): Promise<boolean> {
  let taken = false;
  await upsert(uses, useKey, {
    first: () => ({ sent: [], expires: now + DAY }),
    change: (use) => {
      taken = mayGo(use.sent, now);
      return taken ? { sent: withOneMore(use.sent, now), expires: now + DAY } : use;
    },
  });
  return taken;
}
