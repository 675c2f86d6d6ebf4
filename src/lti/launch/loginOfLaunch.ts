import type { Request, Response } from 'express';
import type { Clock } from '../../domain/clock.ts';
import type { LoginCookies } from '../cookies.ts';
import { fieldOf } from '../fields.ts';
import { isOwnForm } from '../formRequest.ts';
import type { Transaction, Transactions } from '../login/transactions.ts';
import type { UsedLogins } from '../login/usedLogins.ts';
import { Refusal } from '../refusal.ts';
import type { Platforms } from '../platforms/platforms.ts';
import { rememberRestart, rememberSite } from '../wayOn.ts';

interface Deps {
  platforms: Pick<Platforms, 'get'>;
  toolUrl: string;
  transactions: Transactions;
  usedLogins: UsedLogins;
  cookies: LoginCookies;
  clock: Clock;
}

/** Form field for the browser's secret, filled in by our page that fetches it from the platform's storage. */
const SECRET = 'lti_secret';

/** What a launch's state leads to: its login, or a page that must first fetch the browser's secret. */
export type LoginOfLaunch = { kind: 'login'; transaction: Transaction } | { kind: 'fetch'; transaction: Transaction };

/** Far longer than any state we issue: some 300 characters, more if a platform's frame has a long name. */
const LONGEST = 4000;

function stateOf(request: Request): string {
  const state = fieldOf(request.body, 'state');
  if (state === '' || state.length > LONGEST) throw new Refusal('state-missing', { reason: 'no state' });
  // Part of the state becomes a cookie name.
  if (!/^[\w-]+$/.test(state)) throw new Refusal('state-used', { reason: 'no state of ours' });
  return state;
}

/**
 * The secret, taken only from a form that our own page sent. Otherwise an attacker could have someone else's browser
 * post the attacker's own launch together with its secret, and that person would write their answers into a stranger's
 * course.
 */
function fetchedSecret(request: Request, toolUrl: string): string {
  const secret = fieldOf(request.body, SECRET);
  if (secret !== '' && !isOwnForm(request, toolUrl)) throw new Refusal('state-missing', { reason: 'foreign form' });
  return secret;
}

function mustFetch(request: Request): boolean {
  return !Object.hasOwn(Object(request.body) as object, SECRET);
}

/**
 * The login that a launch names, if the launch comes from the same browser. Nothing is written yet, so a flood of false
 * launches cannot fill the store, and knowing the state of another person's login is not enough to end it.
 * @throws {Refusal}
 */
export async function findLogin(request: Request, deps: Deps): Promise<LoginOfLaunch> {
  const { transactions, cookies, toolUrl, clock } = deps;
  const transaction = transactions.open(stateOf(request));
  if (!transaction) throw new Refusal('state-used', { reason: 'no state of ours' });
  rememberRestart(request, transaction.restart);
  const platform = await deps.platforms.get(transaction.platform);
  if (platform) rememberSite(request, platform);
  if (transaction.expiresAt <= clock()) throw new Refusal('state-used', { reason: 'late' });
  const { state, storage } = transaction;
  if (storage !== '' && mustFetch(request)) return { kind: 'fetch', transaction };
  const secret = storage === '' ? cookies.binding(request, state) : fetchedSecret(request, toolUrl);
  if (!transactions.isSameBrowser(transaction, secret)) {
    // A launch clears its cookie, so a form that is sent a second time arrives without one.
    if (await deps.usedLogins.has(transaction)) throw new Refusal('state-used');
    throw new Refusal('state-missing', { reason: secret === '' ? 'no secret' : 'another browser' });
  }
  return { kind: 'login', transaction };
}

/** Ends a login whose launch has been verified. @throws {Refusal} if it has already ended */
export async function endLogin(response: Response, login: Transaction, deps: Deps): Promise<void> {
  const first = await deps.usedLogins.use(login);
  deps.cookies.clearBinding(response, login.state);
  if (!first) throw new Refusal('state-used');
}
