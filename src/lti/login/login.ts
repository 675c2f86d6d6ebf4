import type { CookieOptions, Request, Response } from 'express';
import type { LoginCookies } from '../cookies.ts';
import { currentRequest } from '../current.ts';
import { isFormOrNothing } from '../formRequest.ts';
import type { KeySets } from '../keySets.ts';
import type { Render } from '../options.ts';
import type { Platform } from '../platforms/record.ts';
import type { Platforms } from '../platforms/platforms.ts';
import { Refusal } from '../refusal.ts';
import { rememberSite } from '../wayOn.ts';
import type { Handler, Refuse } from '../refusalPage.ts';
import type { CookieProbe } from './cookieProbe.ts';
import { findPlatform } from './findPlatform.ts';
import { isOurs, type LoginParameters, readLogin } from './parameters.ts';
import { showDeposit } from './platformStorage.ts';
import { restartOf } from './restart.ts';
import { type Begun, digest, type Transactions } from './transactions.ts';
import { useHint } from './usedHints.ts';

interface Deps {
  toolUrl: string;
  launchUrl: string;
  platforms: Platforms;
  transactions: Transactions;
  cookies: LoginCookies;
  probe: CookieProbe;
  keySets: Pick<KeySets, 'lookAhead'>;
  render: Render;
  refuse: Refuse;
}

/**
 * The platform's login address with ltijs's parameters and ours. (ltijs escapes the `?` of an endpoint that has a
 * query.)
 */
function addressAt({ platform }: Visit, asked: URLSearchParams, ours: Record<string, string>): string {
  const url = new URL(platform.authEndpoint);
  for (const [name, value] of asked) url.searchParams.set(name, value);
  for (const [name, value] of Object.entries(ours)) url.searchParams.set(name, value);
  return url.toString();
}

/** Gives the browser its secret, and redirects it to the platform. */
async function sendOn(visit: Visit, begun: Begun & { next: string }, deps: Deps): Promise<void> {
  const { request, response, platform, parameters, storage } = visit;
  const { state, browserSecret: secret, next } = begun;
  response.set('cache-control', 'no-store');
  if (storage !== '') {
    const kept = { target: storage, authEndpoint: platform.authEndpoint, state, secret, next };
    return showDeposit(
      { request, response, render: deps.render },
      { ...kept, instead: deps.probe.instead(parameters) },
    );
  }
  deps.cookies.setBinding(response, state, secret);
  response.writeHead(302, { location: next }).end();
}

/**
 * Replaces ltijs's redirect: ltijs makes its nonce with `Math.random` and never compares it, and takes any redirect_uri
 * from the request. Ours has a state and a nonce that the launch is checked against.
 */
function bindRedirect(visit: Visit, deps: Deps): void {
  const { request, response, platform, parameters, storage } = visit;
  const begin = async (to: string): Promise<void> => {
    const asked = new URL(to).searchParams;
    const { target_link_uri: target, lti_deployment_id: deployment } = parameters;
    const begun = deps.transactions.begin({
      platform: platform.id,
      target: digest(target),
      deployment: deployment === undefined ? '' : digest(deployment),
      restart: restartOf(platform, parameters),
      storage,
    });
    const { state, nonce } = begun;
    const next = addressAt(visit, asked, { state, nonce, redirect_uri: deps.launchUrl });
    await sendOn(visit, { ...begun, next }, deps);
  };
  const toPlatform = (to: unknown): void => {
    begin(String(to)).catch((error: unknown) => deps.refuse(request, response, error));
  };
  Object.assign(response, { redirect: toPlatform });
}

/**
 * The address at which this launch must start again, because its hint has been used and its platform accepts each hint
 * only once; otherwise empty.
 */
function restartNeeded({ request, response, platform, parameters }: Visit, cookies: LoginCookies): string {
  const restart = restartOf(platform, parameters);
  if (restart === '') return '';
  const hint = { platform: platform.id, text: parameters.lti_message_hint ?? '' };
  return useHint({ request, response, cookies }, hint) ? '' : restart;
}

/** ltijs's own state cookie is not partitioned, so no frame would keep it; our cookie replaces it. */
function dropStateCookie(response: Response): void {
  const set = response.cookie.bind(response);
  const cookie = (name: string, value: string, options: CookieOptions): Response =>
    name.startsWith('state') ? response : set(name, value, options);
  Object.assign(response, { cookie });
}

interface Visit {
  request: Request;
  response: Response;
  platform: Platform;
  parameters: LoginParameters;
  /** The platform's frame that replaces cookies; empty if the browser keeps ours. */
  storage: string;
}

function checkForm(request: Request, response: Response): void {
  if (request.method !== 'GET' && request.method !== 'POST') {
    response.set('allow', 'GET, POST');
    throw new Refusal('launch-direct', { reason: 'method' });
  }
  if (!isFormOrNothing(request)) throw new Refusal('login-incomplete', { reason: 'content type' });
}

/** Runs before ltijs's login: checks the request, finds out about cookies, and binds the login to the browser. */
export function createLoginStep(deps: Deps): Handler {
  return async (request, response, next) => {
    checkForm(request, response);
    const parameters = deps.probe.returning(request) ?? readLogin(request.query, request.body);
    const [known] = await deps.platforms.ofIssuer(parameters.iss);
    if (known) rememberSite(request, known);
    if (!isOurs(parameters.target_link_uri, deps.toolUrl)) throw new Refusal('login-target');
    const platform = await findPlatform(deps.platforms, parameters);
    const way = await deps.probe.decide({ request, response, parameters });
    if (way === 'answered') return;

    deps.keySets.lookAhead(platform.jwksUri);
    const storage = way === 'storage' ? (parameters.lti_storage_target ?? '') : '';
    const visit = { request, response, platform, parameters, storage };
    const restart = restartNeeded(visit, deps.cookies);
    if (restart !== '') {
      response.set('cache-control', 'no-store').redirect(303, restart);
      return;
    }

    // ltijs sees only what we have read, and the registered redirect_uri.
    const { iss, login_hint, lti_message_hint } = parameters;
    const ours = { client_id: platform.clientId, target_link_uri: deps.launchUrl };
    request.body = { iss, login_hint, ...(lti_message_hint !== undefined && { lti_message_hint }), ...ours };
    request.query = {};
    dropStateCookie(response);
    bindRedirect(visit, deps);
    currentRequest.run({ platform }, next);
  };
}
