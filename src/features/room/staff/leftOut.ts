import type { Language } from '../../../domain/viewer.ts';
import type { Rooms } from '../../../rooms/rooms.ts';
import { texts } from '../../../text/texts.ts';

/**
 * Services missing from the course room's launches, in the shape that `views/partials/room/leftOut.hbs` takes, for
 * staff: a tool registered by hand in Moodle has services switched off. Undefined if nothing is missing.
 */
export async function leftOutOf(rooms: Rooms, room: string, language: Language) {
  const [found, people, placed] = await Promise.all([rooms.room(room), rooms.people(room), rooms.placed(room)]);
  const { grades, list, names, ...words } = texts[language].leftOut;
  const hasGrades = placed.some(({ lineItem, lineItems }) => lineItem !== '' || lineItems !== '');
  const services = [
    ...(placed.length > 0 && !hasGrades ? [grades] : []),
    ...(placed.length > 0 && found?.memberships === '' ? [list] : []),
  ];
  if (services.length === 0) return undefined;
  // Names alone may be withheld on purpose; together with missing services, they are part of the same oversight.
  const isNameless = people.every(({ name }) => name === '');
  return { ...words, settings: [...services, ...(isNameless ? [names] : [])] };
}
