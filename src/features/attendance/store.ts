import { createHash } from 'node:crypto';
import type { AttendanceState } from '../../domain/attendance.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Person } from '../../rooms/rooms.ts';
import { findAll } from '../../store/findAll.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import { upsert } from '../../store/update.ts';

export interface Attendance {
  room: string;
  /** Id of the person; for someone on the LMS's list who has never been here, what `listedAs` gives. */
  person: string;
  /** The webinar's week of the course, from 1. */
  week: number;
  state: AttendanceState;
  /** When it was noted, in milliseconds since 1970. */
  at: number;
}

/** Whom a note is about. */
type Attending = Pick<Attendance, 'room' | 'person' | 'week'>;

export interface Attendances {
  ofRoom(room: string): Promise<Attendance[]>;
  note(of: Attending, state: AttendanceState): Promise<void>;
  /** Removes the note, as if nothing had been noted. */
  forget(of: Attending): Promise<void>;
  /** Gives notes about people from the LMS's list to those who have come here since. */
  adopt(room: string, people: readonly Pick<Person, 'id' | 'subject'>[]): Promise<void>;
}

/** Encrypted, as it tells how someone fares. */
const schema: CollectionSchema<Attendance, 'room' | 'person'> = {
  name: 'attendance',
  indexes: [['room', 'person']],
  keyBegins: 'room',
  encrypted: ['state'],
};

const LISTED = 'liste-';

/** Names someone on the LMS's list who has never been here, without telling their id in the LMS. */
export function listedAs(room: string, subject: string): string {
  return (
    LISTED +
    createHash('sha256')
      .update(JSON.stringify([room, subject]))
      .digest('base64url')
  );
}

/** Ids contain no slash. */
function keyOf({ room, person, week }: Attending): string {
  return [room, person, week].join('/');
}

export async function createAttendances(store: Store, clock: Clock): Promise<Attendances> {
  const rows = await store.collection(schema);
  const note = async ({ room, person, week }: Attending, state: AttendanceState) => {
    const noted = { room, person, week, state, at: clock() };
    await upsert(rows, keyOf(noted), { first: () => noted, change: () => noted });
  };
  const forget = async (of: Attending) => {
    await rows.delete(keyOf(of));
  };
  const ofRoom = (room: string) => findAll(rows, { room });
  return {
    ofRoom,
    note,
    forget,
    adopt: async (room, people) => {
      const listed = (await ofRoom(room)).filter(({ person }) => person.startsWith(LISTED));
      if (listed.length === 0) return;
      const known = new Map(people.map(({ id, subject }) => [listedAs(room, subject), id]));
      for (const one of listed) {
        const person = known.get(one.person);
        if (person === undefined) continue;
        await note({ ...one, person }, one.state);
        await forget(one);
      }
    },
  };
}
