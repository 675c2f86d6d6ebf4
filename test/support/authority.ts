import { createAuthority, createValidFrom, type Authority } from '../../src/http/authority.ts';
import type { Clock } from '../../src/domain/clock.ts';
import type { Rooms } from '../../src/rooms/rooms.ts';

/** For code that opens sessions, with all platforms active and no sessions ended. */
const opening = {
  validFrom: createValidFrom(() => Promise.resolve(0)),
  isActive: () => Promise.resolve(true),
};

/** The authority for sessions under these conditions. */
export function authorityIn(rooms: Rooms, clock: Clock = Date.now): Authority {
  return createAuthority({ rooms, clock, ...opening });
}
