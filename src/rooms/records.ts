import { createHash } from 'node:crypto';
import type { Background } from '../domain/background.ts';
import type { Device } from '../domain/device.ts';
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
  /** Id of the room that this course is a copy of; empty for an original, or if the platform does not tell. */
  copiedFrom: string;
  /** NRPS address; empty if the platform offers none. */
  memberships: string;
  /** AGS line item container from the latest launch; empty if no launch named one. */
  lineItems: string;
  /** AGS scopes that came with it; empty if the launch did not say. */
  gradeScopes: string[];
  /** Set if the latest participant's launch named no grade service although an earlier one did. */
  gradesWithheld?: boolean;
  /** The number that the next person gets, for labels such as "Deltager 7". */
  nextNumber: number;
  createdAt: number;
  /** When someone last came from the course; absent in rooms from before this was recorded. */
  lastLaunchAt?: number;
  /** Sessions in this room from this time or before are over; absent if no one has ended them. */
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
  /** Empty if the platform withholds it. */
  name: string;
  /** From 1, in order of arrival in the room. */
  number: number;
  role: Role;
  /** What the LMS tells for the statistics; absent if it tells nothing. */
  background?: Background;
  /** What a participant has opened the course on, each once; absent if no browser has said it. */
  devices?: Device[];
  /** The roles in the last launch, shortened, so that staff can see where a person's role comes from. */
  receivedRoles?: string[];
  /**
   * Set once someone has come as staff. Moodle lists no administrators, though they may try the course as a student.
   */
  hasLed?: boolean;
  firstSeen: number;
  lastSeen: number;
  /** The visit before the last; 0 at the first visit. */
  seenBefore?: number;
  /** The person's own choice; absent while the LMS's language applies. */
  language?: Language;
  /** This person's sessions from this time or before are over; absent if no one has ended them. */
  sessionsFrom?: number;
}

/** An activity placed in a room: an LTI resource link. */
export interface Placement {
  id: string;
  room: string;
  resourceLink: string;
  /** Activity id; empty for the room's front page. */
  activity: string;
  /** Whether the link asks for partial progress (custom parameter `progress`). */
  progress?: boolean;
  /** AGS line item of this link; empty if the launch gave none. */
  lineItem: string;
  lineItems: string;
  scopes: string[];
}

export const roomSchema: CollectionSchema<Room, RoomIndex> = {
  name: 'rooms',
  indexes: [['id'], ['platform', 'context'], ['platform', 'title'], ['createdAt']],
  encrypted: [],
  // `copiedFrom` came with content selections. The line item container used to be stored in placements only.
  migrations: [(doc) => ({ copiedFrom: '', ...doc }), (doc) => ({ lineItems: '', gradeScopes: [], ...doc })],
};

/** Keys began with no room at first. */
const roomFirst = {
  keyBegins: 'room',
  migrations: [(doc) => ({ ...doc })],
  rekey: { form: 2, keyOf: (hash, { room }) => `${String(room)}/${hash}` },
} as const satisfies Partial<CollectionSchema<{ room: string }, 'room'>>;

export const personSchema: CollectionSchema<Person, 'id' | 'room'> = {
  name: 'people',
  // With one index for each field, SQLite might look through the whole room for an id in it.
  indexes: [['id', 'room'], ['room']],
  encrypted: ['subject', 'name', 'background'],
  ...roomFirst,
};

export const placementSchema: CollectionSchema<Placement, 'id' | 'room' | 'activity'> = {
  name: 'placements',
  indexes: [['id'], ['room', 'activity']],
  encrypted: [],
  ...roomFirst,
};

/** A single unambiguous key for several parts, whatever characters they contain. */
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
  return `${room}/${keyOf(room, subject)}`;
}
export function placementKey(room: string, resourceLink: string): string {
  return `${room}/${keyOf(room, resourceLink)}`;
}
