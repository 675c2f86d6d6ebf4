import type { Text } from '../text/texts.ts';

/** Stable codes: they appear in the log and on the page, and tests and support refer to them. */
export type RefusalCode = keyof Text['refusals']['pages'];
type Advice = keyof Text['refusals']['advice'];

interface RefusalResponse {
  /** HTTP status; 4xx unless we or the platform failed. */
  status: number;
  advice: Advice;
}

/** Every way in which a request to `/lti/…` can be refused. */
export const refusalResponses: Record<RefusalCode, RefusalResponse> = {
  'login-incomplete': { status: 400, advice: 'again' },
  'login-target': { status: 400, advice: 'helper' },
  'platform-unknown': { status: 403, advice: 'helper' },
  'platform-inactive': { status: 403, advice: 'helper' },
  'platform-error': { status: 400, advice: 'again' },
  'cookies-blocked': { status: 400, advice: 'cookies' },
  'launch-direct': { status: 405, advice: 'again' },
  'state-missing': { status: 400, advice: 'cookies' },
  'state-used': { status: 400, advice: 'again' },
  token: { status: 400, advice: 'again' },
  signature: { status: 401, advice: 'helper' },
  'keys-unavailable': { status: 503, advice: 'later' },
  issuer: { status: 401, advice: 'again' },
  audience: { status: 401, advice: 'helper' },
  nonce: { status: 401, advice: 'again' },
  'clock-ahead': { status: 401, advice: 'helper' },
  'clock-behind': { status: 401, advice: 'helper' },
  'too-slow': { status: 401, advice: 'again' },
  claims: { status: 400, advice: 'helper' },
  version: { status: 400, advice: 'helper' },
  message: { status: 400, advice: 'helper' },
  choosing: { status: 403, advice: 'again' },
  observer: { status: 403, advice: 'helper' },
  target: { status: 401, advice: 'helper' },
  'deployment-unknown': { status: 403, advice: 'helper' },
  anonymous: { status: 400, advice: 'again' },
  'resource-link': { status: 400, advice: 'helper' },
  busy: { status: 429, advice: 'later' },
  /** Said before anything of the request is read: src/lti/crowded.ts. */
  crowded: { status: 503, advice: 'later' },
  'too-large': { status: 413, advice: 'helper' },
  'not-found': { status: 404, advice: 'again' },
  'store-away': { status: 503, advice: 'later' },
  internal: { status: 500, advice: 'later' },
  'registration-closed': { status: 403, advice: 'administrator' },
  'registration-invite': { status: 403, advice: 'administrator' },
  'registration-address': { status: 400, advice: 'administrator' },
  'registration-issuer': { status: 400, advice: 'administrator' },
  'registration-platform': { status: 400, advice: 'administrator' },
  'registration-incomplete': { status: 400, advice: 'administrator' },
};

/** What else may be told about a refusal. */
export interface RefusalDetail {
  /** A short fixed word for the log, such as the name of the wrong claim. Never a value from outside. */
  reason?: string;
  /** What is missing or wrong, by the standard's own names; shown on the page. Never a value from outside. */
  names?: readonly string[];
  cause?: unknown;
}

/** A request is refused; carries what the person's page needs. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly reason: string;
  readonly names: readonly string[];
  constructor(code: RefusalCode, { reason = '', names = [], cause }: RefusalDetail = {}) {
    super(reason === '' ? code : `${code}: ${reason}`, { cause });
    this.name = 'Refusal';
    this.code = code;
    this.reason = reason;
    this.names = names;
  }
}
