import { createAuthority, createValidFrom, type Authority } from '../../src/http/authority.ts';
import type { Rooms } from '../../src/rooms/rooms.ts';

const nobodyEnds = createValidFrom(() => Promise.resolve(0));
const allActive = () => Promise.resolve(true);

/** For what opens sessions in such a world. */
export const opening = { validFrom: nobodyEnds, isActive: allActive };

/** What sessions are worth in a world whose platforms are all active, and where nobody ends everyone's. */
export const authorityIn = (rooms: Rooms): Authority => createAuthority({ rooms, ...opening });
