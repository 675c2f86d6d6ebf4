import { backOff } from '../../util/backOff.ts';
import type { DeliveryOutcome } from '../../responses/report.ts';
import { FetchFailed, type FetchResponse } from '../publicFetch.ts';
import { LineItemInTheMaking } from './lineItems.ts';
import { LineItemRefused, MALFORMED } from './lineItemService.ts';
import { NoAccessToken } from './service.ts';

const SHORTEST = 30_000;
const LONGEST = 3_600_000;
/** A score is given up after this: the course is over, and an administrator has had time to see that it fails. */
const GIVE_UP = 30 * 24 * 3_600_000;

/** Milliseconds to wait after this many tries. */
export function pause(attempts: number, random: number): number {
  return backOff(attempts, { shortest: SHORTEST, longest: LONGEST }, random);
}

/** `Retry-After` in milliseconds (RFC 9110, 10.2.3: seconds or a date), at most a day; 0 if there is none. */
function retryAfter(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  const milliseconds = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(milliseconds) ? Math.min(Math.max(milliseconds, 0), 24 * 3_600_000) : 0;
}

/** What decides an outcome, besides the answer. */
export interface Trial {
  attempts: number;
  /** When it was put in the queue, in milliseconds since 1970. */
  since: number;
  now: number;
  random: number;
}

/** Retries, unless the score has been tried for so long that no one waits for it. */
export function later(cause: string, trial: Trial, wait = 0): DeliveryOutcome {
  return trial.now - trial.since > GIVE_UP
    ? { kind: 'stopped', cause: 'too-old' }
    : { kind: 'retry', at: trial.now + Math.max(wait, pause(trial.attempts, trial.random)), cause };
}

/**
 * Statuses that may be different on another try. Some platforms use a temporary redirect during maintenance. A 401
 * comes after a second token was tried, so someone must look at the registration.
 */
const passing = new Set([MALFORMED, 302, 303, 307, 401, 408, 425, 429]);

/** Canvas answers 403 when requests come too fast. */
function isThrottled({ status, text }: FetchResponse): boolean {
  return status === 403 && /rate limit/i.test(text);
}

interface Answer {
  response: FetchResponse;
  /** First part of the cause: which service answered. */
  service: 'http' | 'line-item';
}

function outcomeOfFailure({ response, service }: Answer, trial: Trial): DeliveryOutcome {
  const status = isThrottled(response) ? 429 : response.status;
  const cause = status === MALFORMED ? 'malformed' : `${service}-${status}`;
  const mayPass = status >= 500 || passing.has(status);
  if (!mayPass) return { kind: 'stopped', cause };
  return later(cause, trial, retryAfter(response.headers['retry-after'], trial.now));
}

/** What the answer to a score means (AGS 2.0, 3.4; Moodle's habits). */
export function outcomeOfResponse(response: FetchResponse, trial: Trial): DeliveryOutcome {
  const { status, text } = response;
  // The platform has this score or a newer one: nothing is lost, and sending it again would change nothing.
  if (status === 409) return { kind: 'delivered', cause: 'http-409' };
  const isSuccess = status >= 200 && status < 300;
  // A page in place of a service answer is a login or maintenance page: the score was not accepted.
  const isPage = text.trimStart().startsWith('<');
  if (isSuccess && !isPage) return { kind: 'delivered' };
  return outcomeOfFailure(
    { response: isSuccess ? { ...response, status: MALFORMED } : response, service: 'http' },
    trial,
  );
}

/** The HTTP status of an error thrown by ltijs's client, if there was an answer. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('response' in error)) return undefined;
  const { response } = error;
  if (response === null || typeof response !== 'object' || !('statusCode' in response)) return undefined;
  return typeof response.statusCode === 'number' ? response.statusCode : undefined;
}

/** What an error during delivery means. Everything is retried except what the platform itself refused. */
export function outcomeOfError(error: unknown, trial: Trial): DeliveryOutcome {
  if (error instanceof LineItemRefused) {
    // This conflict is not about the score: two columns were made at once, and the next search finds the other.
    const isConflict = error.response.status === 409;
    return isConflict
      ? later('line-item-busy', trial)
      : outcomeOfFailure({ response: error.response, service: 'line-item' }, trial);
  }
  if (error instanceof LineItemInTheMaking) return later('line-item-busy', trial);
  if (error instanceof NoAccessToken) {
    const status = statusOf(error.cause);
    return later(status === undefined || status < 300 ? 'token' : `token-${status}`, trial);
  }
  return later(error instanceof FetchFailed ? error.fault : 'unexpected', trial);
}

/** How long the platform asks us to wait, in milliseconds; 0 if it does not ask. */
export function restAskedFor(response: FetchResponse, now: number): number {
  const isTired = response.status === 429 || response.status === 503 || isThrottled(response);
  return isTired ? retryAfter(response.headers['retry-after'], now) : 0;
}
