import { isStaffElsewhere } from '../../../domain/receivedRoles.ts';
import type { Language } from '../../../domain/viewer.ts';
import type { Person } from '../../../rooms/rooms.ts';
import { texts } from '../../../text/texts.ts';
import { rolesInWords } from './rolesInWords.ts';

/**
 * The role that the course gave someone, in the shape that `views/partials/room/courseRole.hbs` takes: always for
 * staff, and for a participant whose other roles suggest that the course should have given another.
 */
export function courseRoleOf(person: Person | undefined, language: Language) {
  if (!person) return undefined;
  const { role, receivedRoles = [] } = person;
  if (role === 'participant' && !isStaffElsewhere(receivedRoles)) return undefined;
  const text = texts[language].room.courseRole;
  const is = { is: text.is[role], advice: text.advice[role] };
  if (role !== 'administrator' && role !== 'builder') return is;
  // People who look for a mistake in the course room need its own words.
  return { ...is, received: text.received(rolesInWords(receivedRoles, language)), raw: receivedRoles.join(', ') };
}
