import type { Role, Viewer } from '../domain/viewer.ts';
import type { Person, Room, Rooms } from '../rooms/rooms.ts';

/** A session of this person in this room holds where it is younger than this; milliseconds since 1970. */
export type ValidFrom = (who: { room: Room; person: Person }) => Promise<number>;

/** What a session is worth now: a cookie says what was, the store what is. */
export interface Authority {
  /** The viewer with what they may do now, and their room; undefined where the session is over. */
  of(session: Viewer): Promise<{ viewer: Viewer; room: Room } | undefined>;
}

export interface AuthorityNeeds {
  rooms: Pick<Rooms, 'room' | 'person'>;
  validFrom: ValidFrom;
  /** Whether a platform may launch; asked at every request, so it is to be remembered. */
  isActive: (platform: string) => Promise<boolean>;
}

/**
 * A session ends when the person or the room is gone, when the platform is not active, and when someone ended it: the person
 * by signing out, or those who run the tool. Its role is never more than what the person's last launch said.
 */
export const createAuthority = ({ rooms, validFrom, isActive }: AuthorityNeeds): Authority => ({
  of: async (session) => {
    const [room, person] = await Promise.all([rooms.room(session.room), rooms.person(session.person)]);
    if (!room || person?.room !== room.id) return undefined;
    const role = lesser(session.role, person.role);
    if (role === undefined || !(await isActive(room.platform))) return undefined;
    return session.since > (await validFrom({ room, person })) ? { viewer: { ...session, role }, room } : undefined;
  },
});

/** @param everyone until when all sessions of everyone are over; remembered too */
export const createValidFrom =
  (everyone: () => Promise<number>): ValidFrom =>
  async ({ room, person }) =>
    Math.max(person.sessionsFrom ?? 0, room.sessionsFrom ?? 0, await everyone());

/** An instructor and an administrator may each do what the other may not: between them there is no lesser one. */
const lesser = (one: Role, other: Role): Role | undefined => {
  if (one === other) return one;
  return one === 'participant' || other === 'participant' ? 'participant' : undefined;
};
