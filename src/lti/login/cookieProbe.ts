import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Clock } from '../../domain/clock.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import type { LoginCookies, Where } from '../cookies.ts';
import { fieldOf } from '../fields.ts';
import { mayBeFramed } from '../framed.ts';
import type { Render } from '../options.ts';
import { Refusal } from '../refusal.ts';
import { type Button, newWindowButton } from './newWindow.ts';
import type { LoginParameters } from './parameters.ts';

/*
 * Does the browser keep our cookies in the course's frame? It must be known before the redirect to the platform, since
 * Moodle deletes its hint when it is used, and the only way to know without script is to set a cookie and come back.
 *
 * That round trip is spent only where it may be needed: in a frame (`Sec-Fetch-Dest`), or in a Safari too old to say,
 * and only until the cookie has once come back there; it is then remembered for half a year. A login at top level, every
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

/** The page with the button may be loaded again: by hand, by a script, by a phone that had put it away. */
const RESTS = 60 * 60_000;
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
  /**
   * How the login goes on. `cookie`: the browser keeps ours. `storage`: it does not, but the platform keeps values for
   * us. `answered`: the request has its answer, a redirect or a button.
   */
  decide(visit: Visit): Promise<'cookie' | 'storage' | 'answered'>;
  /** The button that begins this login anew in a window of its own. */
  instead(parameters: LoginParameters): Button;
  sweep(): Promise<number>;
}

interface Needs {
  store: Store;
  clock: Clock;
  cookies: LoginCookies;
  render: Render;
  loginUrl: string;
}

/** Logins that rest while the browser is sent round. */
const openRest = async ({ store, clock }: Pick<Needs, 'store' | 'clock'>) => {
  const rows = await store.collection(schema);
  const current = (rested: { doc: Resting } | undefined): Resting => {
    if (!rested || rested.doc.expiresAt <= clock()) throw new Refusal('login-incomplete', { reason: 'returned late' });
    return rested.doc;
  };
  return {
    /** Gives the id to come back with. */
    put: async (resting: Omit<Resting, 'expiresAt'>): Promise<string> => {
      const id = randomBytes(24).toString('base64url');
      await rows.insert(id, { ...resting, expiresAt: clock() + RESTS });
      return id;
    },
    look: async (id: string): Promise<Resting> => current(await rows.get(id.slice(0, 100))),
    /** Of any number of simultaneous requests one goes on. */
    take: async (id: string): Promise<Resting> => current(await rows.take(id.slice(0, 100))),
    sweep: () => rows.sweep(clock()),
  };
};

export const openCookieProbe = async (needs: Needs): Promise<CookieProbe> => {
  const { cookies, loginUrl, render } = needs;
  const rest = await openRest(needs);
  const wentToNewWindow = new WeakSet<Request>();

  const returning: CookieProbe['returning'] = async (request) => {
    const id = fieldOf(request.query, RETURN);
    if (id === '') return undefined;
    const { parameters, newWindow } = await rest.look(id);
    if (newWindow) wentToNewWindow.add(request);
    return parameters;
  };

  const whereOf = (request: Request): Where =>
    wentToNewWindow.has(request) || fieldOf(request.body, NEW_WINDOW) !== '' ? 'window' : 'frame';

  const sendRound = async ({ request, response, parameters }: Visit): Promise<void> => {
    const id = await rest.put({ parameters, newWindow: fieldOf(request.body, NEW_WINDOW) !== '' });
    cookies.setKeeps(response, whereOf(request));
    response.set('cache-control', 'no-store').redirect(303, `${loginUrl}?${RETURN}=${id}`);
  };

  const instead: CookieProbe['instead'] = ({ lti_storage_target: _frame, ...parameters }) => ({
    href: loginUrl,
    fields: { ...parameters, [NEW_WINDOW]: '1' },
  });

  /** The browser has come back without the cookie. */
  const withoutCookie = async ({ request, response, parameters }: Visit): Promise<'storage' | 'answered'> => {
    if (wentToNewWindow.has(request)) throw new Refusal('cookies-blocked');
    if (parameters.lti_storage_target !== undefined) return 'storage';
    await newWindowButton({ request, response, render }, instead(parameters));
    return 'answered';
  };

  const decide: CookieProbe['decide'] = async (visit) => {
    const { request } = visit;
    const id = fieldOf(request.query, RETURN);
    const keeps = cookies.keeps(request, whereOf(request));
    if (id !== '' && !keeps) return withoutCookie(visit);
    if (id !== '') await rest.take(id);
    if (keeps || !mayBeFramed(request)) return 'cookie';
    await sendRound(visit);
    return 'answered';
  };

  return { returning, decide, instead, sweep: rest.sweep };
};
