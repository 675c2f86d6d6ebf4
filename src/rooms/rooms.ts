import { randomBytes } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import { devices, type Device } from '../domain/device.ts';
import type { Launch } from '../domain/launch.ts';
import type { Language } from '../domain/viewer.ts';
import { findAll } from '../store/findAll.ts';
import type { Collection, Store, Stored } from '../store/port.ts';
import { update, upsert } from '../store/update.ts';
import { activityOf, ancestorOf } from './ancestors.ts';
import { createGradebooks, type Gradebooks } from './gradebooks.ts';
import { peopleIn } from './participants.ts';
import { personKey, personSchema, placementKey, placementSchema, roomKey, roomSchema } from './records.ts';
import type { Person, Placement, Room, RoomIndex } from './records.ts';

export type { Person, Room } from './records.ts';

/** Rooms, the people in them, and the activities placed in them. */
export interface Rooms {
  /**
   * Records a launch: afterwards the room, person and placement that it names exist and hold its data. A content
   * selection places nothing.
   */
  enrol(launch: Launch): Promise<{ room: Room; person: Person; placement: Placement | undefined }>;
  room(id: string): Promise<Room | undefined>;
  /** Every room, oldest first; for evaluation over all rooms. */
  all(): Promise<Room[]>;
  /** Rooms of every platform, newest first, page by page. @throws {BadCursor} */
  list(page: { limit: number; after?: string | undefined }): Promise<{ rooms: Room[]; next: string | undefined }>;
  /** The rooms with a platform's own id or title of a course; several if it is not unique. */
  named(platform: string, course: { context: string } | { title: string }): Promise<Room[]>;
  /** How many people have been in the room, including teachers. */
  countPeople(room: string): Promise<number>;
  /** @param room only someone of this room: where it is known, a store of several machines asks one of them */
  person(id: string, room?: string): Promise<Person | undefined>;
  /** Stores the language that a person has chosen, for later launches too. */
  chooseLanguage(person: string, language: Language): Promise<void>;
  /**
   * Ends all sessions of a person, or of everyone in a room; returns false if there is no such person or room.
   * @param atLeast when a session that must end began, as another process's clock may be ahead
   */
  endSessions(of: { person: string } | { room: string }, atLeast?: number): Promise<boolean>;
  /** Everyone who has been in the room, by number. */
  people(room: string): Promise<Person[]>;
  /** The ids of the participants among them; nobody's name is opened. */
  participants(room: string): Promise<Set<string>>;
  placement(id: string): Promise<Placement | undefined>;
  /** Where an activity is placed in a room; it may be placed more than once. */
  placements(room: string, activity: string): Promise<Placement[]>;
  /** Everything that is placed in a room. */
  placed(room: string): Promise<Placement[]>;
  /** The columns that a room's scores go to. */
  gradebooks: Gradebooks;
}

/** 128 random bits; never derived from the platform's own ids. */
function randomId() {
  return randomBytes(16).toString('base64url');
}

export async function createRooms(store: Store, clock: Clock): Promise<Rooms> {
  const collections = {
    rooms: await store.collection(roomSchema),
    people: await store.collection(personSchema),
    placements: await store.collection(placementSchema),
  };
  const { rooms, people, placements } = collections;
  const gradebooks = await createGradebooks(store, {
    clock,
    room: (id) => first(rooms, { id }),
    placementsIn: (room) => findAll(placements, { room }),
  });
  return {
    gradebooks,
    enrol: enrolment({ ...collections, gradebooks }, clock),
    room: (id) => first(rooms, { id }),
    all: async () => (await findAll(rooms, {})).sort((one, other) => one.createdAt - other.createdAt),
    list: async ({ limit, after }) => {
      const order = { where: {}, orderBy: 'createdAt', descending: true, limit } as const;
      const { items, next } = await rooms.find({ ...order, ...(after !== undefined && { after }) });
      return { rooms: items.map(({ doc }) => doc), next };
    },
    named: (platform, course) => findAll(rooms, { platform, ...course }),
    ...peopleIn(people),
    person: (id, room) => first(people, { id, ...(room !== undefined && { room }) }),
    chooseLanguage: async (id, language) => {
      const found = await people.find({ where: { id }, limit: 1 });
      for (const { key } of found.items) await update(people, key, (doc) => ({ ...doc, language }));
    },
    endSessions: async (of, atLeast = 0) => {
      const ends = { now: clock(), atLeast };
      return 'person' in of ? endIn(people, of.person, ends) : endIn(rooms, of.room, ends);
    },
    placement: (id) => first(placements, { id }),
    placements: (room, activity) => findAll(placements, { room, activity }),
    placed: (room) => findAll(placements, { room }),
  };
}

interface Collections {
  rooms: Collection<Room, RoomIndex>;
  people: Collection<Person, 'id' | 'room'>;
  placements: Collection<Placement, 'id' | 'room' | 'activity'>;
}

/** If the clock was set back, sessions began later than it shows: the end is then right after the previous end. */
async function endIn<Doc extends { id: string; sessionsFrom?: number }>(
  collection: Collection<Doc, 'id'>,
  id: string,
  { now, atLeast }: { now: number; atLeast: number },
): Promise<boolean> {
  const [found] = (await collection.find({ where: { id }, limit: 1 })).items;
  const change = (doc: Doc): Doc => ({ ...doc, sessionsFrom: Math.max(now, atLeast, (doc.sessionsFrom ?? -1) + 1) });
  return found !== undefined && (await update(collection, found.key, change)) !== undefined;
}

async function first<Doc extends object, Index extends keyof Doc & string>(
  collection: Collection<Doc, Index>,
  where: Partial<Pick<Doc, Index>>,
) {
  return (await collection.find({ where, limit: 1 })).items[0]?.doc;
}

interface Enrolling extends Collections {
  gradebooks: Gradebooks;
}

function enrolment({ gradebooks, ...collections }: Enrolling, clock: Clock): Rooms['enrol'] {
  const { enterRoom, enterAs } = entering(collections, clock);
  const { placements } = collections;

  const place = async (launch: Launch, room: Room): Promise<Placement | undefined> => {
    if (launch.selection !== undefined) return undefined;
    const activity = await activityOf({ placements }, launch, room);
    const placement = await upsert(placements, placementKey(room.id, launch.resourceLink.id), {
      first: () => newPlacement(launch, room.id),
      change: (doc) => ({ ...doc, activity, progress: launch.progress === true, ...agsOf(launch) }),
    });
    return placement.doc;
  };

  return async (launch) => {
    const room = await enterRoom(launch);
    const person = await enterAs(launch, room);
    const placement = await place(launch, room.doc);
    await gradebooks.noteLaunch(room.doc, placement);
    return { room: room.doc, person: person.doc, placement };
  };
}

/** Returns a function that finds or makes the room and the person of a launch. */
function entering({ rooms, people }: Collections, clock: Clock) {
  /** The room's document gives out numbers, so that no two people get the same. */
  const takeNumber = async (roomKey: string): Promise<number> => {
    const room = await update(rooms, roomKey, (doc) => ({ ...doc, nextNumber: doc.nextNumber + 1 }));
    if (!room) throw new Error('The room vanished during a launch.');
    return room.doc.nextNumber - 1;
  };

  const enterRoom = (launch: Launch) =>
    upsert(rooms, roomKey(launch), {
      first: async () => newRoom(launch, { copiedFrom: await ancestorOf({ rooms }, launch), now: clock() }),
      change: (doc) => ({
        ...doc,
        title: launch.context.title || doc.title,
        memberships: membershipsOf(launch, doc),
        ...gradesOf(launch, doc),
        lastLaunchAt: lastLaunchOf(doc, clock()),
      }),
    });

  const enterAs = (launch: Launch, room: Stored<Room>) =>
    upsert(people, personKey(room.doc.id, launch.person.subject), {
      first: async () => newPerson(launch, { room: room.doc.id, number: await takeNumber(room.key), now: clock() }),
      change: (doc) => ({
        ...doc,
        name: launch.person.name,
        role: launch.role,
        // A launch without these facts does not remove the known ones.
        ...(launch.background && { background: launch.background }),
        ...devicesOf(launch, doc.devices),
        receivedRoles: launch.receivedRoles ?? [],
        ...(isLed(launch) && { hasLed: true }),
        lastSeen: clock(),
        seenBefore: doc.lastSeen,
      }),
    });

  return { enterRoom, enterAs };
}

/** In milliseconds. Only the day is shown, and every write of the room's document delays launches at the same time. */
const LAST_LAUNCH_IS_WRITTEN_EVERY = 3_600_000;

function lastLaunchOf({ lastLaunchAt = 0 }: Room, now: number): number {
  return now - lastLaunchAt < LAST_LAUNCH_IS_WRITTEN_EVERY ? lastLaunchAt : now;
}

/** A content selection may leave out services that the platform names for an activity; the known ones are then kept. */
function membershipsOf({ services, selection }: Launch, room: Room): string {
  return selection === undefined ? services.memberships : services.memberships || room.memberships;
}

/**
 * Any person's launch may bring the container of the whole course; a launch without one removes nothing. If a
 * participant's launch lacks it, the service may have been switched off: scores are still tried, but no longer
 * promised.
 */
function gradesOf(launch: Launch, room: Room): Pick<Room, 'lineItems' | 'gradeScopes' | 'gradesWithheld'> {
  const { services, selection, role } = launch;
  if (services.lineItems !== '') {
    return { lineItems: services.lineItems, gradeScopes: services.scopes, gradesWithheld: false };
  }
  const isWithheld = selection === undefined && role === 'participant';
  const { lineItems, gradeScopes } = room;
  return { lineItems, gradeScopes, gradesWithheld: isWithheld || room.gradesWithheld === true };
}

function newRoom(launch: Launch, { copiedFrom, now }: { copiedFrom: string; now: number }): Room {
  return {
    id: randomId(),
    platform: launch.platform,
    deployment: launch.deployment,
    context: launch.context.id,
    title: launch.context.title,
    copiedFrom,
    memberships: launch.services.memberships,
    lineItems: launch.services.lineItems,
    gradeScopes: launch.services.scopes,
    nextNumber: 1,
    createdAt: now,
  };
}

function newPerson(launch: Launch, given: { room: string; number: number; now: number }): Person {
  return {
    id: randomId(),
    room: given.room,
    subject: launch.person.subject,
    name: launch.person.name,
    number: given.number,
    role: launch.role,
    ...(launch.background && { background: launch.background }),
    ...devicesOf(launch),
    receivedRoles: launch.receivedRoles ?? [],
    ...(isLed(launch) && { hasLed: true }),
    firstSeen: given.now,
    lastSeen: given.now,
  };
}

/** Only participants are in statistics: of others nothing is kept. */
function devicesOf({ device, role }: Launch, before: readonly Device[] = []): Pick<Person, 'devices'> {
  if (!device || role !== 'participant') return {};
  return { devices: devices.filter((one) => one === device || before.includes(one)) };
}

function isLed({ role }: Launch): boolean {
  return role === 'instructor' || role === 'administrator' || role === 'builder';
}

function newPlacement(launch: Launch, room: string): Placement {
  return {
    id: randomId(),
    room,
    resourceLink: launch.resourceLink.id,
    activity: launch.activity,
    progress: launch.progress === true,
    ...agsOf(launch),
  };
}

function agsOf({ services }: Launch) {
  return {
    lineItem: services.lineItem,
    lineItems: services.lineItems,
    scopes: services.scopes,
  };
}
