/*
 * Decides which figures may be shown, so that nobody can obtain a sum over one to four people by adding and subtracting
 * all shown figures. The rules, and why they hold: docs/decisions/0015-sums-that-cannot-be-taken-apart.md.
 */
import { reducedRows, type Equation } from './elimination.ts';

/** Figures over fewer answers than this are not shown. */
export const LEAST_ANSWERS = 5;

/**
 * Figures about the same people as other figures: the change from one wave to another for people in both, and the
 * screening, whose answers may have been copied to the survey before the course.
 */
export const links = ['screening', 'foer>efter', 'efter>3-maaneder', 'foer>3-maaneder'] as const;
export type Link = (typeof links)[number];

/** The factor with which each figure counts one answer, by the figure's name; zero if it is missing here. */
export type Counted = Readonly<Record<string, number>>;

/** People whose answers are counted by the same figures. */
export interface Kind {
  people: number;
  /** One entry for each of their answers. */
  answers: readonly Counted[];
}

/** What is shown and what is asked for, about the same kinds of people. */
export interface Judged {
  kinds: readonly Kind[];
  /** Names of all figures shown for the room alone, at any time. */
  told: readonly string[];
}

/** With more small kinds than this the search would take long, so nothing more is shown. */
const MOST_SMALL_KINDS = 16;

/** Whether no sum or difference of these figures is about one to four people. */
export function isSafeAlone({ kinds, told }: Judged): boolean {
  if (isTooLong(kinds)) return false;
  return findRemainders({ kinds, told }, []).every(({ isAnything }) => !isAnything);
}

function isTooLong(kinds: readonly Kind[]): boolean {
  return kinds.filter(({ people }) => people < LEAST_ANSWERS).length > MOST_SMALL_KINDS;
}

/** Whether several rooms together may show these figures, none of which any of the rooms shows alone. */
export function isSafeTogether(rooms: readonly Judged[], of: readonly Link[]): boolean {
  if (rooms.some(({ kinds }) => isTooLong(kinds))) return false;
  let reached: Pick<Remainder, 'people' | 'asks'>[] = [{ people: 0, asks: [] }];
  for (const room of rooms) {
    const options = remainders(room, of);
    const added = reached.flatMap((before) =>
      options.map(({ people, asks }) => ({
        people: before.people + people,
        asks: reducedRows([...before.asks, ...asks]),
      })),
    );
    // If there are as many conditions as figures, each figure is taken zero times: there is no such sum.
    reached = fewest(added.filter(({ people, asks }) => people < LEAST_ANSWERS && asks.length < of.length));
  }
  return reached.length === 0;
}

/**
 * Whether the room hides as many people of others as before, in whatever figures it is pooled with them: whichever pool was safe
 * with the room as it was is safe with the room as it is now.
 */
export function hidesAsMany(before: Judged, now: Judged): boolean {
  if (isTooLong(before.kinds) || isTooLong(now.kinds)) return false;
  const earlier = findRemainders(before, links);
  return findRemainders(now, links).every(({ people, asks }) =>
    earlier.some((one) => one.people <= people && follows(one.asks, asks)),
  );
}

/** Whether the first conditions hold wherever the second do. */
function follows(first: readonly Equation[], second: readonly Equation[]): boolean {
  return reducedRows([...second, ...first]).length === reducedRows([...second]).length;
}

/** One to four people of a room, or nobody, who may be all that is left in a sum. */
interface Remainder {
  people: number;
  /** Conditions on how often each figure is taken. */
  asks: Equation[];
  /** Whether there are sums, with or without these figures, in which anything is left. */
  isAnything: boolean;
}

/**
 * What can be left of a room when linked figures are added up, each any number of times, and figures shown for the room
 * alone are added or subtracted.
 */
function remainders(room: Judged, of: readonly Link[]): Remainder[] {
  const found = foundBefore.get(room) ?? new Map<string, Remainder[]>();
  foundBefore.set(room, found);
  const key = of.join();
  const all = found.get(key) ?? findRemainders(room, of);
  found.set(key, all);
  return all;
}

/** The same rooms are examined again for each room that is pooled with them. */
const foundBefore = new WeakMap<Judged, Map<string, Remainder[]>>();

function findRemainders({ kinds, told }: Judged, of: readonly Link[]): Remainder[] {
  const columns = [...told, ...of];
  const sized = kinds.map(({ people, answers }) => ({
    people,
    rows: answers.map((answer): Equation => columns.map((column) => answer[column] ?? 0)),
  }));
  const fallingOut = (left: typeof sized) =>
    reducedRows(sized.filter((kind) => !left.includes(kind)).flatMap(({ rows }) => rows));
  const all = fallingOut([]).length;
  const found = fewGroups(sized).map((left): Remainder => {
    const rows = fallingOut(left);
    const asks = rows.filter((row) => row.slice(0, told.length).every((value) => value === 0));
    return { people: sizeOf(left), asks: asks.map((row) => row.slice(told.length)), isAnything: rows.length < all };
  });
  return fewest(found);
}

interface Sized {
  people: number;
}
function sizeOf(ones: readonly Sized[]): number {
  return ones.reduce((sum, { people }) => sum + people, 0);
}

/** All ways of choosing kinds of people with a total below the minimum; one way is to choose nobody. */
function fewGroups<One extends Sized>(kinds: readonly One[]): One[][] {
  return kinds.reduce<One[][]>(
    (groups, kind) => [
      ...groups,
      ...groups.filter((group) => sizeOf(group) + kind.people < LEAST_ANSWERS).map((group) => [...group, kind]),
    ],
    [[]],
  );
}

/** Among entries that differ only in their number of people, the one with the fewest. */
function fewest<One extends Sized>(ones: readonly One[]): One[] {
  return [
    ...ones
      .toSorted((one, other) => other.people - one.people)
      .reduce((kept, one) => kept.set(JSON.stringify({ ...one, people: 0 }), one), new Map<string, One>())
      .values(),
  ];
}
