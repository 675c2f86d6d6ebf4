import type { Collection } from '../../../store/port.ts';
import { upsert } from '../../../store/update.ts';
import type { AddressUse } from '../records.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

const MOST_IN_AN_HOUR = 3;
const MOST_IN_A_DAY = 6;

/** Whether another code may be sent after these times (milliseconds since 1970). */
export function mayGo(sent: number[], now: number): boolean {
  return (
    sent.filter((at) => at > now - HOUR).length < MOST_IN_AN_HOUR &&
    sent.filter((at) => at > now - DAY).length < MOST_IN_A_DAY
  );
}

/** These times plus now, without those too old to count. */
export function withOneMore(sent: number[], now: number): number[] {
  return [...sent.filter((at) => at > now - DAY), now];
}

/** Uses one of the codes allowed for an address or a user; returns false if none is left. */
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
