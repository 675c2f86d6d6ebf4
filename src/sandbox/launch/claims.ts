import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { deployment } from '../addresses.ts';
import type { Core } from '../core.ts';
import type { Activity } from '../course/activities.ts';
import { contextOf, type Course } from '../course/courses.ts';
import { fullName, type Person } from '../course/people.ts';
import { productFamily, productVersion } from '../registration/configuration.ts';
import type { Registration } from '../registration/registrations.ts';
import { claim, gradeScopes, scope } from '../vocabulary.ts';
import { customParameters } from './customParameters.ts';
import type { PendingLaunch } from './pendingLaunch.ts';

/** Lifetime of an id token in seconds, as in Moodle. */
const lifetime = 60;

export interface LaunchFacts {
  launch: PendingLaunch;
  person: Person;
  course: Course;
  /** Undefined for a content selection. */
  activity: Activity | undefined;
  registration: Registration;
  nonce: string;
}

/** Names are sent if the tool asked for them at registration and the course room does not withhold them. */
export function sendsName(registration: Registration, person: Person): boolean {
  return (
    person.name !== undefined &&
    ['name', 'given_name', 'family_name'].some((wanted) => registration.claims.includes(wanted))
  );
}

export function sendsEmail(registration: Registration, person: Person): boolean {
  return person.name !== undefined && registration.claims.includes('email');
}

export function emailOf(person: Person): string {
  return `${person.username}@proeverum.example`;
}

function personal({ registration, person }: LaunchFacts): JWTPayload {
  return {
    ...(sendsName(registration, person) && {
      name: fullName(person),
      given_name: person.name?.given,
      family_name: person.name?.family,
    }),
    ...(sendsEmail(registration, person) && { email: emailOf(person) }),
    [claim.lis]: { person_sourcedid: `ID-${person.id}`, course_section_sourcedid: 'proeve-1' },
    [claim.ext]: {
      lms: 'proeverum-1',
      ...(sendsName(registration, person) && { user_username: person.username }),
    },
  };
}

function common(core: Core, facts: LaunchFacts): JWTPayload {
  const now = Math.floor(core.clock() / 1000);
  return {
    iss: core.addresses.issuer,
    aud: facts.registration.clientId,
    sub: facts.person.id,
    nonce: facts.nonce,
    iat: now,
    exp: now + lifetime,
    [claim.version]: '1.3.0',
    [claim.deployment]: deployment,
    [claim.roles]: facts.person.roles,
    [claim.context]: { ...contextOf(facts.course), type: ['CourseSection'] },
    [claim.platform]: {
      product_family_code: productFamily,
      version: productVersion,
      guid: core.addresses.issuer,
      name: 'PRØVERUM',
      description: facts.course.title,
    },
    ...personal(facts),
  };
}

function names({ addresses }: Core, { registration, course }: LaunchFacts): JWTPayload {
  return registration.scopes.includes(scope.members)
    ? { [claim.names]: { context_memberships_url: addresses.members(course.id), service_versions: ['1.0', '2.0'] } }
    : {};
}

async function grades(core: Core, { registration, activity, course }: LaunchFacts): Promise<JWTPayload> {
  const granted = registration.scopes.filter((name) => gradeScopes.includes(name));
  if (granted.length === 0) return {};
  const items = activity ? await core.lineItems.ofActivity(activity.id) : [];
  const [item] = items;
  return {
    [claim.grades]: {
      scope: granted,
      lineitems: core.addresses.lineItems(course.id),
      // Only if there is exactly one (AGS 2.0, 3.1; Moodle leaves it out from the second column on).
      ...(items.length === 1 && item && { lineitem: core.addresses.lineItem(item) }),
    },
  };
}

function custom({ addresses }: Core, facts: LaunchFacts): JWTPayload {
  const { registration, activity, person, course } = facts;
  const given = { ...registration.custom, ...activity?.custom };
  return {
    [claim.custom]: {
      ...customParameters(given, { course, person, activity, named: sendsName(registration, person) }),
      ...(registration.scopes.includes(scope.members) && { context_memberships_url: addresses.members(course.id) }),
    },
  };
}

/** The claims of a resource link launch (LTI 1.3, 5.3), as Moodle sends them. */
export async function resourceLinkClaims(core: Core, facts: LaunchFacts & { activity: Activity }): Promise<JWTPayload> {
  return {
    ...common(core, facts),
    [claim.messageType]: 'LtiResourceLinkRequest',
    [claim.target]: facts.activity.url || facts.registration.targetUrl,
    [claim.resourceLink]: {
      id: facts.activity.id,
      title: facts.activity.title,
      description: facts.activity.text,
    },
    [claim.presentation]: {
      locale: facts.launch.language,
      document_target: facts.launch.target,
      return_url: core.addresses.return,
    },
    ...custom(core, facts),
    ...(await grades(core, facts)),
    ...names(core, facts),
  };
}

/** The claims of a deep linking request (Deep Linking 2.0, 2.1). */
export async function deepLinkingClaims(core: Core, facts: LaunchFacts): Promise<JWTPayload> {
  const data = randomUUID();
  const selection = await core.selections.issue({ data });
  return {
    ...common(core, facts),
    [claim.messageType]: 'LtiDeepLinkingRequest',
    [claim.target]: facts.registration.deepLinkingUrl,
    [claim.presentation]: { locale: facts.launch.language, return_url: core.addresses.return },
    [claim.deepLinkingSettings]: {
      deep_link_return_url: core.addresses.deepLinkingReturn(selection),
      accept_types: ['ltiResourceLink'],
      accept_presentation_document_targets: ['frame', 'iframe', 'window'],
      accept_multiple: true,
      auto_create: false,
      title: '',
      text: '',
      data,
    },
    ...custom(core, facts),
    ...(await grades(core, facts)),
    ...names(core, facts),
  };
}
