import { parseCookie, stringifySetCookie, type SetCookie } from 'cookie';
import { needsPlainCookies } from '../domain/webKit.ts';

/** How the cookies of a room are set: for its path alone, unseen by scripts, and kept in a course's frame where they must be. */
export interface CookieKind {
  /** A whole `Set-Cookie` line for the browser of this name; an empty value removes the cookie. */
  set(cookie: Cookie, agent?: string): string;
  /** Every value that the browser sends under this name: a neighbouring site may have set one more. */
  valuesOf(header: string | undefined, name: string): string[];
}

interface Cookie {
  name: string;
  value: string;
  path: string;
  /** Whether a page in another site's frame needs it. */
  framed: boolean;
}

/**
 * On https the names have the prefix with which a browser takes a cookie from https alone; `__Host-` would keep it from
 * being for one room's path.
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
