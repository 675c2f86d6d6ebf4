import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../../domain/clock.ts';
import { nothingChosen, type Schedule } from '../../domain/schedule.ts';
import { findAll } from '../../store/findAll.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import { upsert } from '../../store/update.ts';
import type { Room } from '../../rooms/records.ts';
import type { Schedules } from '../../rooms/settings.ts';

/** A course that nobody has opened yet; its deployment is not known before that. */
export interface CourseToCome {
  /** Id of the platform's registration. */
  platform: string;
  /** The platform's own id of the course (LTI context). */
  context: string;
}

export interface PreparedSettings extends CourseToCome {
  schedule: Schedule;
  preparedAt: number;
}

/** Settings that wait for the first launch from a course. */
export interface PreparedRooms {
  of(course: CourseToCome): Promise<Schedule | undefined>;
  list(): Promise<PreparedSettings[]>;
  save(course: CourseToCome, schedule: Schedule): Promise<void>;
  remove(course: CourseToCome): Promise<void>;
  /** Call this at a launch: the prepared settings become the room's, unless it already has some. */
  applyTo(room: Pick<Room, 'id' | 'platform' | 'context'>): Promise<void>;
}

const schema: CollectionSchema<PreparedSettings, 'platform'> = {
  name: 'prepared_rooms',
  indexes: [['platform']],
  encrypted: ['schedule'],
};

function keyOf({ platform, context }: CourseToCome): string {
  return createHash('sha256')
    .update(JSON.stringify([platform, context]))
    .digest('base64url');
}

export async function createPreparedRooms(
  store: Store,
  { clock, schedules }: { clock: Clock; schedules: Schedules },
): Promise<PreparedRooms> {
  const rows = await store.collection(schema);
  const of = async (course: CourseToCome): Promise<Schedule | undefined> => {
    const found = await rows.get(keyOf(course));
    return found && { ...nothingChosen, ...found.doc.schedule };
  };
  return {
    of,
    list: async () => (await findAll(rows, {})).sort((one, other) => other.preparedAt - one.preparedAt),
    save: async ({ platform, context }, schedule) => {
      const doc = { platform, context, schedule, preparedAt: clock() };
      await upsert(rows, keyOf(doc), { first: () => doc, change: () => doc });
    },
    remove: async (course) => {
      await rows.delete(keyOf(course));
    },
    applyTo: async (room) => {
      const schedule = await of(room);
      if (!schedule) return;
      const isUnset = isDeepStrictEqual(await schedules.of(room.id), nothingChosen);
      if (isUnset) await schedules.save(room.id, schedule, '');
      await rows.delete(keyOf(room));
    },
  };
}
