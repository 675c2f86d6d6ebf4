import { parseCookie, stringifySetCookie } from 'cookie';
import type { Response } from 'express';
import type { Addresses } from '../addresses.ts';
import type { AnyRequest } from '../services/refuse.ts';

export const readCookie = (req: AnyRequest, name: string): string | undefined =>
  parseCookie(req.headers.cookie ?? '')[name];

const isTrustworthy = (origin: string): boolean => {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || hostname === 'localhost' || hostname.startsWith('127.');
};

/**
 * Sets a cookie of the sandbox. `SameSite=None`, as Moodle on https: a tool may send a frame back to the authorization
 * endpoint from a page of its own, and a Lax cookie does not go along then. None needs Secure, which browsers allow on
 * loopback without https; on any other http address Lax has to do.
 */
export const writeCookie = (res: Response, addresses: Addresses, cookie: { name: string; value: string }): void => {
  const trustworthy = isTrustworthy(addresses.origin);
  res.append(
    'Set-Cookie',
    stringifySetCookie({
      ...cookie,
      path: addresses.base || '/',
      httpOnly: true,
      maxAge: 7 * 24 * 60 * 60,
      secure: trustworthy,
      sameSite: trustworthy ? 'none' : 'lax',
    }),
  );
};
