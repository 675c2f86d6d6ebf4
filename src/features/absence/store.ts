import type { AbsenceReason } from '../../domain/absence.ts';
import type { Clock } from '../../domain/clock.ts';
import { findAll } from '../../store/findAll.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import type { Day } from '../../domain/week.ts';
import { upsert } from '../../store/update.ts';

/** Whose absence, and from which webinar. */
interface AbsenceKey {
  room: string;
  person: string;
  /** The day of the webinar. */
  day: Day;
}

export interface Absence extends AbsenceKey {
  reason: AbsenceReason;
  /** Milliseconds since 1970. */
  at: number;
}

export interface Absences {
  get(of: AbsenceKey): Promise<Absence | undefined>;
  /** All absences that people in the room have reported. */
  ofRoom(room: string): Promise<Absence[]>;
  /** Reports an absence, or changes its reason. */
  tell(of: AbsenceKey, reason: AbsenceReason): Promise<void>;
  /** Withdraws an absence, leaving no trace of it. */
  undo(of: AbsenceKey): Promise<void>;
}

/** The reason is encrypted, because it may be an illness. */
const schema: CollectionSchema<Absence, 'room' | 'person'> = {
  name: 'absences',
  indexes: [['room', 'person']],
  keyBegins: 'room',
  encrypted: ['reason'],
};

/** Ids and days contain no slash, so the three parts make an unambiguous key. */
function keyOf({ room, person, day }: AbsenceKey): string {
  return [room, person, day].join('/');
}

export async function createAbsences(store: Store, clock: Clock): Promise<Absences> {
  const rows = await store.collection(schema);
  return {
    get: async (of) => (await rows.get(keyOf(of)))?.doc,
    ofRoom: (room) => findAll(rows, { room }),
    tell: async ({ room, person, day }, reason) => {
      const told = { room, person, day, reason, at: clock() };
      await upsert(rows, keyOf(told), { first: () => told, change: () => told });
    },
    undo: async (of) => {
      await rows.delete(keyOf(of));
    },
  };
}
