import { isSafeTogether, LEAST_ANSWERS, links, type Link } from './disclosure.ts';
import { pool } from './pools.ts';
import type { RoomAnswers } from '../roomAnswers.ts';

/** A group of rooms for which a figure is shown; every figure consists of whole groups only. */
export type RoomGroup = readonly string[];

function cellOf({ rhythm, period }: RoomAnswers): string {
  return `${rhythm}/${period}`;
}

/** The groups for which a count or distribution is shown. @param size how many people of the room it is about */
export function groupsBySize(rooms: readonly RoomAnswers[], size: (room: RoomAnswers) => number): RoomGroup[] {
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
}

/** The groups for which each linked figure is shown, of the rooms that do not show it alone. */
export function groupsByLink(
  rooms: readonly RoomAnswers[],
  aboutOf: (link: Link) => string,
): Record<Link, RoomGroup[]> {
  const all = rooms.map((room) => ({ id: room.id, cell: cellOf(room), room }));
  const groups: Record<Link, RoomGroup[]> = {
    screening: [],
    'foer>efter': [],
    'efter>3-maaneder': [],
    'foer>3-maaneder': [],
  };
  type One = (typeof all)[number];
  const waits = ({ room }: One, link: Link) => room.untold.has(aboutOf(link));
  const waiting = (ones: readonly One[]) => links.filter((link) => ones.some((one) => waits(one, link)));
  const isSafe = (ones: readonly One[], of: readonly Link[]) =>
    isSafeTogether(
      ones.map(({ room }) => room.judged),
      of,
    );
  const tell = (ones: readonly One[], told: readonly Link[]) => {
    for (const link of told) groups[link].push(ones.filter((one) => waits(one, link)).map(({ id }) => id));
  };
  const { pools, over } = pool(
    all.filter((one) => waiting([one]).length > 0),
    (ones) => isSafe(ones, waiting(ones)),
  );
  for (const ones of pools) tell(ones, waiting(ones));
  const least = waiting(over).reduce<Link[]>(
    (told, link) => (isSafe(over, [...told, link]) ? [...told, link] : told),
    [],
  );
  // The last ones may still show some of their figures.
  tell(over, least);
  return groups;
}
