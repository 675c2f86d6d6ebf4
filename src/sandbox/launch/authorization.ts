import type { Request, RequestHandler } from 'express';
import type { Core } from '../core.ts';
import { originalCourse } from '../course/courses.ts';
import { personOf, type Person } from '../course/people.ts';
import { readSession } from '../pages/session.ts';
import { showError, showForm } from '../pages/show.ts';
import type { Registration } from '../registration/registrations.ts';
import { deepLinkingClaims, resourceLinkClaims, type LaunchFacts } from './claims.ts';
import { launchIdOf, type PendingLaunch } from './pendingLaunch.ts';

interface AuthorizationError {
  error: string;
  error_description?: string;
}

type Parameters = Record<string, string>;

function parametersOf(req: Request): Parameters {
  const source: unknown = req.method === 'POST' ? req.body : req.query;
  if (typeof source !== 'object' || source === null) return {};
  return Object.fromEntries(Object.entries(source).filter(([, value]) => typeof value === 'string'));
}

const needed = ['scope', 'response_type', 'client_id', 'redirect_uri', 'login_hint', 'lti_message_hint', 'nonce'];

/** Whether Moodle answers with its own error page: an error cannot be posted, or the address cannot be trusted. */
function isHopeless(given: Parameters, registration: Registration): boolean {
  return (
    needed.some((name) => !given[name]) ||
    given['scope'] !== 'openid' ||
    given['response_type'] !== 'id_token' ||
    !registration.redirectUris.includes(given['redirect_uri'] ?? '')
  );
}

/** The OAuth error posted to the tool (OpenID Connect Core 3.1.2.6), in Moodle's order of checks. */
function errorOf(given: Parameters, registration: Registration, person: Person): AuthorizationError | undefined {
  if (given['client_id'] !== registration.clientId) return { error: 'unauthorized_client' };
  if (given['login_hint'] !== person.id) return { error: 'access_denied' };
  if (given['response_mode'] !== 'form_post') {
    return { error: 'invalid_request', error_description: 'Invalid response_mode' };
  }
  if (given['prompt'] && given['prompt'] !== 'none') {
    return { error: 'invalid_request', error_description: 'Invalid prompt' };
  }
  return undefined;
}

/** The launch that a hint names: only its own session can take it, once. */
async function takeLaunch(core: Core, hint: string, session: string): Promise<PendingLaunch | undefined> {
  const id = launchIdOf(hint);
  if (id === undefined) return undefined;
  if ((await core.launches.look(id))?.session !== session) return undefined;
  return core.launches.take(id);
}

async function signedToken(core: Core, facts: LaunchFacts): Promise<string> {
  const { activity } = facts;
  const claims = await (activity ? resourceLinkClaims(core, { ...facts, activity }) : deepLinkingClaims(core, facts));
  const token = await core.keys.sign(core.misbehave.claims ? core.misbehave.claims(claims) : claims);
  return core.misbehave.token ? core.misbehave.token(token) : token;
}

async function answer(core: Core, given: Parameters, facts: Omit<LaunchFacts, 'nonce' | 'activity' | 'course'>) {
  const error = errorOf(given, facts.registration, facts.person);
  if (error) return { ...error };
  const activity = facts.launch.activity ? await core.activities.get(facts.launch.activity) : undefined;
  const course = await core.courses.get(activity?.course ?? originalCourse.id);
  if ((facts.launch.activity && !activity) || !course) return undefined;
  return { id_token: await signedToken(core, { ...facts, course, activity, nonce: given['nonce'] ?? '' }) };
}

/** The authorization endpoint of the OpenID Connect third-party login (1EdTech Security Framework 1.0, 5.1.1). */
export function authorizationEndpoint(core: Core): RequestHandler {
  return async (req, res) => {
    const given = parametersOf(req);
    const session = await readSession(core, req);
    const registration = await core.registrations.current();
    const person = session && personOf(session.person);
    const launch = session && (await takeLaunch(core, given['lti_message_hint'] ?? '', session.id));
    if (!registration || !person || !launch || isHopeless(given, registration)) {
      return showError(core, { req, res, status: 404, problem: 'invalidRequest' });
    }
    const fields = await answer(core, given, { launch, person, registration });
    if (!fields) return showError(core, { req, res, status: 404, problem: 'activityGone' });
    await showForm(core, {
      req,
      res,
      action: given['redirect_uri'] ?? '',
      fields: { ...fields, ...(given['state'] !== undefined && { state: given['state'] }) },
    });
  };
}
