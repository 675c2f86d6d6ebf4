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
  const settings = [
    ...(placed.length > 0 && !hasGrades ? [grades] : []),
    ...(placed.length > 0 && found?.memberships === '' ? [list] : []),
    ...(people.length > 0 && people.every(({ name }) => name === '') ? [names] : []),
  ];
  return settings.length === 0 ? undefined : { ...words, settings };
}
