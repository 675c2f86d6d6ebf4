import type { Request, Response } from 'express';
import type { Clock } from '../../domain/clock.ts';
import type { Measures } from '../../domain/measures.ts';
import type { LoginCookies } from '../cookies.ts';
import { currentRequest } from '../current.ts';
import { createBeginSelection } from '../deepLinking/begin.ts';
import type { SelectionRecords } from '../deepLinking/records.ts';
import { fieldOf } from '../fields.ts';
import { isFormOrNothing, isOwnForm } from '../formRequest.ts';
import { rememberLanguage } from '../language.ts';
import type { KeySets } from '../keySets.ts';
import { newWindowButton } from '../login/newWindow.ts';
import { showWithdrawal } from '../login/platformStorage.ts';
import type { Transaction, Transactions } from '../login/transactions.ts';
import type { UsedLogins } from '../login/usedLogins.ts';
import type { LtiOptions } from '../options.ts';
import type { LearnFrames } from '../platforms/learnFrames.ts';
import type { Platforms } from '../platforms/platforms.ts';
import { Refusal } from '../refusal.ts';
import type { Handler } from '../refusalPage.ts';
import { claim } from './claimNames.ts';
import { endLogin, findLogin } from './loginOfLaunch.ts';
import type { LaunchTickets } from './tickets.ts';
import { languageOfToken, takeApart } from './token.ts';
import { toLaunch } from './toLaunch.ts';
import { type VerifiedToken, verifyToken } from './verifyToken.ts';

interface Deps extends Pick<LtiOptions, 'toolUrl' | 'welcome' | 'render' | 'allowPrivatePlatforms'> {
  launchUrl: string;
  platforms: Platforms;
  transactions: Transactions;
  usedLogins: UsedLogins;
  tickets: LaunchTickets;
  cookies: LoginCookies;
  keySets: KeySets;
  clock: Clock;
  selections: SelectionRecords;
  learnFrames: LearnFrames;
  measures: Measures;
}

/** A launch that we have verified, and that ltijs is about to verify again. */
interface Pending extends VerifiedToken {
  transaction: Transaction;
}

export interface LaunchSteps {
  /** Runs before ltijs: all checks, and the choice of the key. */
  before: Handler;
  /** Runs once ltijs has verified the token too: everything that changes state, and the welcome. */
  verified: (request: Request, response: Response) => Promise<void>;
}

const TICKET = 'lti_ticket';

function checkForm(request: Request, response: Response): void {
  if (request.method !== 'POST') {
    response.set('allow', 'POST');
    throw new Refusal('launch-direct');
  }
  if (!isFormOrNothing(request)) throw new Refusal('token', { reason: 'content type' });
}

/** Begins a session in the window that the button with a ticket opened. */
async function redeem(ticket: string, { request, response, deps }: Visit): Promise<void> {
  if (!isOwnForm(request, deps.toolUrl)) throw new Refusal('state-missing', { reason: 'foreign form' });
  const launch = await deps.tickets.take(ticket);
  if (!launch) throw new Refusal('state-used');
  await deps.welcome(launch, response);
}

interface Visit {
  request: Request;
  response: Response;
  deps: Deps;
}

/** Passes a request to ltijs with the fields it looks for, and nothing else from outside. */
function prepareForLtijs({ request, response }: Visit, { platform }: Pending): void {
  const state = fieldOf(request.body, 'state');
  // Replaces ltijs's own state cookie, which no frame would have kept.
  Object.assign(request.signedCookies as object, { [`state${state}`]: platform.issuer });
  request.body = { id_token: fieldOf(request.body, 'id_token'), state };
  request.query = {};
  response.clearCookie = () => response;
}

/** Shows a page that fetches the browser's secret from the platform's frame and then sends the launch again with it. */
async function fetchSecret({ request, response, deps }: Visit, transaction: Transaction): Promise<void> {
  const platform = await deps.platforms.get(transaction.platform);
  if (!platform) throw new Refusal('platform-unknown');
  const [idToken, state] = [fieldOf(request.body, 'id_token'), fieldOf(request.body, 'state')];
  const { authEndpoint } = platform;
  const withdrawal = { target: transaction.storage, authEndpoint, state, idToken, launchUrl: deps.launchUrl };
  await showWithdrawal({ request, response, render: deps.render }, withdrawal);
}

export function createLaunchSteps(deps: Deps): LaunchSteps {
  const pending = new WeakMap<Request, Pending>();
  const beginSelection = createBeginSelection(deps);

  const before: Handler = async (request, response, next) => {
    checkForm(request, response);
    const visit = { request, response, deps };
    const ticket = fieldOf(request.body, TICKET);
    if (ticket !== '') return redeem(ticket, visit);

    const token = takeApart(fieldOf(request.body, 'id_token'));
    rememberLanguage(request, languageOfToken(token));
    const login = await findLogin(request, deps);
    if (login.kind === 'fetch') return fetchSecret(visit, login.transaction);
    if (fieldOf(request.body, 'error') !== '') throw new Refusal('platform-error');
    const verifiedToken = await verifyToken(token, login.transaction, deps);
    await endLogin(response, login.transaction, deps);
    const launch = { ...verifiedToken, transaction: login.transaction };
    pending.set(request, launch);
    prepareForLtijs(visit, launch);
    currentRequest.run(verifiedToken, next);
  };

  const verified = async (request: Request, response: Response): Promise<void> => {
    const launch = pending.get(request);
    if (!launch) throw new Refusal('launch-direct');
    const { claims, platform, transaction } = launch;
    const admitted = await deps.platforms.admitDeployment(platform, claims[claim.deployment]);
    if (!admitted) throw new Refusal('deployment-unknown');
    await deps.learnFrames(platform, claims);
    const { restart, storage } = transaction;
    const reduced = { ...toLaunch(claims, platform.id), ...(restart !== '' && { restart }) };
    const begun = await beginSelection(reduced, claims);
    if (storage === '') return deps.welcome(begun, response);
    const fields = { [TICKET]: await deps.tickets.issue(begun) };
    await newWindowButton({ request, response, render: deps.render }, { href: deps.launchUrl, fields });
  };

  return { before, verified };
}
