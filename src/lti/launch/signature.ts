import jwt from 'jsonwebtoken';
import type { Clock } from '../../domain/clock.ts';
import { keyObjectOf, type PlatformKey } from '../platformKey.ts';
import { Refusal } from '../refusal.ts';
import { LEEWAY } from './token.ts';

interface Signed {
  token: string;
  key: PlatformKey;
  clock: Clock;
}

/**
 * Verifies a token with the key we have chosen, and returns its payload. ltijs verifies it again with the same key; our
 * check decides in the minute of leeway after a token's end, which ltijs does not allow (see provider.ts).
 * @throws {Refusal} `signature`, also for anything else that jsonwebtoken objects to.
 */
export function verifySignature({ token, key, clock }: Signed): Record<string, unknown> {
  try {
    const payload = jwt.verify(token, keyObjectOf(key), {
      algorithms: ['RS256'],
      clockTimestamp: clock() / 1000,
      clockTolerance: LEEWAY,
    });
    if (typeof payload === 'object') return payload;
  } catch (cause) {
    throw new Refusal('signature', { reason: 'not verified', cause });
  }
  throw new Refusal('token');
}
