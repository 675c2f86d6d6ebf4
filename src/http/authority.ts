import type { Clock } from '../domain/clock.ts';
import type { Role, Viewer } from '../domain/viewer.ts';
import type { Person, Room, Rooms } from '../rooms/rooms.ts';

/** A session of this person in this room holds where it is younger than this; milliseconds since 1970. */
export type ValidFrom = (who: { room: Room; person: Person }) => Promise<number>;

/** What a session is worth now: a cookie says what was, the store what is. */
export interface Authority {
  /** The viewer with what they may do now, and their room; undefined where the session is over. */
  of(session: Viewer): Promise<{ viewer: Viewer; room: Room } | undefined>;
  /** Whether a form that was made then may still be saved for its person, though the session is over. */
  mayKeep(form: { room: string; person: string; at: number }): Promise<boolean>;
}

export interface AuthorityDeps {
  rooms: Pick<Rooms, 'room' | 'person'>;
  validFrom: ValidFrom;
  /** Whether a platform may launch; asked at every request, so it is to be remembered. */
  isActive: (platform: string) => Promise<boolean>;
  clock: Clock;
}

/**
 * A session ends when the person or the room is gone, when the platform is not active, and when someone ended it: the person
 * by signing out, or those who run the tool. Its role is never more than what the person's last launch said.
 */
export function createAuthority({ rooms, validFrom, isActive, clock }: AuthorityDeps): Authority {
  const placeOf = async (who: { room: string; person: string }) => {
    const [room, person] = await Promise.all([rooms.room(who.room), rooms.person(who.person)]);
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

/** A page saves its last words as it is left; that is on its way when its person signs out. */
const LAST_WORDS_MS = 60_000;

/** @param everyone until when all sessions of everyone are over; remembered too */
export function createValidFrom(everyone: () => Promise<number>): ValidFrom {
  return async ({ room, person }) => Math.max(person.sessionsFrom ?? 0, room.sessionsFrom ?? 0, await everyone());
}

/** An instructor and an administrator may each do what the other may not: between them there is no lesser one. */
function lesser(one: Role, other: Role): Role | undefined {
  if (one === other) return one;
  const learners: Role[] = ['tester', 'participant'];
  const builders: Role[] = one === 'instructor' || other === 'instructor' ? [] : ['builder'];
  return [...learners, ...builders].find((role) => role === one || role === other);
}
