import { createHash } from 'node:crypto';
import type { Language, Role } from '../domain/viewer.ts';
import type { CollectionSchema } from '../store/port.ts';

/** A course room: platform + deployment + context. */
export interface Room {
  /** Random; the `<room>` of every address below `/rum/`. */
  id: string;
  /** Id of the platform's registration. */
  platform: string;
  deployment: string;
  context: string;
  title: string;
  /** Id of the room that this course is a copy of; empty for an original, or where the platform does not tell. */
  copiedFrom: string;
  /** NRPS address; empty where the platform offers none. */
  memberships: string;
  /** AGS line item container, as the latest launch gave it; empty where none did. */
  lineItems: string;
  /** AGS scopes that came with it; empty where the launch did not say. */
  gradeScopes: string[];
  /** The latest word of a participant's launch: it named no grade service, where one had been named before. */
  gradesWithheld?: boolean;
  /** The number the next person gets, for labels such as "Deltager 7". */
  nextNumber: number;
  createdAt: number;
  /** When someone last came from the course; absent in rooms from before this was noted. */
  lastLaunchAt?: number;
  /** Sessions in this room from then or before are over; absent where no one has ended them. */
  sessionsFrom?: number;
}

export type RoomIndex = 'id' | 'platform' | 'context' | 'title' | 'createdAt';

/** Someone who has been in a room. The same human in two rooms is two persons. */
export interface Person {
  /** Random; never the platform's own user id. */
  id: string;
  room: string;
  /** The platform's user id, for scores. */
  subject: string;
  /** Empty where the platform withholds it. */
  name: string;
  /** 1 and up, in order of arrival in the room. */
  number: number;
  role: Role;
  /** The roles that the last launch brought, shortened, so that staff can see why someone is what they are. */
  receivedRoles?: string[];
  firstSeen: number;
  lastSeen: number;
  /** The visit before the last; 0 at the first one. */
  seenBefore?: number;
  /** What the person has chosen here; absent as long as the LMS's choice holds. */
  language?: Language;
  /** This person's sessions from then or before are over; absent as long as no one has ended them. */
  sessionsFrom?: number;
}

/** An activity placed in a room: an LTI resource link. */
export interface Placement {
  id: string;
  room: string;
  resourceLink: string;
  /** Activity id; empty for the room's front page. */
  activity: string;
  /** Whether the link asks for the share done on the way (custom parameter `progress`). */
  progress?: boolean;
  /** AGS line item of this link; empty where the launch gave none. */
  lineItem: string;
  lineItems: string;
  scopes: string[];
}

export const roomSchema: CollectionSchema<Room, RoomIndex> = {
  name: 'rooms',
  indexes: [['id'], ['platform', 'context'], ['platform', 'title'], ['createdAt']],
  encrypted: [],
  // Which course a room was a copy of is known since the first content selections.
  // Its line item container was known by placements alone.
  migrations: [(doc) => ({ copiedFrom: '', ...doc }), (doc) => ({ lineItems: '', gradeScopes: [], ...doc })],
};

export const personSchema: CollectionSchema<Person, 'id' | 'room'> = {
  name: 'people',
  indexes: [['id'], ['room']],
  encrypted: ['subject', 'name'],
};

export const placementSchema: CollectionSchema<Placement, 'id' | 'room' | 'activity'> = {
  name: 'placements',
  indexes: [['id'], ['room', 'activity']],
  encrypted: [],
};

/** One key for several parts, whatever characters they hold. */
function keyOf(...parts: string[]) {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

interface Course {
  platform: string;
  deployment: string;
  context: { id: string };
}

export function roomKey({ platform, deployment, context }: Course): string {
  return keyOf(platform, deployment, context.id);
}
export function personKey(room: string, subject: string): string {
  return keyOf(room, subject);
}
export function placementKey(room: string, resourceLink: string): string {
  return keyOf(room, resourceLink);
}
