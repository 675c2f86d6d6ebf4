/**
 * What a person may be in a room. Decided by the LTI context roles only (docs/decisions/0004). A tester is the LMS's own test
 * student: may do what a participant may, and counts nowhere. A builder puts the course together and helps no one.
 */
export const roles = ['participant', 'tester', 'instructor', 'administrator', 'builder'] as const;
export type Role = (typeof roles)[number];

/** The languages the interface speaks; Danish is the first and the fallback. */
export type Language = 'da' | 'en';

/** The one small value a launch becomes: who is looking, in which room, as what. */
export interface Viewer {
  /** Random id of the room (platform + deployment + context), as in `/rum/<room>`. */
  room: string;
  /** Random id of the person in this room; never the platform's own user id. */
  person: string;
  role: Role;
  language: Language;
  /** Id of this session; a new one at each launch. */
  session: string;
  /** Secret that every form shown to this person in this room carries, and that no one else can know; pages mask it. */
  csrf: string;
  /** When the launch was, in milliseconds since 1970. */
  since: number;
  /** Until when this person's earlier sessions are over: forms of those have another secret. 0 where absent. */
  from?: number | undefined;
  /** Where the platform wants the person to go afterwards; empty where it named nothing usable. */
  returnUrl: string;
  /** Id of the one activity that this session opens: someone came by a link of their own, not by a launch. */
  only?: string | undefined;
  /** Whether the platform has opened a window of its own for us, which can simply be closed. */
  ownWindow?: boolean | undefined;
}
