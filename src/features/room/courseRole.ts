import { isStaffElsewhere } from '../../domain/receivedRoles.ts';
import type { Language } from '../../domain/viewer.ts';
import type { Person } from '../../rooms/rooms.ts';
import { texts } from '../../text/texts.ts';

/**
 * The role that the course gave someone, in the shape that `views/partials/room/courseRole.hbs` takes: always for staff,
 * and for a participant whose other roles suggest that the course should have given another.
 */
export function courseRoleOf(person: Person | undefined, language: Language) {
  if (!person) return undefined;
  const { role, receivedRoles = [] } = person;
  if (role === 'participant' && !isStaffElsewhere(receivedRoles)) return undefined;
  const text = texts[language].room.courseRole;
  const received = role === 'administrator' || role === 'builder' ? text.received(receivedRoles.join(', ')) : '';
  return { is: text.is[role], advice: text.advice[role], received };
}
