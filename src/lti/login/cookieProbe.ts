import type { Request, Response } from 'express';
import type { Clock } from '../../domain/clock.ts';
import type { LoginCookies, Where } from '../cookies.ts';
import { fieldOf } from '../fields.ts';
import { mayBeFramed } from '../framed.ts';
import type { Render } from '../options.ts';
import { Refusal } from '../refusal.ts';
import { type Button, newWindowButton } from './newWindow.ts';
import type { LoginParameters } from './parameters.ts';
import { createRestingLogins } from './restingLogin.ts';

/*
 * Does the browser keep our cookies in the course's frame? It must be known before the redirect to the platform, since
 * Moodle deletes its hint when it is used, and the only way to know without script is to set a cookie and come back.
 *
 * That round trip is spent only where it may be needed: in a frame (`Sec-Fetch-Dest`), or in a Safari too old to say,
 * and only until the cookie has once come back there; it is then remembered for half a year. A login at top level, every
 * later launch, and every program that is no browser goes straight to the platform.
 *
 * Meanwhile the login rests in the address, sealed. One that is too long for it is sent again by the browser itself.
 */

/** Says that the request came back from our own redirect; its value is the resting login, or this word: it is sent again. */
const RETURN = 'lti_return';
const SENT_AGAIN = 'again';
const NEW_WINDOW = 'lti_new_window';

interface Visit {
  request: Request;
  response: Response;
  parameters: LoginParameters;
}

export interface CookieProbe {
  /** The parameters of a login that came back by its address; else undefined. @throws {Refusal} where none rest in it. */
  returning(request: Request): LoginParameters | undefined;
  /**
   * How the login goes on. `cookie`: the browser keeps ours. `storage`: it does not, but the platform keeps values for
   * us. `answered`: the request has its answer, a redirect or a button.
   */
  decide(visit: Visit): Promise<'cookie' | 'storage' | 'answered'>;
  /** The button that begins this login anew in a window of its own. */
  instead(parameters: LoginParameters): Button;
}

interface Deps {
  toolSecret: string;
  clock: Clock;
  cookies: LoginCookies;
  render: Render;
  loginUrl: string;
}

export function createCookieProbe(deps: Deps): CookieProbe {
  const { cookies, loginUrl, render } = deps;
  const rest = createRestingLogins(deps);
  const wentToNewWindow = new WeakSet<Request>();

  const returning: CookieProbe['returning'] = (request) => {
    const resting = fieldOf(request.query, RETURN);
    if (resting === '' || resting === SENT_AGAIN) return undefined;
    const { parameters, newWindow } = rest.open(resting);
    if (newWindow) wentToNewWindow.add(request);
    return parameters;
  };

  const whereOf = (request: Request): Where =>
    wentToNewWindow.has(request) || fieldOf(request.body, NEW_WINDOW) !== '' ? 'window' : 'frame';

  const sendRound = ({ request, response, parameters }: Visit): void => {
    const resting = rest.seal({ parameters, newWindow: fieldOf(request.body, NEW_WINDOW) !== '' });
    cookies.setKeeps(response, whereOf(request));
    response.set('cache-control', 'no-store');
    if (resting === undefined) response.redirect(307, `${loginUrl}${queryToSendAgain(request)}`);
    else response.redirect(303, `${loginUrl}?${RETURN}=${resting}`);
  };

  const instead: CookieProbe['instead'] = ({ lti_storage_target: _frame, ...parameters }) => ({
    href: loginUrl,
    fields: { ...parameters, [NEW_WINDOW]: '1' },
  });

  /** The browser has come back without the cookie. */
  const withoutCookie = async ({ request, response, parameters }: Visit): Promise<'storage' | 'answered'> => {
    if (whereOf(request) === 'window') throw new Refusal('cookies-blocked');
    if (parameters.lti_storage_target !== undefined) return 'storage';
    await newWindowButton({ request, response, render }, instead(parameters));
    return 'answered';
  };

  const decide: CookieProbe['decide'] = async (visit) => {
    const { request } = visit;
    const keeps = cookies.keeps(request, whereOf(request));
    if (!keeps && fieldOf(request.query, RETURN) !== '') return withoutCookie(visit);
    if (keeps || !mayBeFramed(request)) return 'cookie';
    sendRound(visit);
    return 'answered';
  };

  return { returning, decide, instead };
}

/** With a 307 the browser sends the same form again, or asks for the same address, with this word beside it. */
function queryToSendAgain(request: Request): string {
  const address = new URL(request.url, 'http://any.invalid');
  address.searchParams.set(RETURN, SENT_AGAIN);
  return address.search;
}
