import type { Role } from '../domain/viewer.ts';

/** A member of the course, as listed by the LMS (NRPS 2.0). */
export interface Member {
  /** The platform's user id, the same as a launch's `person.subject`. */
  subject: string;
  /** Empty if the platform withholds it. */
  name: string;
  /**
   * According to the list alone; for a person who has launched, the launch's role counts (in Moodle the two differ).
   */
  role: Role;
}

/** A participant of the room, and when they last came from the course, in milliseconds since 1970. */
export interface Seen {
  subject: string;
  lastSeen: number;
}

/** Which list to get. */
export interface RosterRequest {
  /** Id of the platform's registration. */
  platform: string;
  /** The launch's `services.memberships`; empty if the platform offers no list. */
  memberships: string;
  /**
   * Limits the list to people who can see this placement, if the platform supports that; empty for the whole course.
   */
  resourceLink: string;
  /** Participants that we know of. A list that cannot be right about them is not trusted. */
  seen: Seen[];
}

/**
 * The list, or why there is none. `silent`: the platform has one but does not give it now, or its list cannot be right.
 * People missing from `members` are not on the course.
 */
export type RosterAnswer = { kind: 'members'; members: Member[] } | { kind: 'not-offered' } | { kind: 'silent' };

/** Never rejects, and takes a few seconds at most, however slow the platform is. */
export type Roster = (request: RosterRequest) => Promise<RosterAnswer>;

/** The room's people that the list is checked against; staff who try the course as a participant need not be in it. */
export function seenOf(people: readonly (Seen & { role: Role; hasLed?: boolean })[]): Seen[] {
  return people
    .filter(({ role, hasLed }) => role === 'participant' && !hasLed)
    .map(({ subject, lastSeen }) => ({ subject, lastSeen }));
}
