import type { Request, RequestHandler } from 'express';
import { deployment } from '../addresses.ts';
import type { Core } from '../core.ts';
import { mayTeach, personOf } from '../course/people.ts';
import { languageOf } from '../pages/language.ts';
import { readSession } from '../pages/session.ts';
import { showError, showForm } from '../pages/show.ts';
import { messageHint, type PendingLaunch } from './pendingLaunch.ts';
import { storageTarget } from './storage.ts';

async function begin(core: Core, launch: PendingLaunch, target: string): Promise<Record<string, string>> {
  const id = await core.launches.issue(launch);
  const registration = await core.registrations.current();
  return {
    iss: core.addresses.issuer,
    target_link_uri: target,
    login_hint: launch.person,
    lti_message_hint: messageHint(launch, id),
    client_id: registration?.clientId ?? '',
    lti_deployment_id: deployment,
    ...storageTarget(core.misbehave),
  };
}

/** Starts a launch: posts the third-party initiated login to the tool (1EdTech Security Framework 1.0, 5.1.1.1). */
export function startActivity(core: Core): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const session = await readSession(core, req);
    if (!session) return showError(core, { req, res, status: 403, problem: 'noPerson' });
    const registration = await core.registrations.current();
    if (!registration) return showError(core, { req, res, status: 503, problem: 'notRegistered' });
    const activity = await core.activities.get(req.params.id);
    if (!activity) return showError(core, { req, res, status: 404, problem: 'activityGone' });
    const launch: PendingLaunch = {
      session: session.id,
      person: session.person,
      activity: activity.id,
      target: wantsWindow(req) ? 'window' : 'iframe',
      language: languageOf(req),
    };
    const fields = await begin(core, launch, activity.url || registration.targetUrl);
    await showForm(core, { req, res, action: registration.loginUrl, fields });
  };
}

function wantsWindow(req: Request<{ id: string }>): boolean {
  return req.query['vindue'] === '1';
}

/** Starts a content selection (deep linking), for teachers. */
export function startSelection(core: Core): RequestHandler {
  return async (req, res) => {
    const session = await readSession(core, req);
    const person = session && personOf(session.person);
    if (!session || !person || !mayTeach(person)) {
      return showError(core, { req, res, status: 403, problem: 'notForYou' });
    }
    const registration = await core.registrations.current();
    if (!registration) return showError(core, { req, res, status: 503, problem: 'notRegistered' });
    const launch: PendingLaunch = {
      session: session.id,
      person: person.id,
      activity: '',
      target: 'iframe',
      language: languageOf(req),
    };
    const fields = await begin(core, launch, registration.deepLinkingUrl);
    await showForm(core, { req, res, action: registration.loginUrl, fields });
  };
}
