import type { Role } from '../../domain/viewer.ts';

/*
 * Only roles in the context count (LTI 1.3 Core, A.2.3), written in full or short. Institution and system roles say
 * what a person is elsewhere: a university teacher may well be a participant here, so they give nothing. Unknown roles
 * give nothing either. What remains is a participant, who sees no one's answers but their own.
 *
 * An instructor reads what participants write about their health. So of the sub-roles of Instructor, sent alone, only
 * those who lead the class count; a guest, a grader or an outsider has no need to. Those who build or run the course
 * room without leading the class become administrators, who may look at the activities and at no answers.
 */
const instructors = new Set([
  'Instructor',
  'Instructor#Lecturer',
  'Instructor#PrimaryInstructor',
  'Instructor#SecondaryInstructor',
  'Instructor#TeachingAssistant',
]);
const administrators = /^(Administrator|ContentDeveloper|Manager)(#\w+)?$/;

const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

/** `Instructor`, or `Instructor#TeachingAssistant` for a sub-role; undefined for a role outside the context. */
const contextRole = (role: string): string | undefined => {
  if (role.startsWith(`${MEMBERSHIP}#`)) return role.slice(MEMBERSHIP.length + 1);
  if (role.startsWith(`${MEMBERSHIP}/`)) return role.slice(MEMBERSHIP.length + 1);
  return /^\w+(#\w+)?$/.test(role) ? role : undefined;
};

/** What a person may be in the room: the most that one of their context roles gives. */
export const roleOf = (roles: readonly string[]): Role => {
  const inContext = roles.map((role) => contextRole(role.trim())).filter((role) => role !== undefined);
  if (inContext.some((role) => instructors.has(role))) return 'instructor';
  return inContext.some((role) => administrators.test(role)) ? 'administrator' : 'participant';
};
