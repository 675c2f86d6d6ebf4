import { createSecretKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import type { ResponseKey } from '../responses/records.ts';

/** A form that was left open overnight can still be saved … */
const SAVES_MS = 24 * 60 * 60 * 1000;
/** … and can be shown back for as long as someone may come back to it. */
const SHOWS_SECONDS = 30 * 24 * 60 * 60;

const claims = z.object({
  room: z.string(),
  person: z.string(),
  activity: z.string(),
  purpose: z.literal('keep'),
  /** Absent in tokens from before this field existed. */
  at: z.number().optional(),
  iat: z.number(),
});

/**
 * Write-only tokens in forms. With one, a form that is sent after its session ended still saves the draft of the person
 * it was shown to. A token opens no page and completes nothing.
 */
export interface KeepTokens {
  issue(of: ResponseKey): string;
  /** Undefined if it is altered, older than 30 days or not a token at all. */
  read(token: unknown): KeptFor | undefined;
}

/** The draft that a form was made for. */
interface KeptFor extends ResponseKey {
  /** When its page was made, in milliseconds since 1970. */
  at: number;
  /** Whether it is young enough to be saved. */
  isFresh: boolean;
}

/** @param secret for this purpose only, derived from the tool's secret */
export function createKeepTokens(secret: Buffer, clock: Clock): KeepTokens {
  const key = createSecretKey(secret);
  return {
    issue: ({ room, person, activity }) =>
      jwt.sign({ room, person, activity, purpose: 'keep', at: clock(), iat: seconds(clock()) }, key, {
        algorithm: 'HS256',
        expiresIn: SHOWS_SECONDS,
      }),
    read: (token) => {
      if (typeof token !== 'string') return undefined;
      try {
        const verified = jwt.verify(token, key, {
          algorithms: ['HS256'],
          clockTimestamp: seconds(clock()),
        });
        const { room, person, activity, iat, at = iat * 1000 } = claims.parse(verified);
        return { room, person, activity, at, isFresh: clock() - at < SAVES_MS };
      } catch {
        return undefined;
      }
    },
  };
}

function seconds(ms: number) {
  return Math.floor(ms / 1000);
}
