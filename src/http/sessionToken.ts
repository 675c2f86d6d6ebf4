import { createHmac, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { roles, type Viewer } from '../domain/viewer.ts';

const claims = z.object({
  room: z.string(),
  person: z.string(),
  role: z.enum(roles),
  language: z.enum(['da', 'en']),
  session: z.string(),
  since: z.number(),
  from: z.number().optional(),
  returnUrl: z.string(),
  only: z.string().optional(),
  ownWindow: z.boolean().optional(),
  iat: z.number(),
});

/** What a cookie says; whether it still holds, the store says (`authority.ts`). */
export interface SessionToken {
  viewer: Viewer;
  issuedAt: number;
}

export function signSession(viewer: Viewer, { key, now, ends }: { key: KeyObject; now: number; ends: number }): string {
  const { csrf: _csrf, ...kept } = viewer;
  return jwt.sign({ ...kept, iat: seconds(now), exp: seconds(ends) }, key, { algorithm: 'HS256' });
}

/** Undefined where it is expired, altered or signed with another key: whichever it is, there is no session. */
export function readSession(token: string, key: KeyObject, now: number): SessionToken | undefined {
  try {
    const payload = jwt.verify(token, key, { algorithms: ['HS256'], clockTimestamp: seconds(now) });
    const parsed = claims.safeParse(payload);
    if (!parsed.success) return undefined;
    const { iat, ...viewer } = parsed.data;
    return { viewer: { ...viewer, csrf: formSecretOf(viewer, key) }, issuedAt: iat * 1000 };
  } catch {
    return undefined;
  }
}

/**
 * Derived from the person and the time from which their sessions hold, not from the session: the form in a first tab must
 * still be taken when the room is opened in a second. Once the sessions are ended, the forms of those are no good either.
 */
export function formSecretOf(
  { room, person, from = 0 }: Pick<Viewer, 'room' | 'person' | 'from'>,
  key: KeyObject,
): string {
  return createHmac('sha256', key)
    .update(JSON.stringify(['csrf', room, person, from]))
    .digest('base64url');
}

function seconds(ms: number) {
  return Math.floor(ms / 1000);
}
