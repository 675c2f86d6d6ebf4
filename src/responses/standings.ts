import type { Clock } from '../domain/clock.ts';
import type { ReportQueue } from './report.ts';
import { findAll } from '../store/findAll.ts';
import { NEVER, type CollectionSchema, type Store } from '../store/port.ts';
import { upsert } from '../store/update.ts';
import { createReportQueue, type NoteEnded, type ReportRooms } from './queue.ts';
import { changeIn, rearm } from './rearm.ts';
import type { ReportCarrier } from './records.ts';
import { changeReports, retried, withScore, type WantedScore } from './reports.ts';

/** Scores of one person that combine several activities: how far they are with everything that a column covers. */
interface Standing extends ReportCarrier {
  /** AGS `resourceId` of its columns. */
  resourceId: string;
}

interface StandingKey {
  room: string;
  person: string;
}

/** Scores that combine several activities, such as a whole week's. One document for each person and column. */
export interface Standings {
  /** Notes a score to be sent. A higher score replaces an unsent one; a lower score is ignored. */
  tell(of: StandingKey, score: WantedScore): Promise<void>;
  ofRoom(room: string): Promise<Standing[]>;
  ofPerson(of: StandingKey): Promise<Standing[]>;
  /**
   * Tries at once a report that was given up, waits after a failure, or has no column. Returns false if there was
   * nothing to do.
   */
  retry(of: StandingKey & { resourceId: string }): Promise<boolean>;
  /** Call this when a room's gradebook has news for these ids; default: all. */
  columnsAppeared(room: string, resourceIds?: string[]): Promise<void>;
  queue: ReportQueue;
  /** Calls the listener when a report may have been added. */
  onReport(listener: () => void): void;
}

const schema: CollectionSchema<Standing, 'room' | 'person' | 'resourceId' | 'due'> = {
  name: 'standings',
  indexes: [['room', 'resourceId'], ['room', 'person'], ['person']],
  keyBegins: 'room',
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
      const { isChanged } = await changeIn(collection, keyOf(of), (standing) =>
        changeReports(standing, (report) => retried(report, clock())),
      );
      if (isChanged) tell();
      return isChanged;
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

/** Ids contain no slash, so the three parts make an unambiguous key. */
function keyOf({ room, person, resourceId }: StandingKey & { resourceId: string }) {
  return [room, person, resourceId].join('/');
}
