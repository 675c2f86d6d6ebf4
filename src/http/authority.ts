import type { Clock } from '../domain/clock.ts';
import type { Role, Viewer } from '../domain/viewer.ts';
import type { Person, Room, Rooms } from '../rooms/rooms.ts';

/**
 * When a person's sessions in a room start to count, in milliseconds since 1970: a session from before then is over.
 */
export type ValidFrom = (who: { room: Room; person: Person }) => Promise<number>;

/** What a session is worth now: the cookie says what was true at sign-in, the store what is true now. */
export interface Authority {
  /** Returns the viewer with their current rights, and their room; undefined if the session is over. */
  of(session: Viewer): Promise<{ viewer: Viewer; room: Room } | undefined>;
  /** Whether a form made at this time may still be saved for its person, although the session is over. */
  mayKeep(form: { room: string; person: string; at: number }): Promise<boolean>;
}

export interface AuthorityDeps {
  rooms: Pick<Rooms, 'room' | 'person'>;
  validFrom: ValidFrom;
  /** Whether a platform may launch. Asked at every request, so the answer should be cached. */
  isActive: (platform: string) => Promise<boolean>;
  clock: Clock;
}

/**
 * A session ends when the person or the room is gone, when the platform is not active, and when someone ended it: the
 * person by signing out, or an operator. The session's role never exceeds the role of the person's last launch.
 */
export function createAuthority({ rooms, validFrom, isActive, clock }: AuthorityDeps): Authority {
  const placeOf = async (who: { room: string; person: string }) => {
    const [room, person] = await Promise.all([rooms.room(who.room), rooms.person(who.person, who.room)]);
    if (!room || person?.room !== room.id || !(await isActive(room.platform))) return undefined;
    return { room, person, from: await validFrom({ room, person }) };
  };
  return {
    of: async (session) => {
      const place = await placeOf(session);
      const role = place && lesser(session.role, place.person.role);
      return role && session.since > place.from ? { viewer: { ...session, role }, room: place.room } : undefined;
    },
    mayKeep: async (form) => {
      const place = await placeOf(form);
      return place !== undefined && (form.at > place.from || clock() - place.from < LAST_WORDS_MS);
    },
  };
}

/** A page saves its last words as it is left; that save may still be on its way when the person signs out. */
const LAST_WORDS_MS = 60_000;

/** @param everyone time until which all sessions of everyone are over; cached too */
export function createValidFrom(everyone: () => Promise<number>): ValidFrom {
  return async ({ room, person }) => Math.max(person.sessionsFrom ?? 0, room.sessionsFrom ?? 0, await everyone());
}

/** The weaker of two roles; undefined for instructor and administrator, as each may do what the other may not. */
function lesser(one: Role, other: Role): Role | undefined {
  if (one === other) return one;
  const learners: Role[] = ['tester', 'participant'];
  const builders: Role[] = one === 'instructor' || other === 'instructor' ? [] : ['builder'];
  return [...learners, ...builders].find((role) => role === one || role === other);
}
