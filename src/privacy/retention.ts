import type { Clock } from '../domain/clock.ts';
import { nothingChosen, type Schedule } from '../domain/schedule.ts';
import { addDays, instantOf } from '../domain/week.ts';
import type { Store } from '../store/port.ts';
import { allOf, knownIn, type Known } from './belonging.ts';

export interface RetentionNeeds {
  store: Store;
  clock: Clock;
  months: number;
  /** How many weeks the course has in a class with these dates. */
  weeks: (schedule: Schedule) => number;
}

export interface Removed {
  rooms: number;
  /** By collection; those with none are left out. */
  documents: Record<string, number>;
}

/**
 * Removes the rooms that ended so long ago, with all that is in them. A room with dates ends with its last week; one
 * without ends when nobody is there any more. The room's own document goes last, so that what is interrupted is found.
 * @param isDryRun counts only
 */
export const retain = async (needs: RetentionNeeds, isDryRun: boolean): Promise<Removed> => {
  const known = knownIn(needs.store, 'room');
  const limit = monthsBefore(needs.clock(), needs.months);
  const removed: Removed = { rooms: 0, documents: {} };
  for (const room of await roomsIn(known)) {
    if ((await endOf(known, room, needs)) >= limit) continue;
    removed.rooms += 1;
    for (const one of known.toSorted(lastOnes)) {
      const count = await removeFrom(one, room.id, isDryRun);
      if (count > 0) removed.documents[one.entry.name] = (removed.documents[one.entry.name] ?? 0) + count;
    }
  }
  return removed;
};

const LAST = ['room_settings', 'rooms'];
const lastOnes = (one: Known, other: Known): number => LAST.indexOf(one.entry.name) - LAST.indexOf(other.entry.name);

interface RoomFound {
  id: string;
  createdAt: number;
}

const named = (known: Known[], name: string): Known => {
  const found = known.find(({ entry }) => entry.name === name);
  if (!found) throw new Error(`The inventory does not say how ${name} belongs to a room.`);
  return found;
};

const roomsIn = async (known: Known[]): Promise<RoomFound[]> =>
  (await allOf(named(known, 'rooms'), {})).map(({ doc }) => ({
    id: String(doc['id']),
    createdAt: Number(doc['createdAt']),
  }));

/** When a room ended or will end, in milliseconds since 1970. */
const endOf = async (known: Known[], { id, createdAt }: RoomFound, needs: RetentionNeeds): Promise<number> => {
  const [settings] = await allOf(named(known, 'room_settings'), { room: id });
  const schedule = { ...nothingChosen, ...(settings?.doc['schedule'] as Partial<Schedule> | undefined) };
  if (schedule.start !== '') return instantOf(addDays(schedule.start, needs.weeks(schedule) * 7), '00:00');
  const people = await allOf(named(known, 'people'), { room: id });
  return Math.max(createdAt, ...people.map(({ doc }) => Number(doc['lastSeen'])));
};

const removeFrom = ({ entry, collection }: Known, room: string, isDryRun: boolean): Promise<number> => {
  const where = { [entry.room ?? 'room']: room };
  return isDryRun ? collection.documents.count(where) : collection.documents.deleteMany(where);
};

/** The same day of an earlier month; where that month is shorter, its last day. */
const monthsBefore = (now: number, months: number): number => {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
};
