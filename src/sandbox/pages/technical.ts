import type { RequestHandler } from 'express';
import { deployment } from '../addresses.ts';
import type { Core } from '../core.ts';
import { registrationAddress } from '../registration/registerWithTool.ts';
import { administrators, forPerson } from './guard.ts';
import { show, textFor } from './show.ts';

const shownRequests = 50;

async function registrationFacts(core: Core) {
  const registration = await core.registrations.current();
  if (!registration) return [];
  return [
    { name: 'client_id', value: registration.clientId },
    { name: 'deployment_id', value: deployment },
    { name: 'initiate_login_uri', value: registration.loginUrl },
    { name: 'redirect_uris', value: registration.redirectUris.join(' ') },
    { name: 'jwks_uri', value: registration.keySetUrl },
    { name: 'target_link_uri', value: registration.targetUrl },
    { name: 'scope', value: registration.scopes.join(' ') },
    { name: 'claims', value: registration.claims.join(' ') },
  ];
}

function platformFacts({ addresses }: Core) {
  return [
    { name: 'issuer', value: addresses.issuer },
    { name: 'openid_configuration', value: addresses.configuration },
    { name: 'authorization_endpoint', value: addresses.authorization },
    { name: 'token_endpoint', value: addresses.token },
    { name: 'jwks_uri', value: addresses.keys },
  ];
}

function timeOf(at: number): string {
  return new Date(at).toISOString().slice(11, 23);
}

/** For developers: what platform and tool know about each other, and what the tool has requested. */
export function technicalPage(core: Core): RequestHandler {
  return forPerson(core, administrators, async ({ req, res }) => {
    const { keys } = await core.keys.keySet();
    const model = {
      registration: await registrationFacts(core),
      platform: platformFacts(core),
      keys: keys.map((key) => key.kid),
      requests: core.requests
        .all()
        .slice(-shownRequests)
        .toReversed()
        .map((request) => ({ ...request, time: timeOf(request.at), answered: request.status > 0 })),
    };
    await show(core, { req, res, view: 'technical', title: textFor(req).technical.title, here: 'technical', model });
  });
}

/** Opens the tool's registration page in a frame, as Moodle does; the tool's close message ends it. */
export function registeringPage(core: Core): RequestHandler {
  return forPerson(core, administrators, async ({ req, res }) => {
    const model = { address: await registrationAddress(core), toolOrigin: new URL(core.toolUrl).origin };
    const title = textFor(req).technical.registering;
    await show(core, { req, res, view: 'registering', title, here: 'technical', model });
  });
}

export function rotateKey(core: Core): RequestHandler {
  return forPerson(core, administrators, async ({ res }) => {
    await core.keys.rotate();
    res.redirect(303, `${core.addresses.base}/teknik`);
  });
}
