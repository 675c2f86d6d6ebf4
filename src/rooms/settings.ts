import type { Clock } from '../domain/clock.ts';
import { nothingChosen, type Schedule } from '../domain/schedule.ts';
import type { CollectionSchema, Store } from '../store/port.ts';
import { upsert } from '../store/update.ts';

/** What an instructor has set for a room, in a document of its own: launches write the room's own all the time. */
interface RoomSettings {
  room: string;
  schedule: Schedule;
  /** Id of the person who changed it last, and when (milliseconds since 1970). */
  changedBy: string;
  changedAt: number;
}

/** A webinar's address may hold what lets one in. */
const schema: CollectionSchema<RoomSettings, 'room'> = {
  name: 'room_settings',
  indexes: [['room']],
  encrypted: ['schedule'],
  // At first a course had one rhythm.
  migrations: [(doc) => ({ ...doc, schedule: { rhythm: nothingChosen.rhythm, ...(doc['schedule'] as object) } })],
};

interface ScheduleChange {
  /** Id of the person; `OPERATOR`; or empty for what waited for the room's first launch, or someone who was erased since. */
  by: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Those who run the program, who are nobody in any room. */
export const OPERATOR = 'operator';

export interface Schedules {
  /** A room for which nothing was ever set has everything open. */
  of(room: string): Promise<Schedule>;
  save(room: string, schedule: Schedule, by: string): Promise<void>;
  /** The last change, with its author and time; undefined where nothing was ever set. */
  lastChange(room: string): Promise<ScheduleChange | undefined>;
}

export async function createSchedules(store: Store, clock: Clock): Promise<Schedules> {
  const settings = await store.collection(schema);
  return {
    // A stored document holds no undefined fields, so what is missing comes from the default.
    of: async (room) => ({ ...nothingChosen, ...(await settings.get(room))?.doc.schedule }),
    lastChange: async (room) => {
      const found = await settings.get(room);
      return found && { by: found.doc.changedBy, at: found.doc.changedAt };
    },
    save: async (room, schedule, by) => {
      const changed = { room, schedule, changedBy: by, changedAt: clock() };
      await upsert(settings, room, { first: () => changed, change: () => changed });
    },
  };
}
