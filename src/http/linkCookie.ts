import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { parseCookie, stringifySetCookie } from 'cookie';

const HOUR = 3600;

export interface LinkCookie {
  read(req: Request): string;
  set(res: Response, session: string): void;
  clear(res: Response): void;
}

/**
 * The session cookie of a person who signed in by a one-time link: never in a frame, never sent from another site, and
 * on https bound to this very host. Only the store knows whether the session is still valid.
 */
export function linkCookie(toolUrl: string, plainName: string, lifetime = HOUR): LinkCookie {
  const secure = toolUrl.startsWith('https:');
  const name = secure ? `__Host-${plainName}` : plainName;
  const line = (value: string, maxAge: number): string =>
    stringifySetCookie({ name, value, maxAge, path: '/', httpOnly: true, sameSite: 'strict', secure });
  return {
    read: (req) => parseCookie(req.headers.cookie ?? '')[name] ?? '',
    set: (res, session) => void res.append('Set-Cookie', line(session, lifetime)),
    clear: (res) => void res.append('Set-Cookie', line('', 0)),
  };
}

/** The secret in every form of this session: derived from the session's secret, and revealing nothing about it. */
export function formSecret(session: string): string {
  return createHash('sha256').update(`operator form ${session}`).digest('base64url');
}
