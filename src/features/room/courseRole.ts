import { isStaffElsewhere } from '../../domain/receivedRoles.ts';
import type { Language } from '../../domain/viewer.ts';
import type { Person } from '../../rooms/rooms.ts';
import { texts } from '../../text/texts.ts';

/**
 * Which role the course room gave someone, as `views/partials/course-role.hbs` says it: to staff always, and to a
 * participant whose other roles make it likely that the course should have said otherwise.
 */
export function courseRoleOf(person: Person | undefined, language: Language) {
  if (!person) return undefined;
  const { role, receivedRoles = [] } = person;
  if (role === 'participant' && !isStaffElsewhere(receivedRoles)) return undefined;
  const text = texts[language].room.courseRole;
  const received = role === 'administrator' || role === 'builder' ? text.received(receivedRoles.join(', ')) : '';
  return { is: text.is[role], advice: text.advice[role], received };
}
