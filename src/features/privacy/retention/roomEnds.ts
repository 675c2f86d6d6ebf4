import { endOfDates } from '../../../domain/retention.ts';
import { nothingChosen, type Schedule } from '../../../domain/schedule.ts';
import { allOf, type Known } from '../inventory/belonging.ts';

export interface RoomFound {
  id: string;
  createdAt: number;
}

/** The collection with this name. @throws {Error} if the inventory does not say how it belongs to a room */
function named(known: readonly Known[], name: string): Known {
  const found = known.find(({ entry }) => entry.name === name);
  if (!found) throw new Error(`The inventory does not say how ${name} belongs to a room.`);
  return found;
}

export async function roomsIn(known: readonly Known[]): Promise<RoomFound[]> {
  return (await allOf(named(known, 'rooms'), {})).map(({ doc }) => ({
    id: String(doc['id']),
    createdAt: Number(doc['createdAt']),
  }));
}

/** How many weeks the course has in a class with these dates: each room has its own version of the course. */
export type WeeksOf = (schedule: Schedule, room: string) => Promise<number>;

/**
 * Whether a room ended before the limit. It ends with its last week, or with the last event in it, whichever is later:
 * a participant came, or something was written. Visits by staff do not count, or they would keep everyone's words
 * alive; only if no participant ever came are they counted.
 * @param weeks see `WeeksOf`
 */
export async function isPast(
  known: readonly Known[],
  room: RoomFound,
  { limit, weeks }: { limit: number; weeks: WeeksOf },
): Promise<boolean> {
  const [settings] = await allOf(named(known, 'room_settings'), { room: room.id });
  const schedule = { ...nothingChosen, ...(settings?.doc['schedule'] as Partial<Schedule> | undefined) };
  const dates = endOfDates(schedule, await weeks(schedule, room.id)) ?? 0;
  if (Math.max(dates, room.createdAt, await lastVisit(known, room)) >= limit) return false;
  // What was written is read only if nothing else shows that the room is in use.
  return (await lastWriting(known, room)) < limit;
}

async function lastVisit(known: readonly Known[], { id }: RoomFound): Promise<number> {
  const people = (await allOf(named(known, 'people'), { room: id })).map(({ doc }) => doc);
  const participants = people.filter(({ role }) => role === 'participant');
  return latest((participants.length > 0 ? participants : people).map(({ lastSeen }) => lastSeen));
}

/** People on a survey link do not launch; only their writing shows that they were here. */
async function lastWriting(known: readonly Known[], { id }: RoomFound): Promise<number> {
  const times: number[] = [];
  for (const one of known) {
    const { writtenAt, room } = one.entry;
    if (writtenAt === undefined || room === undefined) continue;
    times.push(latest((await allOf(one, { [room]: id })).map(({ doc }) => doc[writtenAt])));
  }
  return latest(times);
}

function latest(times: readonly unknown[]): number {
  return times.reduce<number>((last, time) => (typeof time === 'number' ? Math.max(last, time) : last), 0);
}
