import type { SurveyActivity } from '../../content/course.ts';
import {
  AFTER,
  BEFORE,
  isSafeTogether,
  LATER,
  LEAST_ANSWERS,
  links,
  SCREENING,
  speaksOfAnyone,
  toldAlone,
  type Link,
  type Presence,
} from './disclosure.ts';
import { pool } from './pools.ts';
import { surveyAt, type RoomAnswers } from './roomAnswers.ts';

/** A group of rooms of which a figure is told; every figure is made of whole groups and nothing else. */
export type Group = readonly string[];

const cellOf = ({ rhythm, period }: RoomAnswers): string => `${rhythm}/${period}`;

/** The groups of which a count or distribution is told. @param size how many people of the room it speaks of */
export const groupsBySize = (rooms: readonly RoomAnswers[], size: (room: RoomAnswers) => number): Group[] => {
  const sized = rooms
    .map((room) => ({ id: room.id, cell: cellOf(room), size: size(room) }))
    .filter((one) => one.size > 0);
  const isEnough = (ones: readonly { size: number }[]) => ones.reduce((sum, one) => sum + one.size, 0) >= LEAST_ANSWERS;
  const { pools } = pool(
    sized.filter((one) => !isEnough([one])),
    isEnough,
  );
  return [
    ...sized.filter((one) => isEnough([one])).map(({ id }) => [id]),
    ...pools.map((ones) => ones.map(({ id }) => id)),
  ];
};

const bitOf = { screening: SCREENING, foer: BEFORE, efter: AFTER, '3-maaneder': LATER } as const;

/** How many people of a room answered a question at which waves. */
const presenceIn = (room: RoomAnswers, surveys: readonly SurveyActivity[], question: string): Presence => {
  const bits = new Map<string, number>();
  for (const wave of Object.keys(bitOf) as (keyof typeof bitOf)[]) {
    const survey = surveyAt(surveys, wave);
    const values = survey && room.values.get(survey.id)?.get(question);
    for (const person of values?.keys() ?? []) bits.set(person, (bits.get(person) ?? 0) | bitOf[wave]);
  }
  return new Map([...Map.groupBy(bits.values(), (each) => each)].map(([each, people]) => [each, people.length]));
};

export interface Asked {
  rooms: readonly RoomAnswers[];
  surveys: readonly SurveyActivity[];
  question: string;
}

/** The groups of which each linked figure about a question is told. */
export const groupsByLink = ({ rooms, surveys, question }: Asked): Record<Link, Group[]> => {
  const all = rooms.map((room) => {
    const presence = presenceIn(room, surveys, question);
    return { id: room.id, cell: cellOf(room), presence, alone: toldAlone(presence) };
  });
  const groups: Record<Link, Group[]> = {
    screening: [],
    'foer>efter': [],
    'efter>3-maaneder': [],
    'foer>3-maaneder': [],
  };
  for (const { id, alone } of all) for (const link of alone) groups[link].push([id]);
  type One = (typeof all)[number];
  const waits = (one: One, link: Link) => !one.alone.includes(link) && speaksOfAnyone(one.presence, link);
  const waiting = (ones: readonly One[]) => links.filter((link) => ones.some((one) => waits(one, link)));
  const tell = (ones: readonly One[], told: readonly Link[]) => {
    for (const link of told) groups[link].push(ones.filter((one) => waits(one, link)).map(({ id }) => id));
  };
  const { pools, over } = pool(
    all.filter((one) => waiting([one]).length > 0),
    (ones) => isSafeTogether(ones, waiting(ones)),
  );
  for (const ones of pools) tell(ones, waiting(ones));
  const least = waiting(over).reduce<Link[]>(
    (told, link) => (isSafeTogether(over, [...told, link]) ? [...told, link] : told),
    [],
  );
  // The last ones may still tell some of their figures.
  tell(over, least);
  return groups;
};
