import type { Language } from '../../domain/viewer.ts';
import { fieldOf } from '../fields.ts';
import { languageOfLocale } from '../language.ts';
import { Refusal } from '../refusal.ts';
import { claim } from './claimNames.ts';

/** A decoded token; nothing in it can be trusted before its signature is verified. */
export interface UnverifiedToken {
  text: string;
  header: Record<string, unknown>;
  payload: Record<string, unknown>;
}

function part(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined || !/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function takeApart(text: string): UnverifiedToken | undefined {
  const parts = text.split('.');
  if (parts.length !== 3 || text.length > 90_000) return undefined;
  const [header, payload] = [part(parts[0]), part(parts[1])];
  return header && payload && { text, header, payload };
}

/** The language of the course from an unverified token: good enough for the wording of a refusal. */
export function languageOfToken(token: UnverifiedToken | undefined): Language | undefined {
  return languageOfLocale(fieldOf(token?.payload[claim.presentation], 'locale') || fieldOf(token?.payload, 'locale'));
}

/**
 * The id of the key that signed the token. `jku`, `x5u` and `jwk` are never read: only the platform's own keys count.
 * We know no critical extensions, so a token that requires one is refused (`crit`; RFC 7515, 4.1.11).
 */
export function keyIdOf({ header }: UnverifiedToken): string {
  if (fieldOf(header, 'alg') !== 'RS256') throw new Refusal('signature', { reason: 'alg' });
  if ('crit' in header) throw new Refusal('signature', { reason: 'crit' });
  const kid = fieldOf(header, 'kid');
  if (kid === '' || kid.length > 255) throw new Refusal('signature', { reason: 'kid' });
  return kid;
}

function isForUs({ payload }: UnverifiedToken, clientId: string): boolean {
  const { aud, azp } = payload;
  if (azp !== undefined && azp !== clientId) return false;
  // An additional audience would be a party we do not trust (OpenID Connect Core, 3.1.3.7, 3).
  return aud === clientId || (Array.isArray(aud) && aud.length > 0 && aud.every((one) => one === clientId));
}

/** Whose token it must be, and which login it must answer. */
interface Expected {
  issuer: string;
  clientId: string;
  nonce: string;
}

/** Checks that a token belongs to its login (1EdTech Security Framework 1.0, 5.1.3). */
export function checkBelongs(token: UnverifiedToken, { issuer, clientId, nonce }: Expected): void {
  if (token.payload['iss'] !== issuer) throw new Refusal('issuer');
  if (!isForUs(token, clientId)) throw new Refusal('audience');
  if (token.payload['nonce'] !== nonce) throw new Refusal('nonce');
}

/** Seconds by which two clocks may differ, either way. */
const LEEWAY = 60;
/**
 * Seconds. A platform signs its token when it sends the person back to us, so an older token has been held back by
 * someone.
 */
export const MAX_AGE = 300;

function faultOfTimes({ exp, iat, nbf }: Record<string, unknown>, now: number): string | undefined {
  if (typeof exp !== 'number' || exp <= now - LEEWAY) return 'exp';
  if (typeof iat !== 'number' || iat < now - MAX_AGE - LEEWAY) return 'iat';
  if (iat > now + LEEWAY) return 'iat in the future';
  if (nbf !== undefined && !(typeof nbf === 'number' && nbf <= now + LEEWAY)) return 'nbf';
  return undefined;
}

/**
 * Checks `exp` and `iat`: ltijs accepts a token without `exp`, and one from the future. The platform makes the token
 * after the login has begun, so a token from before that, or from the future, shows that the clocks differ; we cannot
 * tell which is right.
 */
export function checkTimes({ payload }: UnverifiedToken, { begunAt, now }: { begunAt: number; now: number }): void {
  const reason = faultOfTimes(payload, now / 1000);
  if (reason === undefined) return;
  const { iat } = payload;
  if (isTime(iat)) {
    const [ahead, behind] = [iat - now / 1000, begunAt / 1000 - iat];
    if (ahead > LEEWAY) throw differs('clock-ahead', ahead);
    if (behind > LEEWAY) throw differs('clock-behind', behind);
  }
  throw new Refusal('too-slow', { reason });
}

/** A running clock shows seconds since 1970 between these two; a value in milliseconds, for example, falls outside. */
const [OLDEST, NEWEST] = [1_500_000_000, 20_000_000_000];
function isTime(iat: unknown): iat is number {
  return typeof iat === 'number' && iat > OLDEST && iat < NEWEST;
}

function differs(code: 'clock-ahead' | 'clock-behind', seconds: number): Refusal {
  const about = seconds < 3600 ? `${Math.ceil(seconds / 60)} min` : `${Math.round(seconds / 360) / 10} h`;
  return new Refusal(code, { reason: about, names: [about] });
}
