import { parseCookie, stringifySetCookie, type SetCookie } from 'cookie';
import { needsPlainCookies } from '../util/webKit.ts';

/**
 * How the cookies of a room are set: for its path only, hidden from scripts, and available in the course's frame if
 * needed.
 */
export interface CookieKind {
  /** A whole `Set-Cookie` line for the browser with this user agent; an empty value removes the cookie. */
  set(cookie: Cookie, agent?: string): string;
  /** Every value that the browser sends under this name: a neighbouring site may have added one. */
  valuesOf(header: string | undefined, name: string): string[];
}

interface Cookie {
  name: string;
  value: string;
  path: string;
  /** Whether a page in another site's frame needs the cookie. */
  framed: boolean;
}

/**
 * On https the names have a prefix that browsers accept only over https; `__Host-` would not allow a cookie for one
 * room's path.
 */
export function cookieKind(toolUrl: string): CookieKind {
  const nameOf = (plain: string): string => (toolUrl.startsWith('https:') ? `__Secure-${plain}` : plain);
  return {
    set: ({ name, value, path, framed }, agent) =>
      stringifySetCookie({
        name: nameOf(name),
        value,
        path,
        httpOnly: true,
        ...attributesOf(framed, needsPlainCookies(toolUrl, agent)),
        ...(value === '' && { maxAge: 0 }),
      }),
    valuesOf: (header = '', name) =>
      header
        .split(';')
        .map((pair) => parseCookie(pair)[nameOf(name)])
        .filter((value) => value !== undefined),
  };
}

/** A plain cookie is never kept in another site's frame. */
function attributesOf(framed: boolean, plain: boolean): Partial<SetCookie> {
  if (plain) return ownPages;
  return { secure: true, ...(framed ? inFrames : ownPages) };
}

const inFrames = { sameSite: 'none', partitioned: true } as const satisfies Partial<SetCookie>;
const ownPages = { sameSite: 'lax' } as const satisfies Partial<SetCookie>;
