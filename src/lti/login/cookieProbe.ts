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
 * Finds out whether the browser keeps our cookies in the course's frame. We must know before the redirect to the
 * platform, since Moodle deletes its hint once it is used, and the only way to find out without a script is to set a
 * cookie and come back.
 *
 * We spend that round trip only where it may be needed: in a frame (`Sec-Fetch-Dest`), or in a Safari too old to say,
 * and only until the cookie has come back there once; that is then remembered for half a year. A login at top level,
 * every later launch, and any program that is not a browser go straight to the platform.
 *
 * Meanwhile the sealed login is carried in the address. If a login is too long for that, the browser itself sends it
 * again.
 */

/**
 * Marks a request that came back from our own redirect. The value is the sealed login, or a fixed word if the browser
 * sends the login again.
 */
const RETURN = 'lti_return';
const SENT_AGAIN = 'again';
const NEW_WINDOW = 'lti_new_window';

interface Visit {
  request: Request;
  response: Response;
  parameters: LoginParameters;
}

export interface CookieProbe {
  /**
   * The parameters of a login that came back in its address; undefined for other requests.
   * @throws {Refusal} if the address holds no valid login.
   */
  returning(request: Request): LoginParameters | undefined;
  /**
   * How the login continues. `cookie`: the browser keeps our cookies. `storage`: it does not, but the platform stores
   * values for us. `answered`: the request has been answered with a redirect or a button.
   */
  decide(visit: Visit): Promise<'cookie' | 'storage' | 'answered'>;
  /** The button that starts this login again in a window of its own. */
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

  /** Handles a browser that has come back without the cookie. */
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

/**
 * With a 307 the browser sends the same form, or requests the same address, again; the query then carries this mark.
 */
function queryToSendAgain(request: Request): string {
  const address = new URL(request.url, 'http://any.invalid');
  address.searchParams.set(RETURN, SENT_AGAIN);
  return address.search;
}
