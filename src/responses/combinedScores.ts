import type { Clock } from '../domain/clock.ts';
import type { ReportQueue } from './report.ts';
import { findAll, findAllStored } from '../store/findAll.ts';
import { NEVER, type CollectionSchema, type Store } from '../store/port.ts';
import { upsert } from '../store/update.ts';
import { createReportQueue, type NoteEnded, type ReportRooms } from './queue.ts';
import { changeIn, rearm } from './rearm.ts';
import { changeReports, retried, withScore, type WantedScore } from './reports.ts';
import type { Report, ReportCarrier } from './reportRecord.ts';

/** A person's score for a column that covers several activities, such as a whole week's. */
export interface CombinedScore extends ReportCarrier {
  /** AGS `resourceId` of its columns. */
  resourceId: string;
}

interface CombinedScoreKey {
  room: string;
  person: string;
}

/** Scores for columns that cover several activities. One document for each person and column. */
export interface CombinedScores {
  /** Notes a score to be sent. A higher score replaces an unsent one; a lower score is ignored. */
  tell(of: CombinedScoreKey, score: WantedScore): Promise<void>;
  ofPerson(of: CombinedScoreKey): Promise<CombinedScore[]>;
  inRoom(room: string): Promise<CombinedScore[]>;
  /** Tries scores that were given up at once: of one person, who has launched, or of everyone in a room. */
  retryStopped(of: { room: string; person?: string }): Promise<void>;
  /** Call this when a room's gradebook has news for these ids; default: all. */
  columnsAppeared(room: string, resourceIds?: string[]): Promise<void>;
  queue: ReportQueue;
  /** Calls the listener when a report may have been added. */
  onReport(listener: () => void): void;
}

const schema: CollectionSchema<CombinedScore, 'room' | 'person' | 'resourceId' | 'due'> = {
  // Stored documents and metrics have this older name.
  name: 'standings',
  indexes: [['room', 'resourceId'], ['room', 'person'], ['person']],
  keyBegins: 'room',
  encrypted: [],
  queue: 'due',
};

export async function createCombinedScores(
  store: Store,
  { clock, rooms, ended = () => Promise.resolve() }: { clock: Clock; rooms: ReportRooms; ended?: NoteEnded },
): Promise<CombinedScores> {
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
        change: (document) => withScore(document, score, given),
      });
      tell();
    },
    ofPerson: ({ room, person }) => findAll(collection, { room, person }),
    inRoom: (room) => findAll(collection, { room }),
    retryStopped: async ({ room, person }) => {
      const retry = (report: Report) => (report.state === 'stopped' ? retried(report, clock()) : report);
      const stored = await findAllStored(collection, person === undefined ? { room } : { room, person });
      const stopped = stored.filter(({ doc }) => doc.reports.some(({ state }) => state === 'stopped'));
      for (const { key } of stopped) await changeIn(collection, key, (score) => changeReports(score, retry));
      if (stopped.length > 0) tell();
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
function keyOf({ room, person, resourceId }: CombinedScoreKey & { resourceId: string }) {
  return [room, person, resourceId].join('/');
}
