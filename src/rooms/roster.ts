import type { Role } from '../domain/viewer.ts';

/** Someone who belongs to the course, as the LMS lists them (NRPS 2.0). */
export interface Member {
  /** The platform's user id, the same as a launch's `person.subject`. */
  subject: string;
  /** Empty where the platform withholds it. */
  name: string;
  /** By the list alone; where the person has launched, what the launch said counts (Moodle's two differ). */
  role: Role;
}

/** A participant of the room, and when they last came from the course, in milliseconds since 1970. */
export interface Seen {
  subject: string;
  lastSeen: number;
}

/** Which list is asked for. */
export interface RosterRequest {
  /** Id of the platform's registration. */
  platform: string;
  /** The launch's `services.memberships`; empty where the platform offers no list. */
  memberships: string;
  /** Only those who can meet this placement, where the platform can tell; empty for all of the course. */
  resourceLink: string;
  /** Participants whom we know of. A list that cannot be right about them is not believed. */
  seen: Seen[];
}

/**
 * The list, or why there is none: `silent` where the platform has one but does not give it now, or gives one that cannot
 * be right. Whoever is missing from `members` is not on the course.
 */
export type RosterAnswer = { kind: 'members'; members: Member[] } | { kind: 'not-offered' } | { kind: 'silent' };

/** Never rejects, and takes a few seconds at most, however slow the platform is. */
export type Roster = (request: RosterRequest) => Promise<RosterAnswer>;

/** Those of a room's people that its list is held against. */
export function seenOf(people: readonly (Seen & { role: Role })[]): Seen[] {
  return people.filter(({ role }) => role === 'participant').map(({ subject, lastSeen }) => ({ subject, lastSeen }));
}
