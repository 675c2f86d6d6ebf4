import { createAuthority, createValidFrom, type Authority } from '../../src/http/authority.ts';
import type { Clock } from '../../src/domain/clock.ts';
import type { Rooms } from '../../src/rooms/rooms.ts';

/** For what opens sessions in a world whose platforms are all active, and where nobody ends everyone's. */
const opening = {
  validFrom: createValidFrom(() => Promise.resolve(0)),
  isActive: () => Promise.resolve(true),
};

/** What sessions are worth in such a world. */
export function authorityIn(rooms: Rooms, clock: Clock = Date.now): Authority {
  return createAuthority({ rooms, clock, ...opening });
}
