import { links, type Link } from '../../../src/features/evaluation/disclosure/disclosure.ts';
import { groupsByLink } from '../../../src/features/evaluation/disclosure/groups.ts';
import type { Told } from './attacker.ts';
import { roomOverTime, surveys, type RoomOverTime, type Survey } from './roomOverTime.ts';

/** As bits, which surveys someone answers. */
const bitOf: Record<Survey, number> = { screening: 1, foer: 2, efter: 4, '3-maaneder': 8 };

/** So many people answer at exactly these waves. */
function answerAll(room: RoomOverTime, presence: readonly (readonly [number, number])[]): void {
  for (const [at, [bits, count]] of presence.entries())
    for (let index = 0; index < count; index += 1)
      for (const survey of surveys.filter((one) => (bits & bitOf[one]) !== 0))
        room.answer(`${at}.${bits}.${index}`, survey, 1 + ((index + bits) % 5));
}

/** A room whose people have answered, and what was told of it then. */
export function roomWith(
  presence: readonly (readonly [number, number])[],
  id = 'a',
  cell = { rhythm: '', period: '1' },
) {
  const room = roomOverTime(id, cell);
  answerAll(room, presence);
  return { room, seen: room.look() };
}
/** What an evaluator is told of several rooms. */
export function together(rooms: readonly ReturnType<typeof roomWith>[]): Told[] {
  const groups = groupsByLink(
    rooms.map(({ seen }) => seen),
    (link) => link,
  );
  const of = (link: Link, ids: readonly string[]): Told =>
    new Map(
      rooms.filter(({ room }) => ids.includes(room.id)).flatMap(({ room }) => [...(room.table(false).get(link) ?? [])]),
    );
  return links.flatMap((link) => groups[link].map((ids) => of(link, ids)));
}
