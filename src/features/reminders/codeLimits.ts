import type { Logger } from 'pino';
import type { Person, Room } from '../../rooms/rooms.ts';
import type { Collection } from '../../store/port.ts';
import { takeBelow, type SentByAll } from './sending/ceilings.ts';
import { takeCode } from './sending/limits.ts';
import type { AddressUse, ChannelKind, Who } from './records.ts';

/** What may be sent by SMS. */
export interface SmsLimits {
  /** Calling codes, without a plus. */
  countries: readonly string[];
  /** Codes that all platforms together may send within a day; each of them at most half of these. */
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

/** `too-many`: the user or the address has had enough. `away`: nobody gets more by SMS for now. */
export type MaySend = 'yes' | 'too-many' | 'away';

/**
 * How many codes go, by what an erasure leaves: the user at the platform, the address, the platform, and all together. One
 * person's own document counts too, and is gone when they are erased.
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
