/*
 * What may be told so that nobody, by adding and subtracting all that is told, comes to a sum over one to four people.
 * The rules and why they hold: docs/decisions/0015-sums-that-cannot-be-taken-apart.md.
 */

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
/** What a figure is multiplied by when figures are added up. */
type Factors = Partial<Record<Link, number>>;

interface Needed {
  bits: number;
  /** What a person's answer at this wave counts in the sum. */
  of: (factors: Factors, bits: number) => number;
}

const has = (bits: number, wave: number): number => ((bits & wave) === 0 ? 0 : 1);
const factor = (factors: Factors, link: Link): number => factors[link] ?? 0;

/** The answers that a person may have given, and how the linked figures count each of them. */
const answersCounted: Needed[] = [
  {
    bits: BEFORE,
    of: (factors, bits) =>
      factor(factors, 'screening') * has(bits, SCREENING) -
      factor(factors, 'foer>efter') * has(bits, AFTER) -
      factor(factors, 'foer>3-maaneder') * has(bits, LATER),
  },
  {
    bits: AFTER,
    of: (factors, bits) =>
      factor(factors, 'foer>efter') * has(bits, BEFORE) - factor(factors, 'efter>3-maaneder') * has(bits, LATER),
  },
  {
    bits: LATER,
    of: (factors, bits) =>
      factor(factors, 'efter>3-maaneder') * has(bits, AFTER) + factor(factors, 'foer>3-maaneder') * has(bits, BEFORE),
  },
];

/** Whether anyone's answer is in the linked figure. */
export const speaksOfAnyone = (presence: Presence, link: Link): boolean =>
  [...presence.keys()].some((bits) => isIn(link, bits));

const needed: Record<Link, number> = {
  screening: SCREENING,
  'foer>efter': BEFORE | AFTER,
  'efter>3-maaneder': AFTER | LATER,
  'foer>3-maaneder': BEFORE | LATER,
};
const isIn = (link: Link, bits: number): boolean => (bits & needed[link]) === needed[link];

/**
 * How many people are left in a sum of linked figures, for every way of adding or subtracting the room's own sums of each
 * wave. Those are taken as known for every room, which is more than is told.
 */
const leftIn = (presence: Presence, factors: Factors): number[] => {
  const people = [...presence];
  const [first = [0], second = [0], third = [0]] = answersCounted.map(({ bits: wave, of }) => [
    ...new Set([0, ...people.filter(([bits]) => has(bits, wave)).map(([bits]) => -of(factors, bits))]),
  ]);
  const sums = first.flatMap((before) => second.flatMap((after) => third.map((later) => [before, after, later])));
  return sums.map((own) =>
    people.reduce((left, [bits, count]) => (isLeft(bits, factors, own) ? left + count : left), 0),
  );
};

const isLeft = (bits: number, factors: Factors, own: number[]): boolean => {
  if (has(bits, SCREENING) && !has(bits, BEFORE) && factor(factors, 'screening') !== 0) return true;
  return answersCounted.some(
    ({ bits: wave, of }, index) => has(bits, wave) && of(factors, bits) + (own[index] ?? 0) !== 0,
  );
};

/** Every way of adding and subtracting these figures. */
const ways = (of: readonly Link[]): Factors[] =>
  of.reduce<Factors[]>(
    (before, link) => before.flatMap((each) => [-1, 0, 1].map((by) => ({ ...each, [link]: by }))),
    [{}],
  );
const isAny = (factors: Factors): boolean => Object.values(factors).some((by) => by !== 0);

/** Whether a room may tell these figures of itself, beside its sums of each wave. */
const isSafeAlone = (presence: Presence, of: readonly Link[]): boolean =>
  ways(of)
    .filter(isAny)
    .every((factors) => leftIn(presence, factors).every((left) => left === 0 || left >= LEAST_ANSWERS));

/** The linked figures that a room may tell of itself: the same for everyone who may see the room. */
export const toldAlone = (presence: Presence): Link[] =>
  links.reduce<Link[]>(
    (told, link) => (speaksOfAnyone(presence, link) && isSafeAlone(presence, [...told, link]) ? [...told, link] : told),
    [],
  );

export interface Pooled {
  presence: Presence;
  /** What the room tells of itself. */
  alone: readonly Link[];
}

/** Whether several rooms together may tell these figures of those of them that do not tell them alone. */
export const isSafeTogether = (rooms: readonly Pooled[], of: readonly Link[]): boolean =>
  ways(of)
    .filter(isAny)
    .every((factors) => rooms.reduce((sum, room) => sum + fewestLeft(room, factors), 0) >= LEAST_ANSWERS);

const fewestLeft = ({ presence, alone }: Pooled, together: Factors): number =>
  Math.min(...ways(alone).flatMap((own) => leftIn(presence, { ...together, ...own })));
