import type { Clock } from '../domain/clock.ts';
import type { ListedColumn } from './columnLook.ts';
import { WHOLE_COURSE } from '../domain/courseParts.ts';
import { NEVER, type Collection, type CollectionSchema } from '../store/port.ts';
import type { Placement, Room } from './records.ts';

/** A column that scores of the room go to. */
export interface Column extends ListedColumn {
  /** Whether a launch named it: it then counts, whatever the container lists. */
  launched: boolean;
}

/**
 * What is known about a room's columns, and when to look at its container next. Times are in milliseconds since 1970.
 */
export interface Gradebook {
  room: string;
  /** The container that was or will be looked at. */
  lineItems: string;
  columns: Column[];
  /** Resource ids whose links ask for partial progress; absent if there are none. */
  progress?: string[];
  /** News that the reports have not yet been informed of: resource ids, or `EVERYTHING`. */
  news: string[];
  /** When the container was last seen; 0 if never. */
  lookedAt: number;
  /** When a look was last tried. */
  triedAt: number;
  /** How many looks have failed or brought no news since something last happened. */
  failures: number;
  quiet: number;
  /** Why the latest look failed; empty if it succeeded. */
  cause: string;
  /** Queue field: when to look next, or until when a worker is looking. */
  due: number;
}

export type GradebookRows = Collection<Gradebook, 'room' | 'due'>;

/** What the gradebook needs to know about rooms. */
export interface GradebookDeps {
  clock: Clock;
  room: (id: string) => Promise<Room | undefined>;
  placementsIn: (room: string) => Promise<Placement[]>;
}

/** Used instead of a resource id for all of them. */
export const EVERYTHING = '*';

/** The key is the room's id. */
export const gradebookSchema: CollectionSchema<Gradebook, 'room' | 'due'> = {
  name: 'gradebooks',
  indexes: [['room']],
  encrypted: [],
  queue: 'due',
};

/**
 * A room's first gradebook. Everything is news, so that activities completed before rooms knew their container are
 * reported.
 * @param placements of the room; their launches may have named columns
 */
export function newGradebook(room: Room, placements: Placement[], now: number): Gradebook {
  return {
    room: room.id,
    lineItems: containerOf(room, placements),
    columns: placements.flatMap(columnOfLaunch),
    news: [EVERYTHING],
    lookedAt: 0,
    triedAt: 0,
    failures: 0,
    quiet: 0,
    cause: '',
    due: now,
  };
}

/** The room's container; in rooms from before it was stored there, the one in their placements. */
export function containerOf(room: Room, placements: Placement[]): string {
  return room.lineItems || (placements.find(({ lineItems }) => lineItems !== '')?.lineItems ?? '');
}

const SCORE = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';
export function takesScores(scopes: string[]): boolean {
  return scopes.length === 0 || scopes.includes(SCORE);
}

/** The column that a launch of this placement named. A link to the front page means the whole course. */
export function columnOfLaunch({ lineItem, activity, scopes }: Placement): Column[] {
  const resourceId = activity || WHOLE_COURSE;
  return lineItem !== '' && takesScores(scopes) ? [{ lineItem, resourceId, launched: true }] : [];
}

/** Adds columns that want partial progress, which is news for them. Returns the same document if they are known. */
export function withProgress(gradebook: Gradebook, resourceIds: string[]): Gradebook {
  const fresh = resourceIds.filter((id) => !gradebook.progress?.includes(id));
  if (fresh.length === 0) return gradebook;
  return withNews({ ...gradebook, progress: [...(gradebook.progress ?? []), ...fresh] }, ...fresh);
}

/** Some of a content selection: a link that a teacher has just placed. */
export interface PlacedLink {
  resourceId: string;
  /** Whether it asks for partial progress. */
  progress: boolean;
}

/** Only the latest selection counts: placing a link again without progress means that it is no longer wanted. */
export function withPlaced(gradebook: Gradebook, placed: readonly PlacedLink[]): Gradebook {
  const whole = new Set(placed.filter(({ progress }) => !progress).map(({ resourceId }) => resourceId));
  const rising = placed.filter(({ progress }) => progress).map(({ resourceId }) => resourceId);
  const { progress = [] } = gradebook;
  if (!progress.some((id) => whole.has(id))) return withProgress(gradebook, rising);
  return withProgress({ ...gradebook, progress: progress.filter((id) => !whole.has(id)) }, rising);
}

export function isKnown({ columns }: Gradebook, { lineItem, resourceId }: ListedColumn): boolean {
  return columns.some((column) => column.lineItem === lineItem && column.resourceId === resourceId);
}

/** Adds a column, and its news. Returns the same document if it is known. */
export function withColumn(gradebook: Gradebook, column: Column): Gradebook {
  return isKnown(gradebook, column)
    ? gradebook
    : withNews({ ...gradebook, columns: [...gradebook.columns, column] }, column.resourceId);
}

export function withNews(gradebook: Gradebook, ...resourceIds: string[]): Gradebook {
  return {
    ...gradebook,
    news: [...new Set([...gradebook.news, ...resourceIds])],
  };
}

/** No course has more columns. */
const MOST_COLUMNS = 2000;

/**
 * Updates the columns from the container's list: columns that launches named stay, others go if the list lacks them.
 */
export function withListed(gradebook: Gradebook, listed: ListedColumn[], now: number): Gradebook {
  const launched = gradebook.columns.filter((column) => column.launched);
  const seen = listed
    .filter(({ resourceId }) => resourceId !== '')
    .filter(({ lineItem, resourceId }) => !launched.some((c) => c.lineItem === lineItem && c.resourceId === resourceId))
    .slice(0, MOST_COLUMNS)
    .map((column) => ({ ...column, launched: false }));
  const news = seen.filter((column) => !isKnown(gradebook, column)).map(({ resourceId }) => resourceId);
  return {
    ...withNews(gradebook, ...news),
    columns: [...launched, ...seen],
    lookedAt: now,
    triedAt: now,
    failures: 0,
    quiet: news.length > 0 ? 0 : gradebook.quiet + 1,
    cause: '',
  };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** After this, nobody waits for a grade in a course that nobody visits any more. */
const ASLEEP = 90 * 24 * HOUR;

/** When to look after a successful look: soon if something has just happened, then less and less often. */
export function nextLook({ quiet }: Gradebook, { lastLaunchAt, createdAt }: Room, now: number): number {
  return now - (lastLaunchAt ?? createdAt) > ASLEEP
    ? NEVER
    : now + Math.min(6 * HOUR, MINUTE * 4 ** Math.min(Math.max(quiet - 1, 0), 9));
}
