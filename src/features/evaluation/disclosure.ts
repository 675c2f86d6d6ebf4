/*
 * What may be told so that nobody, by adding and subtracting all that is told, comes to a sum over one to four people.
 * The rules and why they hold: docs/decisions/0015-sums-that-cannot-be-taken-apart.md.
 */
import { reducedRows, type Row } from './elimination.ts';

/** Fewer answers than this are not told. */
export const LEAST_ANSWERS = 5;

/** When someone answered a question, as bits: which waves they were in. */
export const SCREENING = 1;
export const BEFORE = 2;
export const AFTER = 4;
export const LATER = 8;

/** How many people of a room answered at exactly these waves. */
export type Presence = ReadonlyMap<number, number>;

/**
 * Figures that speak of the same people as others do: the change from one wave to another on those in both, and the
 * screening, whose answers may have been taken over to the survey before the course.
 */
export const links = ['screening', 'foer>efter', 'efter>3-maaneder', 'foer>3-maaneder'] as const;
export type Link = (typeof links)[number];

export interface Pooled {
  presence: Presence;
  /** What the room tells of itself. */
  alone: readonly Link[];
}

/** Whether anyone's answer is in the linked figure. */
export function speaksOfAnyone(presence: Presence, link: Link): boolean {
  return [...presence.keys()].some((bits) => (bits & needed[link]) === needed[link]);
}

const needed: Record<Link, number> = {
  screening: SCREENING,
  'foer>efter': BEFORE | AFTER,
  'efter>3-maaneder': AFTER | LATER,
  'foer>3-maaneder': BEFORE | LATER,
};

/** The linked figures that a room may tell of itself: the same for everyone who may see the room. */
export function toldAlone(presence: Presence): Link[] {
  const mayBeTold = (alone: Link[], link: Link) =>
    speaksOfAnyone(presence, link) && isSafeBeside({ presence, alone }, link);
  return links.reduce<Link[]>((alone, link) => (mayBeTold(alone, link) ? [...alone, link] : alone), []);
}

const isSafeBeside = (room: Pooled, link: Link): boolean =>
  remainders(room, [link]).every(({ isAnything, asks }) => !isAnything || asks.length === 1);

/** Whether several rooms together may tell these figures of those of them that do not tell them alone. */
export function isSafeTogether(rooms: readonly Pooled[], of: readonly Link[]): boolean {
  let reached: Pick<Remainder, 'people' | 'asks'>[] = [{ people: 0, asks: [] }];
  for (const room of rooms) {
    const options = remainders(room, of);
    const added = reached.flatMap((before) =>
      options.map(({ people, asks }) => ({
        people: before.people + people,
        asks: reducedRows([...before.asks, ...asks]),
      })),
    );
    // Where as much is asked as there are figures, each of them is taken nought times: there is no such sum.
    reached = fewest(added.filter(({ people, asks }) => people < LEAST_ANSWERS && asks.length < of.length));
  }
  return reached.length === 0;
}

/** One to four people of a room, or nobody, to be all that is left in a sum. */
interface Remainder {
  people: number;
  /** What must be so of how many times each figure is taken. */
  asks: Row[];
  /** Whether there are sums, with these figures or without, in which anything is left. */
  isAnything: boolean;
}

/**
 * What can be left of a room when linked figures are added up, each any number of times, and what is known of the room
 * is added or subtracted: the linked figures it tells alone, and its sums of each wave. Those are taken as known for every
 * room, which is more than is told.
 */
const remainders = ({ presence, alone }: Pooled, of: readonly Link[]): Remainder[] => {
  const found = foundBefore.get(presence) ?? new Map<string, Remainder[]>();
  foundBefore.set(presence, found);
  const key = `${alone.join()}/${of.join()}`;
  const all = found.get(key) ?? findRemainders({ presence, alone }, of);
  found.set(key, all);
  return all;
};

/** The same rooms are looked at again for each room that is pooled with them. */
const foundBefore = new WeakMap<Presence, Map<string, Remainder[]>>();

const findRemainders = ({ presence, alone }: Pooled, of: readonly Link[]): Remainder[] => {
  const toRow = ({ own, linked }: Counted): Row => [
    ...own,
    ...alone.map((link) => linked[link] ?? 0),
    ...of.map((link) => (alone.includes(link) ? 0 : (linked[link] ?? 0))),
  ];
  const kinds = [...presence].map(([bits, people]) => ({ people, rows: countedOf(bits).map(toRow) }));
  const fallingOut = (left: typeof kinds) =>
    reducedRows(kinds.filter((kind) => !left.includes(kind)).flatMap(({ rows }) => rows));
  const all = fallingOut([]).length;
  const known = 3 + alone.length;
  const found = fewGroups(kinds).map((left): Remainder => {
    const rows = fallingOut(left);
    const asks = rows.filter((row) => row.slice(0, known).every((value) => value === 0));
    return { people: sizeOf(left), asks: asks.map((row) => row.slice(known)), isAnything: rows.length < all };
  });
  return fewest(found);
};

interface Counted {
  /** How the sums before, after and later count an answer. */
  own: Row;
  linked: Partial<Record<Link, number>>;
}

/** How each figure counts each answer of a person who answered at these waves. */
const countedOf = (bits: number): Counted[] => {
  const has = (wave: number): number => ((bits & wave) === 0 ? 0 : 1);
  const [screened, before, after, later] = [has(SCREENING), has(BEFORE), has(AFTER), has(LATER)];
  const atBefore = { screening: screened, 'foer>efter': -after, 'foer>3-maaneder': -later };
  return [
    ...(screened > before ? [{ own: [0, 0, 0], linked: { screening: 1 } }] : []),
    ...(before ? [{ own: [1, 0, 0], linked: atBefore }] : []),
    ...(after ? [{ own: [0, 1, 0], linked: { 'foer>efter': before, 'efter>3-maaneder': -later } }] : []),
    ...(later ? [{ own: [0, 0, 1], linked: { 'efter>3-maaneder': after, 'foer>3-maaneder': before } }] : []),
  ];
};

interface Sized {
  people: number;
}
const sizeOf = (ones: readonly Sized[]): number => ones.reduce((sum, { people }) => sum + people, 0);

/** All ways of choosing kinds of people so that they are fewer than may be told of; nobody is one of them. */
const fewGroups = <One extends Sized>(kinds: readonly One[]): One[][] =>
  kinds.reduce<One[][]>(
    (groups, kind) => [
      ...groups,
      ...groups.filter((group) => sizeOf(group) + kind.people < LEAST_ANSWERS).map((group) => [...group, kind]),
    ],
    [[]],
  );

/** Of those that differ in nothing but how many people they are, the one with the fewest. */
const fewest = <One extends Sized>(ones: readonly One[]): One[] => [
  ...ones
    .toSorted((one, other) => other.people - one.people)
    .reduce((kept, one) => kept.set(JSON.stringify({ ...one, people: 0 }), one), new Map<string, One>())
    .values(),
];
