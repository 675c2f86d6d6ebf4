import type { problems } from './da/problems.ts';
import type { refusals } from './da/refusals.ts';

/** A code of src/http/problem.ts or src/lti/refusal.ts. */
export type PageCode = keyof typeof problems | keyof (typeof refusals)['pages'];

/**
 * The number that an error page shows, because codes are English and numbers can be read out on the telephone. Logs and
 * interfaces use the code. A number is never reused for another code. docs/codes.md explains each.
 */
export const problemNumbers: Record<PageCode, number> = {
  'not-found': 11,
  'unknown-activity': 12,
  'session-ended': 13,
  'selection-over': 14,
  'cookies-refused': 15,
  'form-refused': 21,
  'too-large': 22,
  'too-much-kept': 23,
  'bad-request': 24,
  'too-many': 25,
  'store-away': 31,
  'store-unsure': 32,
  'page-away': 33,
  'reading-not-noted': 34,
  unexpected: 35,
  busy: 36,
  internal: 37,
  crowded: 38,
  'login-incomplete': 41,
  'launch-direct': 42,
  'state-missing': 43,
  'state-used': 44,
  'cookies-blocked': 45,
  'platform-error': 46,
  'too-slow': 47,
  nonce: 48,
  issuer: 49,
  'platform-unknown': 51,
  'platform-inactive': 52,
  'deployment-unknown': 53,
  'login-target': 54,
  target: 55,
  observer: 56,
  choosing: 57,
  anonymous: 58,
  token: 61,
  signature: 62,
  'keys-unavailable': 63,
  audience: 64,
  'clock-ahead': 65,
  'clock-behind': 66,
  claims: 67,
  version: 68,
  message: 69,
  'resource-link': 70,
  'registration-closed': 81,
  'registration-invite': 82,
  'registration-address': 83,
  'registration-issuer': 84,
  'registration-platform': 85,
  'registration-incomplete': 86,
};
