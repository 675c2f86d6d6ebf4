import type { Request } from 'express';

/**
 * Whether another site's page sent a form. Browsers say so themselves, and no page can forge it: in `Sec-Fetch-Site`,
 * older ones in `Origin` with every form. Without either, no page in a browser sent it.
 */
export function isForeign(req: Request): boolean {
  return senderOf(req) === 'another page';
}

/** Whether the browser says that a page of our own sent it. */
export function isOurOwn(req: Request): boolean {
  return senderOf(req) === 'our page';
}

function senderOf(req: Request): 'our page' | 'another page' | 'unknown' {
  const [site, origin] = [req.get('sec-fetch-site'), req.get('origin')];
  if (site === 'none' || (site ?? origin) === undefined) return 'unknown';
  const isOurs = site === undefined ? hostOf(origin) === req.host : site === 'same-origin';
  return isOurs ? 'our page' : 'another page';
}

function hostOf(origin = ''): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
