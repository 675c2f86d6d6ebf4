import type { Clock } from '../domain/clock.ts';
import type { ReportQueue } from './report.ts';
import { findAll } from '../store/findAll.ts';
import { NEVER, type CollectionSchema, type Store } from '../store/port.ts';
import { upsert } from '../store/update.ts';
import { createReportQueue, type NoteEnded, type ReportRooms } from './queue.ts';
import { changeIn, rearm } from './rearm.ts';
import type { ReportCarrier } from './records.ts';
import { changeReports, retried, withScore, type WantedScore } from './reports.ts';

/** What the LMS is to be told of a person beside single activities: how far they are with all that a column is made up of. */
interface Standing extends ReportCarrier {
  /** AGS `resourceId` of its columns. */
  resourceId: string;
}

interface StandingKey {
  room: string;
  person: string;
}

/** Scores that are made up of several activities, such as a whole week's. One document for each person and column. */
export interface Standings {
  /** Notes a score to be sent. A higher score replaces an unsent one; a lower score is ignored. */
  tell(of: StandingKey, score: WantedScore): Promise<void>;
  ofRoom(room: string): Promise<Standing[]>;
  ofPerson(of: StandingKey): Promise<Standing[]>;
  /** What was given up, waits after a failure, or has no column, is tried at once. False where there was nothing to do. */
  retry(of: StandingKey & { resourceId: string }): Promise<boolean>;
  /** The gradebook of a room has news for these; all of them where not given. */
  columnsAppeared(room: string, resourceIds?: string[]): Promise<void>;
  queue: ReportQueue;
  /** Calls when a report may have been added. */
  onReport(listener: () => void): void;
}

const schema: CollectionSchema<Standing, 'room' | 'person' | 'resourceId' | 'due'> = {
  name: 'standings',
  indexes: [['room', 'resourceId'], ['room', 'person'], ['person']],
  encrypted: [],
  queue: 'due',
};

export async function createStandings(
  store: Store,
  { clock, rooms, ended = () => Promise.resolve() }: { clock: Clock; rooms: ReportRooms; ended?: NoteEnded },
): Promise<Standings> {
  const collection = await store.collection(schema);
  const listeners: (() => void)[] = [];
  const tell = () => listeners.forEach((listener) => listener());
  const { gradebooks } = rooms;
  return {
    tell: async (of, score) => {
      const { columns } = await gradebooks.targets(of.room, score.resourceId);
      const given = { now: clock(), hasColumn: columns.length > 0 };
      const { room, person } = of;
      await upsert(collection, keyOf({ ...of, ...score }), {
        first: () => ({ room, person, resourceId: score.resourceId, reports: [], due: NEVER }),
        change: (standing) => withScore(standing, score, given),
      });
      tell();
    },
    ofRoom: (room) => findAll(collection, { room }),
    ofPerson: ({ room, person }) => findAll(collection, { room, person }),
    retry: async (of) => {
      const changed = await changeIn(collection, keyOf(of), (standing) =>
        changeReports(standing, (report) => retried(report, clock())),
      );
      if (changed) tell();
      return changed;
    },
    columnsAppeared: async (room, resourceIds) => {
      const find = resourceIds?.map((resourceId) => ({ resourceId })) ?? [{}];
      const news = { room, find, all: resourceIds === undefined };
      if (await rearm({ collection, gradebooks, now: clock() }, news)) tell();
    },
    queue: createReportQueue({ collection, rooms, clock, ended }),
    onReport: (listener) => void listeners.push(listener),
  };
}

/** Ids hold no slash, so that the three parts make one unambiguous key. */
function keyOf({ room, person, resourceId }: StandingKey & { resourceId: string }) {
  return [room, person, resourceId].join('/');
}
