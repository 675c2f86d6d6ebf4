import { parseCookie, stringifySetCookie } from 'cookie';
import type { Response } from 'express';
import { needsPlainCookies } from '../../util/webKit.ts';
import type { Addresses } from '../addresses.ts';
import type { AnyRequest } from '../services/refuse.ts';

export function readCookie(req: AnyRequest, name: string): string | undefined {
  return parseCookie(req.headers.cookie ?? '')[name];
}

/**
 * Sets a cookie of the sandbox. `SameSite=None`, as in Moodle on https: a tool may send a frame back to the
 * authorization endpoint from its own page, and a Lax cookie would not be sent then. None requires Secure; if the
 * browser keeps no secure cookie, Lax must do.
 */
export function writeCookie(res: Response, addresses: Addresses, cookie: { name: string; value: string }): void {
  const plain = needsPlainCookies(addresses.origin, res.req.headers['user-agent']);
  res.append(
    'Set-Cookie',
    stringifySetCookie({
      ...cookie,
      path: addresses.base || '/',
      httpOnly: true,
      maxAge: 7 * 24 * 60 * 60,
      secure: !plain,
      sameSite: plain ? 'lax' : 'none',
    }),
  );
}
