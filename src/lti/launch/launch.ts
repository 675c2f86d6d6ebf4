import type { Request, Response } from 'express';
import type { Clock } from '../../domain/clock.ts';
import type { LoginCookies } from '../cookies.ts';
import { currentRequest } from '../current.ts';
import { fieldOf } from '../fields.ts';
import { rememberLanguage } from '../language.ts';
import { type KeySets, KeysUnavailable, type PlatformKey } from '../keySets.ts';
import { isSameBrowser, type Transaction, type Transactions } from '../login/transactions.ts';
import type { LtiOptions } from '../options.ts';
import type { Platforms } from '../platforms/platforms.ts';
import type { Platform } from '../platforms/record.ts';
import { Refusal } from '../refusal.ts';
import type { Handler } from '../refusalPage.ts';
import { claim } from './claimNames.ts';
import { type Claims, readClaims } from './claims.ts';
import { checkBelongs, checkTimes, keyIdOf, languageOfToken, takeApart, type UnverifiedToken } from './token.ts';
import { toLaunch } from './toLaunch.ts';

interface Needs {
  platforms: Platforms;
  transactions: Transactions;
  cookies: LoginCookies;
  keySets: KeySets;
  clock: Clock;
  welcome: LtiOptions['welcome'];
}

/** A launch whose token ltijs is about to verify, or has verified. */
interface Pending {
  claims: Claims;
  platform: Platform;
}

export interface LaunchSteps {
  /** Runs before ltijs: everything that can be told without believing the token, and the choice of key. */
  before: Handler;
  /** Runs when ltijs has verified the signature: what changes anything, and the welcome. */
  verified: (request: Request, response: Response) => Promise<void>;
}

/** Ends the login: what is tried with a state, right or wrong, can be tried once. */
const takeTransaction = async (request: Request, response: Response, needs: Needs): Promise<Transaction> => {
  const state = fieldOf(request.body, 'state');
  if (state === '' || state.length > 200) throw new Refusal('state-missing', { reason: 'no state' });
  const browserSecret = needs.cookies.binding(request, state);
  const transaction = await needs.transactions.take(state);
  needs.cookies.clearBinding(response, state);
  if (!transaction) throw new Refusal('state-used');
  if (browserSecret === '') throw new Refusal('state-missing', { reason: 'no cookie' });
  if (!isSameBrowser(transaction, browserSecret)) throw new Refusal('state-missing', { reason: 'another browser' });
  return transaction;
};

const findActive = async (platforms: Platforms, id: string): Promise<Platform> => {
  const platform = await platforms.get(id);
  if (!platform) throw new Refusal('platform-unknown');
  if (platform.status !== 'active') throw new Refusal('platform-inactive');
  return platform;
};

const findKey = async (keySets: KeySets, platform: Platform, token: UnverifiedToken): Promise<PlatformKey> => {
  const kid = keyIdOf(token);
  const key = await keySets.find(platform.jwksUri, kid).catch((error: unknown) => {
    throw error instanceof KeysUnavailable ? new Refusal('keys-unavailable', { cause: error }) : error;
  });
  if (!key) throw new Refusal('signature', { reason: 'unknown key' });
  return key;
};

/** What the platform asks for; an answer to this very login, and an activity to open. */
const checkMessage = ({ payload }: UnverifiedToken, transaction: Transaction): void => {
  if (payload[claim.version] !== '1.3.0') throw new Refusal('version');
  if (payload[claim.messageType] === 'LtiDeepLinkingRequest') throw new Refusal('choosing');
  if (payload[claim.messageType] !== 'LtiResourceLinkRequest') throw new Refusal('message');
  if (payload[claim.target] !== transaction.target) throw new Refusal('target');
  const { deployment } = transaction;
  if (deployment !== '' && payload[claim.deployment] !== deployment) throw new Refusal('deployment-unknown');
};

export const createLaunchSteps = (needs: Needs): LaunchSteps => {
  const pending = new WeakMap<Request, Pending>();

  const before: Handler = async (request, response, next) => {
    if (request.method !== 'POST') throw new Refusal('launch-direct');
    const token = takeApart(fieldOf(request.body, 'id_token'));
    rememberLanguage(request, languageOfToken(token));
    const transaction = await takeTransaction(request, response, needs);
    if (fieldOf(request.body, 'error') !== '') throw new Refusal('platform-error');
    if (!token) throw new Refusal('token');
    checkBelongs(token, transaction);
    checkTimes(token, needs.clock);
    checkMessage(token, transaction);
    const claims = readClaims(token.payload);
    const platform = await findActive(needs.platforms, transaction.platform);
    const key = await findKey(needs.keySets, platform, token);
    pending.set(request, { claims, platform });

    const state = fieldOf(request.body, 'state');
    // Stands in for ltijs's own state cookie, which no frame would have kept.
    Object.assign(request.signedCookies as object, { [`state${state}`]: transaction.issuer });
    request.body = { id_token: fieldOf(request.body, 'id_token'), state };
    request.query = {};
    response.clearCookie = () => response;
    currentRequest.run({ platform, key }, next);
  };

  const verified = async (request: Request, response: Response): Promise<void> => {
    const launch = pending.get(request);
    if (!launch) throw new Refusal('launch-direct');
    const { claims, platform } = launch;
    const admitted = await needs.platforms.admitDeployment(platform, claims[claim.deployment]);
    if (!admitted) throw new Refusal('deployment-unknown');
    await needs.welcome(toLaunch(claims, platform.id), response);
  };

  return { before, verified };
};
