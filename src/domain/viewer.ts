/**
 * What a person may be in a room, determined by the LTI context roles only (docs/decisions/0004). A tester is the LMS's
 * own test student, who may do what a participant may, but is not counted. A builder assembles the course and helps no
 * one.
 */
export const roles = ['participant', 'tester', 'instructor', 'administrator', 'builder'] as const;
export type Role = (typeof roles)[number];

/** The languages of the interface; Danish is the first and the fallback. */
export type Language = 'da' | 'en';

/** The small value that a launch becomes: who is looking, in which room, in which role. */
export interface Viewer {
  /** Random id of the room (platform + deployment + context), as in `/rum/<room>`. */
  room: string;
  /** Random id of the person in this room; never the platform's own user id. */
  person: string;
  role: Role;
  language: Language;
  /** Id of this session; a new one at each launch. */
  session: string;
  /** Secret in every form shown to this person in this room, which no one else can know; pages mask it. */
  csrf: string;
  /** Time of the launch, in milliseconds since 1970. */
  since: number;
  /** This person's sessions up to this time are over; their forms have another secret. 0 if absent. */
  from?: number | undefined;
  /** Where the platform wants the person to return to; empty if it gave nothing usable. */
  returnUrl: string;
  /** Id of the only activity that this session opens: the person came by a personal link and not by a launch. */
  only?: string | undefined;
  /** Whether the platform has opened a window of its own for us, which can simply be closed. */
  ownWindow?: boolean | undefined;
}
