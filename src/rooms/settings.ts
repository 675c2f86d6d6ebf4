import type { Clock } from '../domain/clock.ts';
import { nothingChosen, type Schedule } from '../domain/schedule.ts';
import type { CollectionSchema, Store } from '../store/port.ts';
import { upsert } from '../store/update.ts';

/**
 * What an instructor has set for a room. It has its own document, because launches write the room's document all the
 * time.
 */
interface RoomSettings {
  room: string;
  schedule: Schedule;
  /** Id of the person who last changed it, and when (milliseconds since 1970). */
  changedBy: string;
  changedAt: number;
}

/** The schedule is encrypted: a webinar's address may contain a key to it. */
const schema: CollectionSchema<RoomSettings, 'room'> = {
  name: 'room_settings',
  indexes: [['room']],
  encrypted: ['schedule'],
  // At first every course had the same rhythm.
  migrations: [(doc) => ({ ...doc, schedule: { rhythm: nothingChosen.rhythm, ...(doc['schedule'] as object) } })],
};

interface ScheduleChange {
  /**
   * Id of the person; `OPERATOR`; or empty for settings that waited for the room's first launch, or if the person was
   * erased.
   */
  by: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Used as the author's id for operators, who are not members of any room. */
export const OPERATOR = 'operator';

export interface Schedules {
  /** In a room without any settings, everything is open. */
  of(room: string): Promise<Schedule>;
  save(room: string, schedule: Schedule, by: string): Promise<void>;
  /** The last change, with its author and time; undefined if nothing was ever set. */
  lastChange(room: string): Promise<ScheduleChange | undefined>;
}

export async function createSchedules(store: Store, clock: Clock): Promise<Schedules> {
  const settings = await store.collection(schema);
  return {
    // A stored document has no undefined fields, so missing values come from the default.
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
