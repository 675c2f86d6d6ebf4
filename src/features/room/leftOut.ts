import type { Language } from '../../domain/viewer.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import { texts } from '../../text/texts.ts';

/**
 * What the course room's launches lack, as `views/partials/left-out.hbs` tells staff: someone who registers a tool by
 * hand in Moodle meets services that are off. Undefined where nothing is lacking.
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
  // Names alone may be left out on purpose, which is no one's fault; beside services that are off they are the same oversight.
  const isNameless = people.every(({ name }) => name === '');
  return { ...words, settings: [...services, ...(isNameless ? [names] : [])] };
}
