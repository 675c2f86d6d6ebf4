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

/** The contents of a cookie; the store decides whether the session is still valid (`authority.ts`). */
export interface SessionToken {
  viewer: Viewer;
  issuedAt: number;
}

export function signSession(viewer: Viewer, { key, now, ends }: { key: KeyObject; now: number; ends: number }): string {
  const { csrf: _csrf, ...kept } = viewer;
  return jwt.sign({ ...kept, iat: seconds(now), exp: seconds(ends) }, key, { algorithm: 'HS256' });
}

/** Undefined if the token is expired, altered or signed with another key: in each case there is no session. */
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
 * Derived from the person and the time since which their sessions are valid, not from the session itself: a form in a
 * first tab must still be accepted after the room was opened in a second. Once the sessions have been ended, their
 * forms are invalid too.
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
