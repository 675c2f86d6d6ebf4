import type { CookieOptions, Request, Response } from 'express';
import type { LoginCookies } from '../cookies.ts';
import { currentRequest } from '../current.ts';
import type { Platform } from '../platforms/record.ts';
import type { Platforms } from '../platforms/platforms.ts';
import { Refusal } from '../refusal.ts';
import type { Handler, Refuse } from '../refusalPage.ts';
import type { CookieProbe } from './cookieProbe.ts';
import { isOurs, type LoginParameters, readLogin } from './parameters.ts';
import type { Transactions } from './transactions.ts';

interface Needs {
  toolUrl: string;
  launchUrl: string;
  platforms: Platforms;
  transactions: Transactions;
  cookies: LoginCookies;
  probe: CookieProbe;
  refuse: Refuse;
}

/** The platform that asks. `client_id` is optional at login; without it the issuer must have one active registration. */
const findPlatform = async (platforms: Platforms, { iss, client_id }: LoginParameters): Promise<Platform> => {
  const found = client_id === undefined ? await platforms.ofIssuer(iss) : [await platforms.find(iss, client_id)];
  const known = found.filter((platform) => platform !== undefined);
  const active = known.filter(({ status }) => status === 'active');
  if (known.length === 0) throw new Refusal('platform-unknown');
  if (active.length > 1) throw new Refusal('platform-unknown', { reason: 'several clients and no client_id' });
  const [platform] = active;
  if (!platform) throw new Refusal('platform-inactive');
  return platform;
};

/**
 * Replaces ltijs's redirect: its nonce comes from `Math.random` and is never compared, and its redirect_uri is whatever
 * the request said. Ours notes the login first, so that the launch can be held against it.
 */
const bindRedirect = (visit: Visit, needs: Needs): void => {
  const { request, response, platform, parameters } = visit;
  const redirect = response.redirect.bind(response);
  const begin = async (to: string): Promise<void> => {
    const asked = new URL(to).searchParams;
    const state = asked.get('state') ?? '';
    // ltijs escapes the question mark of an endpoint that has a query of its own.
    const url = new URL(platform.authEndpoint);
    for (const [name, value] of asked) url.searchParams.set(name, value);
    const { nonce, browserSecret } = await needs.transactions.begin(state, {
      platform: platform.id,
      issuer: platform.issuer,
      clientId: platform.clientId,
      target: parameters.target_link_uri,
      deployment: parameters.lti_deployment_id ?? '',
    });
    url.searchParams.set('nonce', nonce);
    url.searchParams.set('redirect_uri', needs.launchUrl);
    needs.cookies.setBinding(response, state, browserSecret);
    response.set('cache-control', 'no-store');
    redirect(302, url.toString());
  };
  const toPlatform = (to: unknown): void => {
    begin(String(to)).catch((error: unknown) => needs.refuse(request, response, error));
  };
  Object.assign(response, { redirect: toPlatform });
};

/** ltijs's own state cookie is not partitioned, so no frame would keep it; ours stands in for it. */
const dropStateCookie = (response: Response): void => {
  const set = response.cookie.bind(response);
  const cookie = (name: string, value: string, options: CookieOptions): Response =>
    name.startsWith('state') ? response : set(name, value, options);
  Object.assign(response, { cookie });
};

interface Visit {
  request: Request;
  response: Response;
  platform: Platform;
  parameters: LoginParameters;
}

/** Runs before ltijs's login: checks what asks, finds out about cookies, and binds the login to the browser. */
export const createLoginStep =
  (needs: Needs): Handler =>
  async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'POST') throw new Refusal('not-found', { reason: 'method' });
    const parameters = (await needs.probe.returning(request)) ?? readLogin(request.query, request.body);
    if (!parameters) throw new Refusal('login-incomplete');
    if (!isOurs(parameters.target_link_uri, needs.toolUrl)) throw new Refusal('login-target');
    const platform = await findPlatform(needs.platforms, parameters);
    if (await needs.probe.intercepts({ request, response, parameters })) return;

    // ltijs sees only what we have read, and its redirect_uri is the registered one.
    const { iss, client_id: _given, target_link_uri: _target, ...rest } = parameters;
    request.body = { iss, ...rest, client_id: platform.clientId, target_link_uri: needs.launchUrl };
    request.query = {};
    dropStateCookie(response);
    bindRedirect({ request, response, platform, parameters }, needs);
    currentRequest.run({ platform }, next);
  };
