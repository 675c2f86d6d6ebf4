import type { Request, Response } from 'express';
import type { LoginCookies } from '../cookies.ts';
import { fieldOf } from '../fields.ts';
import { isOwnForm } from '../formRequest.ts';
import { isSameBrowser, type Transaction, type Transactions } from '../login/transactions.ts';
import { Refusal } from '../refusal.ts';
import { rememberRestart } from '../wayOn.ts';

interface Needs {
  toolUrl: string;
  transactions: Transactions;
  cookies: LoginCookies;
}

/** Field of the browser's secret, where a page of ours has fetched it from the platform's keeping. */
const SECRET = 'lti_secret';

/** What a launch's state leads to: its login, or a page that must first fetch the browser's secret. */
export type LoginOfLaunch = { kind: 'login'; transaction: Transaction } | { kind: 'fetch'; transaction: Transaction };

const stateOf = (request: Request): string => {
  const state = fieldOf(request.body, 'state');
  if (state === '' || state.length > 200) throw new Refusal('state-missing', { reason: 'no state' });
  // What we never give cannot be found; and part of a state becomes the name of a cookie.
  if (!/^[\w-]+$/.test(state)) throw new Refusal('state-used', { reason: 'no state of ours' });
  return state;
};

/**
 * The secret from the form, and only from a form of ours: otherwise someone could have another's browser post a launch
 * of their own, secret and all, and that person would write their answers into a stranger's course.
 */
const fetchedSecret = (request: Request, toolUrl: string): string => {
  const secret = fieldOf(request.body, SECRET);
  if (secret !== '' && !isOwnForm(request, toolUrl)) throw new Refusal('state-missing', { reason: 'foreign form' });
  return secret;
};

const mustFetch = (request: Request): boolean => !Object.hasOwn(Object(request.body) as object, SECRET);

/**
 * Ends the login that a launch names: what is tried with a state, right or wrong, can be tried once. One whose secret
 * the platform keeps is left standing until the secret has been fetched.
 * @throws {Refusal}
 */
export const takeLogin = async (request: Request, response: Response, needs: Needs): Promise<LoginOfLaunch> => {
  const { transactions, cookies, toolUrl } = needs;
  const state = stateOf(request);
  const kept = cookies.binding(request, state);
  if (kept === '' && mustFetch(request)) {
    const waiting = await transactions.look(state);
    if (waiting && waiting.storage !== '') return { kind: 'fetch', transaction: waiting };
  }
  const transaction = await transactions.take(state);
  cookies.clearBinding(response, state);
  if (!transaction) throw new Refusal('state-used');
  rememberRestart(request, transaction.restart);
  const secret = transaction.storage === '' ? kept : fetchedSecret(request, toolUrl);
  if (secret === '') throw new Refusal('state-missing', { reason: 'no secret' });
  if (!isSameBrowser(transaction, secret)) throw new Refusal('state-missing', { reason: 'another browser' });
  return { kind: 'login', transaction };
};
