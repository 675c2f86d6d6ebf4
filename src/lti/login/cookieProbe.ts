import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Clock } from '../../domain/clock.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import { texts } from '../../text/texts.ts';
import type { LoginCookies } from '../cookies.ts';
import { fieldOf } from '../fields.ts';
import { languageOfRequest } from '../language.ts';
import type { Render } from '../options.ts';
import { Refusal } from '../refusal.ts';
import { pageHeaders } from '../refusalPage.ts';
import type { LoginParameters } from './parameters.ts';

/*
 * Does the browser keep our cookies in the course's frame? It must be known before the redirect to the platform, since
 * Moodle deletes its hint when it is used, and the only way to know without script is to set a cookie and come back.
 *
 * That round trip is spent only where it may be needed: in a frame (`Sec-Fetch-Dest`), or in a Safari too old to say,
 * and only until the cookie has once come back; it is then remembered for half a year. A login at top level, every
 * later launch, and every program that is no browser goes straight to the platform.
 *
 * Meanwhile the parameters rest in the store rather than in the address, for they hold the platform's user id.
 */

interface Resting {
  parameters: LoginParameters;
  /** The person has gone on in a new window already: there is no second one to offer. */
  newWindow: boolean;
  expiresAt: number;
}

const schema: CollectionSchema<Resting, 'expiresAt'> = {
  name: 'lti_resting_logins',
  indexes: [['expiresAt']],
  encrypted: ['parameters'],
  expiry: 'expiresAt',
};

const RESTS = 5 * 60_000;
/** Says that the request came back from our own redirect; its value finds the resting parameters. */
const RETURN = 'lti_return';
const NEW_WINDOW = 'lti_new_window';

interface Visit {
  request: Request;
  response: Response;
  parameters: LoginParameters;
}

export interface CookieProbe {
  /** The parameters of a login that came back; undefined for a first request. @throws {Refusal} where none rest. */
  returning(request: Request): Promise<LoginParameters | undefined>;
  /** Answers the request (redirect or button) and gives true, or leaves it alone and gives false: cookies are kept. */
  intercepts(visit: Visit): Promise<boolean>;
  sweep(): Promise<number>;
}

const isOldSafari = (agent: string): boolean => /AppleWebKit/.test(agent) && !/Chrom(e|ium)|Edg|Android/.test(agent);

const mayLackCookies = (request: Request): boolean => {
  const destination = request.headers['sec-fetch-dest'];
  if (destination === undefined) return isOldSafari(request.headers['user-agent'] ?? '');
  return destination === 'iframe' || destination === 'frame';
};

interface Needs {
  store: Store;
  clock: Clock;
  cookies: LoginCookies;
  render: Render;
  loginUrl: string;
}

/** The button that goes on in a new window, where our cookies are at home. */
const offerNewWindow = async ({ request, response, parameters }: Visit, { render, loginUrl }: Needs): Promise<void> => {
  const language = languageOfRequest(request);
  const { title, explanation, advice, button } = texts[language].refusals.goOn;
  const fields = Object.entries({ ...parameters, [NEW_WINDOW]: '1' }).map(([name, value]) => ({
    name,
    value: value ?? '',
  }));
  const action = { href: loginUrl, method: 'post' as const, label: button, newWindow: true as const, fields };
  const html = await render('goOn', { language, title, explanation, advice, action });
  // The form ends up, by redirects, at the platform and wherever it logs people in: Chromium holds all against the CSP.
  response
    .status(200)
    .set(pageHeaders({ formAction: '*' }))
    .end(html);
};

export const openCookieProbe = async (needs: Needs): Promise<CookieProbe> => {
  const { store, clock, cookies, loginUrl } = needs;
  const rows = await store.collection(schema);
  const wentToNewWindow = new WeakSet<Request>();

  const sendRound = async ({ request, response, parameters }: Visit): Promise<void> => {
    const id = randomBytes(24).toString('base64url');
    const newWindow = fieldOf(request.body, NEW_WINDOW) !== '';
    await rows.insert(id, { parameters, newWindow, expiresAt: clock() + RESTS });
    cookies.setKeeps(response);
    response.set('cache-control', 'no-store').redirect(303, `${loginUrl}?${RETURN}=${id}`);
  };

  const returning: CookieProbe['returning'] = async (request) => {
    const id = fieldOf(request.query, RETURN);
    if (id === '') return undefined;
    const rested = await rows.take(id.slice(0, 100));
    if (!rested || rested.doc.expiresAt <= clock()) throw new Refusal('login-incomplete', { reason: 'returned late' });
    if (rested.doc.newWindow) wentToNewWindow.add(request);
    return rested.doc.parameters;
  };

  const intercepts: CookieProbe['intercepts'] = async (visit) => {
    const { request, response } = visit;
    if (cookies.keeps(request)) return false;
    if (fieldOf(request.query, RETURN) !== '') {
      if (wentToNewWindow.has(request)) throw new Refusal('cookies-blocked');
      await offerNewWindow(visit, needs);
      return true;
    }
    if (mayLackCookies(request)) {
      await sendRound(visit);
      return true;
    }
    cookies.setKeeps(response);
    return false;
  };

  return { returning, intercepts, sweep: () => rows.sweep(clock()) };
};
