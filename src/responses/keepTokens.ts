import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import type { ResponseKey } from './records.ts';

const LIFETIME_SECONDS = 30 * 24 * 60 * 60;

const claims = z.object({
  room: z.string(),
  person: z.string(),
  activity: z.string(),
  purpose: z.literal('keep'),
});

/**
 * Write-only tokens that a form carries: with one, a form that is sent after its session ended still saves the draft of
 * the person it was shown to. It opens no page and completes nothing.
 */
export interface KeepTokens {
  issue(of: ResponseKey): string;
  /** Whose draft the token may save; undefined where it is altered, older than 30 days or not a token at all. */
  verify(token: unknown): ResponseKey | undefined;
}

/** @param key of its own purpose, derived from the tool's secret. */
export const createKeepTokens = (key: Buffer, clock: Clock): KeepTokens => {
  const seconds = () => Math.floor(clock() / 1000);
  return {
    issue: ({ room, person, activity }) =>
      jwt.sign({ room, person, activity, purpose: 'keep', iat: seconds() }, key, {
        algorithm: 'HS256',
        expiresIn: LIFETIME_SECONDS,
      }),
    verify: (token) => {
      if (typeof token !== 'string') return undefined;
      try {
        const parsed = claims.safeParse(jwt.verify(token, key, { algorithms: ['HS256'], clockTimestamp: seconds() }));
        if (!parsed.success) return undefined;
        const { room, person, activity } = parsed.data;
        return { room, person, activity };
      } catch {
        return undefined;
      }
    },
  };
};
