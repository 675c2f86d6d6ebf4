import type { Role } from '../../domain/viewer.ts';

/*
 * Only roles in the context count (LTI 1.3 Core, A.2.3), in each spelling that platforms use. Institution and system
 * roles say what a person is elsewhere: a university teacher may well be a participant here, so these roles grant
 * nothing. Unknown roles grant nothing either. Everyone else is a participant, who sees only their own answers.
 *
 * An instructor reads what participants write about their health. Therefore a sub-role of Instructor sent alone counts
 * only if it leads the class; a guest, a grader or an outsider has no need to read. An administrator helps people with
 * their data, so only people named as administrators count. Other roles that build or run the course may place
 * activities. See docs/decisions/0004 and 0025.
 */
const instructors = new Set([
  'instructor',
  'instructor#lecturer',
  'instructor#primaryinstructor',
  'instructor#secondaryinstructor',
  'instructor#teachingassistant',
  // Some platforms send these flat, as if they were roles and not sub-roles.
  'teachingassistant',
  'lecturer',
  'primaryinstructor',
  'secondaryinstructor',
]);
const administrators = new Set(['administrator', 'administrator#administrator', 'administrator#systemadministrator']);
const builders = /^(administrator|contentdeveloper|manager)(#\w+)?$/;
const observers = /^mentor(#\w+)?$/;
const learners = /^(learner|student|member)(#\w+)?$/;

/** `role` as in `Instructor` or, for a sub-role, `Instructor#TeachingAssistant`. */
const contextForms = [
  /^http:\/\/purl\.imsglobal\.org\/vocab\/lis\/v2\/membership[#/](?<role>\w+(?:#\w+)?)$/,
  // LTI 1.1 and 1.2; some platforms still send these.
  /^urn:lti:role:ims\/lis\/(?<role>\w+(?:\/\w+)?)$/,
  /^(?<role>\w+(?:#\w+)?)$/,
];

/** The role in lower case; undefined for a role outside the context. */
function contextRole(role: string): string | undefined {
  for (const form of contextForms) {
    const found = form.exec(role)?.groups?.['role'];
    if (found !== undefined) return found.replace('/', '#').toLowerCase();
  }
  return undefined;
}

/** The account that lets teachers see their course as a learner (LTI 1.3 Core, A.2.1). */
const TEST_USER = 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser';

/** What a person may be in the room; an `observer` is not let in. */
export type CourseRole = Role | 'observer';

/** The most powerful role that any of the context roles grants. */
export function roleOf(roles: readonly string[]): CourseRole {
  const given = roles.map((role) => role.trim());
  const inContext = given.map(contextRole).filter((role) => role !== undefined);
  if (inContext.some((role) => instructors.has(role))) return 'instructor';
  if (inContext.some((role) => administrators.has(role))) return 'administrator';
  if (inContext.some((role) => builders.test(role))) return 'builder';
  if (given.includes(TEST_USER)) return 'tester';
  const onlyObserves = inContext.some((role) => observers.test(role)) && !inContext.some((role) => learners.test(role));
  return onlyObserves ? 'observer' : 'participant';
}

/** The last parts of role addresses, as shown to staff: `membership#Learner`, `institution/person#Administrator`. */
export function shortRoles(roles: readonly string[]): string[] {
  return roles.slice(0, 20).map((role) =>
    role
      .trim()
      .replace(/^http:\/\/purl\.imsglobal\.org\/vocab\/(lis\/v2|lti)\//, '')
      .slice(0, 100),
  );
}
