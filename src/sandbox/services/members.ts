import type { RequestHandler } from 'express';
import type { Core } from '../core.ts';
import type { Activity } from '../course/activities.ts';
import { contextOf, type Course } from '../course/courses.ts';
import { enrolled, fullName, type Person } from '../course/people.ts';
import { customParameters } from '../launch/customParameters.ts';
import { emailOf, sendsEmail, sendsName } from '../launch/claims.ts';
import type { Registration } from '../registration/registrations.ts';
import { claim, media, role } from '../vocabulary.ts';
import { pageOf } from './paging.ts';
import { queryNumber, queryText, refuse, type AnyRequest } from './refuse.ts';

function shortRoles(person: Person): string[] {
  return person.roles
    .filter((name) => name.startsWith(role.membership))
    .map((name) => name.slice(role.membership.length));
}

interface MemberFacts {
  course: Course;
  registration: Registration;
  person: Person;
  activity: Activity | undefined;
}

function messageFor({ course, registration, person }: MemberFacts, activity: Activity): Record<string, unknown> {
  return {
    [claim.messageType]: 'LtiResourceLinkRequest',
    [claim.custom]: customParameters(
      { ...registration.custom, ...activity.custom },
      { course, person, activity, named: sendsName(registration, person) },
    ),
  };
}

function asJson(facts: MemberFacts): Record<string, unknown> {
  const { registration, person, activity } = facts;
  return {
    status: 'Active',
    roles: shortRoles(person),
    user_id: person.id,
    lis_person_sourcedid: `ID-${person.id}`,
    ...(sendsName(registration, person) && {
      name: fullName(person),
      given_name: person.name?.given,
      family_name: person.name?.family,
      ext_user_username: person.username,
    }),
    ...(sendsEmail(registration, person) && { email: emailOf(person) }),
    ...(activity && { message: [messageFor(facts, activity)] }),
  };
}

function wanted(req: AnyRequest): (person: Person) => boolean {
  const asked = queryText(req, 'role');
  if (!asked) return () => true;
  const full = /^https?:\/\//.test(asked) ? asked : role.membership + asked;
  return (person) => person.roles.includes(full);
}

/** The members of the course (NRPS 2.0, 2.4), with Moodle's paging: its next link forgets the role. */
export function listMembers(core: Core): RequestHandler<{ course: string }> {
  return async (req, res) => {
    const registration = await core.registrations.current();
    const link = queryText(req, 'rlid');
    const activity = link === undefined ? undefined : await core.activities.get(link);
    const course = await core.courses.get(req.params.course);
    if (!registration || !course || (link !== undefined && activity?.course !== course.id)) {
      refuse(req, res, 404);
      return;
    }
    const address = core.addresses.members(course.id);
    const page = pageOf(req, enrolled.filter(wanted(req)));
    if (page.nextFrom !== undefined) {
      const next = new URL(address);
      next.searchParams.set('limit', String(queryNumber(req, 'limit')));
      next.searchParams.set('from', String(page.nextFrom));
      if (link !== undefined) next.searchParams.set('rlid', link);
      res.set('Link', `<${next.href}>; rel="next"`);
    }
    const members = page.items.map((person) => asJson({ course, registration, person, activity }));
    res.type(media.members).send(JSON.stringify({ id: address, context: contextOf(course), members }));
  };
}
