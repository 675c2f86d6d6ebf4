import type { Logger } from 'pino';
import type { Person, Room } from '../../rooms/rooms.ts';
import type { Collection } from '../../store/port.ts';
import { takeBelow, type SentByAll } from './sending/ceilings.ts';
import { takeCode } from './sending/limits.ts';
import type { AddressUse, ChannelKind, Who } from './records.ts';

/** Limits for what is sent by SMS. */
export interface SmsLimits {
  /** Calling codes, without a plus. */
  countries: readonly string[];
  /** How many codes all platforms together may send within a day; each platform may send at most half of these. */
  codesPerDay: number;
}

export interface CodeLimitsDeps {
  uses: Collection<AddressUse, 'expires'>;
  sentByAll: Collection<SentByAll, 'expires'>;
  rooms: { room(id: string): Promise<Room | undefined>; person(id: string): Promise<Person | undefined> };
  smsLimits: SmsLimits;
  keyed: (...parts: string[]) => string;
  clock: () => number;
  log: Logger;
}

/** `too-many`: the user or the address has reached a limit. `away`: nobody gets codes by SMS for now. */
export type MaySend = 'yes' | 'too-many' | 'away';

/**
 * Limits the number of codes by counts that survive an erasure: per user of the platform, per address, per platform,
 * and in total. A person's own document counts too, and is gone once they are erased.
 */
export function createCodeLimits(deps: CodeLimitsDeps) {
  const { uses, rooms, keyed, clock } = deps;
  return {
    take: async (who: Who, { kind, address }: { kind: ChannelKind; address: string }): Promise<MaySend> => {
      const [room, person] = await Promise.all([rooms.room(who.room), rooms.person(who.person)]);
      if (!room || !person) return 'away';
      const ofOne = [keyed('user', kind, room.platform, person.subject), keyed('address', kind, address)];
      for (const key of ofOne) if (!(await takeCode(uses, key, clock()))) return 'too-many';
      return kind !== 'sms' || (await takeOfAll(deps, room.platform)) ? 'yes' : 'away';
    },
  };
}

async function takeOfAll(deps: CodeLimitsDeps, platform: string): Promise<boolean> {
  const { sentByAll, keyed, log } = deps;
  const { codesPerDay } = deps.smsLimits;
  const ceilings = [
    { of: 'platform', key: keyed('platform', platform), most: Math.ceil(codesPerDay / 2) },
    { of: 'installation', key: keyed('installation'), most: codesPerDay },
  ];
  for (const { of, ...ceiling } of ceilings) {
    if (await takeBelow(sentByAll, { ...ceiling, now: deps.clock() })) continue;
    log.warn({ code: 'sms-ceiling', of, platform }, 'no more codes are sent by SMS today');
    return false;
  }
  return true;
}
