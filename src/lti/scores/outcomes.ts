import type { Outcome } from '../../domain/report.ts';
import { FetchFailed, type FetchResponse } from '../publicFetch.ts';
import { ServiceRefused } from './lineItems.ts';
import { NoAccessToken } from './service.ts';

const SHORTEST = 30_000;
const LONGEST = 6 * 3_600_000;
/** After this a score is given up: the course is over, and an administrator has had time to see that it fails. */
const GIVE_UP = 30 * 24 * 3_600_000;

/** Milliseconds to wait after so many tries: growing, capped, and spread so that not all come back at once. */
export const pause = (attempts: number, random: number): number =>
  Math.min(LONGEST, SHORTEST * 2 ** Math.min(attempts, 20)) * (0.75 + random / 2);

/** `Retry-After` in milliseconds (RFC 9110, 10.2.3: seconds or a date), at most a day. */
export const retryAfter = (header: string | undefined, now: number): number | undefined => {
  if (header === undefined) return undefined;
  const milliseconds = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(milliseconds) ? Math.min(Math.max(milliseconds, 0), 24 * 3_600_000) : undefined;
};

/** What an outcome is decided by, beside the answer. */
export interface Trial {
  attempts: number;
  /** When it was completed, in milliseconds. */
  completedAt: number;
  now: number;
  random: number;
}

/** Another try, unless the score has been tried for so long that no one waits for it. */
export const later = (cause: string, trial: Trial, wait = 0): Outcome =>
  trial.now - trial.completedAt > GIVE_UP
    ? { kind: 'stopped', cause: 'too-old' }
    : { kind: 'retry', at: trial.now + Math.max(wait, pause(trial.attempts, trial.random)), cause };

/** Statuses that another try may change. 401 has had its second token by now: someone must look at the registration. */
const passing = new Set([401, 408, 425, 429]);

/** What the answer to a score means (AGS 2.0, 3.4; Moodle's habits). */
export const outcomeOfResponse = (response: FetchResponse, trial: Trial): Outcome => {
  const { status, headers } = response;
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  // The platform has this score, or one that is newer: nothing is lost, and sending again would change nothing.
  if (status === 409) return { kind: 'delivered' };
  const cause = `http-${status}`;
  if (status >= 500 || passing.has(status)) return later(cause, trial, retryAfter(headers['retry-after'], trial.now));
  return { kind: 'stopped', cause };
};

/** The HTTP status of an error that ltijs's client threw, where there was an answer. */
const statusOf = (error: unknown): number | undefined => {
  if (!(error instanceof Error) || !('response' in error)) return undefined;
  const { response } = error;
  if (response === null || typeof response !== 'object' || !('statusCode' in response)) return undefined;
  return typeof response.statusCode === 'number' ? response.statusCode : undefined;
};

/** What an error on the way means. All may pass but what the platform itself refused. */
export const outcomeOfError = (error: unknown, trial: Trial): Outcome => {
  if (error instanceof ServiceRefused) {
    // A conflict or success there is none of the score's own.
    const { status } = error.response;
    return status === 409 ? later('http-409', trial) : outcomeOfResponse(error.response, trial);
  }
  if (error instanceof NoAccessToken) {
    const status = statusOf(error.cause);
    return later(status === undefined ? 'token' : `token-${status}`, trial);
  }
  return later(error instanceof FetchFailed ? error.fault : 'unexpected', trial);
};
