import { WHOLE_COURSE } from '../domain/courseParts.ts';
import type { ListedColumn, LookQueue } from './columnLook.ts';
import type { Store } from '../store/port.ts';
import { upsert } from '../store/update.ts';
import { lookQueue, type TellNews } from './gradebookLooks.ts';
import {
  columnOfLaunch,
  gradebookSchema,
  isKnown,
  newGradebook,
  withColumn,
  withPlaced,
  withProgress,
  withNews,
  type Gradebook,
  type GradebookDeps,
  type GradebookRows,
  type PlacedLink,
} from './gradebookRecord.ts';
import { targetsIn, type Targets } from './gradebookTargets.ts';
import type { Placement, Room } from './records.ts';

export { EVERYTHING } from './gradebookRecord.ts';

/** The columns of rooms, known from launches and from looks at the container; one look serves everyone in a room. */
export interface Gradebooks {
  targets(room: string, resourceId: string): Promise<Targets>;
  /** The resource ids that the room has columns for, and those among them that receive partial progress. */
  known(room: string): Promise<{ resourceIds: Set<string>; progress: Set<string> }>;
  /** Call this at every launch. */
  noteLaunch(room: Room, placement: Placement | undefined): Promise<void>;
  /**
   * Call this when something in the course may have changed: looks at its container, at once unless it was just looked
   * at.
   * @param placed what was just placed, which decides whether columns of its resource ids receive partial progress
   */
  lookSoon(room: string, placed?: readonly PlacedLink[]): Promise<void>;
  /** Call this when a score waits for a column: looks at the container, unless that was done recently. */
  lookForOne(room: string): Promise<void>;
  noteFound(room: string, column: ListedColumn): Promise<void>;
  /** Records that the LMS no longer has a column. */
  noteGone(room: string, lineItem: string): Promise<void>;
  /** Starts gradebooks for rooms from before these existed, once for each. */
  begin(rooms: Room[]): Promise<void>;
  looks: LookQueue;
  /**
   * Calls the listener when reports for these resource ids (or `EVERYTHING`) have news, until it has succeeded once.
   */
  onNews(listener: (room: string, resourceIds: string[]) => Promise<void>): void;
  /**
   * Calls the listener when a look falls due, now or in so many milliseconds, so that a worker need not wait for its
   * next turn.
   */
  onWanted(listener: (inMs: number) => void): void;
}

/** The minimum pause between two looks at a container, in milliseconds. */
const SHORTEST = 5000;
/** The same if someone came by a link that has no column. */
const UNGRADED = 60_000;
/** The same if nothing has happened except that another score waits. */
const WAITING = 10 * 60_000;

export async function createGradebooks(store: Store, deps: GradebookDeps): Promise<Gradebooks> {
  const rows = await store.collection(gradebookSchema);
  const news: TellNews[] = [];
  const wanted: ((inMs: number) => void)[] = [];
  const tellAll: TellNews = async (room, ids) => {
    for (const tell of news) await tell(room, ids);
  };
  return {
    ...noting(rows, deps, (inMs) => wanted.forEach((tell) => tell(inMs))),
    targets: (room, resourceId) => targetsIn(rows, deps, { room, resourceId }),
    known: async (room) => {
      const found = (await rows.get(room))?.doc;
      return {
        resourceIds: new Set(found?.columns.map(({ resourceId }) => resourceId)),
        progress: new Set(found?.progress),
      };
    },
    looks: lookQueue(rows, deps, tellAll),
    onNews: (listener) => void news.push(listener),
    onWanted: (listener) => void wanted.push(listener),
  };
}

type Noting = Pick<Gradebooks, 'noteLaunch' | 'lookSoon' | 'lookForOne' | 'noteFound' | 'noteGone' | 'begin'>;

/** Everything that changes what is known about a room, or when it is looked at. */
function noting(rows: GradebookRows, deps: GradebookDeps, tell: (inMs: number) => void): Noting {
  const { clock } = deps;
  const change = async (room: Room, next: (gradebook: Gradebook) => Gradebook): Promise<void> => {
    const { doc } = await upsert(rows, room.id, {
      first: async () => newGradebook(room, await deps.placementsIn(room.id), clock()),
      change: next,
    });
    tell(doc.due - clock());
  };
  const changeIn = async (id: string, next: (gradebook: Gradebook) => Gradebook): Promise<void> => {
    const room = await deps.room(id);
    if (room) await change(room, next);
  };
  const soon = (gradebook: Gradebook): Gradebook => ({ ...lookWithin(gradebook, SHORTEST, clock()), quiet: 0 });

  return {
    noteLaunch: async (room, placement) => {
      const known = await rows.get(room.id);
      if (!known || bringsNews(known.doc, room, placement)) {
        await change(room, (gradebook) => soon(withLaunch(gradebook, room, placement)));
      } else if (placement && isUngraded(known.doc, placement)) {
        const { activity } = placement;
        await change(room, (gradebook) => lookWithin(withNews(gradebook, activity), UNGRADED, clock()));
      }
    },
    lookSoon: (room, placed = []) => changeIn(room, (gradebook) => soon(withPlaced(gradebook, placed))),
    lookForOne: (room) => changeIn(room, (gradebook) => lookWithin(gradebook, WAITING, clock())),
    noteFound: (room, column) =>
      changeIn(room, (gradebook) => soon(withColumn(gradebook, { ...column, launched: true }))),
    noteGone: (room, lineItem) => changeIn(room, (gradebook) => soon(without(gradebook, lineItem))),
    begin: async (rooms) => {
      for (const room of rooms) if (!(await rows.get(room.id))) await change(room, (gradebook) => gradebook);
    },
  };
}

/** Moves the next look forward: at once, or when the latest look is this old. */
function lookWithin(gradebook: Gradebook, pause: number, now: number): Gradebook {
  const due = Math.min(gradebook.due, Math.max(now, Math.min(gradebook.triedAt, now) + pause));
  return due === gradebook.due ? gradebook : { ...gradebook, due };
}

/** Whether a launch names a container or a column that we did not know. */
function bringsNews(gradebook: Gradebook, room: Room, placement: Placement | undefined): boolean {
  return (
    (room.lineItems !== '' && room.lineItems !== gradebook.lineItems) ||
    (placement !== undefined && columnOfLaunch(placement).some((column) => !isKnown(gradebook, column))) ||
    (placement !== undefined && withProgress(gradebook, progressOf(placement)) !== gradebook)
  );
}

/** The ids that a launch asks to send partial progress for. */
function progressOf({ activity, progress }: Placement): string[] {
  return progress === true ? [activity || WHOLE_COURSE] : [];
}

/** Whether a link leads to an activity without a known column. */
function isUngraded({ columns, lineItems }: Gradebook, { activity, lineItem }: Placement): boolean {
  return (
    activity !== '' && lineItem === '' && lineItems !== '' && !columns.some(({ resourceId }) => resourceId === activity)
  );
}

function withLaunch(gradebook: Gradebook, room: Room, placement: Placement | undefined): Gradebook {
  const placed = { ...gradebook, lineItems: room.lineItems || gradebook.lineItems };
  if (!placement) return placed;
  return withProgress(columnOfLaunch(placement).reduce(withColumn, placed), progressOf(placement));
}

function without(gradebook: Gradebook, gone: string): Gradebook {
  return {
    ...gradebook,
    columns: gradebook.columns.filter(({ lineItem }) => lineItem !== gone),
  };
}
