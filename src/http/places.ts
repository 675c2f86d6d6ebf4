import type { Request } from 'express';

/** A base for parsing when we only have a path; nobody can own this name. */
const NOWHERE = 'https://nowhere.invalid';

/** The path and query of an address if it is a page of this room; undefined if it leads anywhere else. */
export function placeInRoom(address: string, home: string): string | undefined {
  if (!address.startsWith('/') || !URL.canParse(address, NOWHERE)) return undefined;
  const { origin, pathname, search } = new URL(address, NOWHERE);
  return origin === NOWHERE && pathname.startsWith(home) ? pathname + search : undefined;
}

/** The page of this room that the person comes from, if the browser tells. */
export function cameFrom(req: Request, home: string): string | undefined {
  const referer = req.get('referer') ?? '';
  if (!URL.canParse(referer)) return undefined;
  const { host, pathname, search } = new URL(referer);
  return host === req.get('host') ? placeInRoom(pathname + search, home) : undefined;
}
