import type { Request } from 'express';

/**
 * Whether a form was sent by another site's page. Browsers say so themselves, and no page can make them lie: by
 * `Sec-Fetch-Site`, older ones by `Origin` with every form. Where neither is there it was no browser's page.
 */
export const isForeign = (req: Request): boolean => senderOf(req) === 'another page';

/** Whether the browser says that a page of our own has sent it. */
export const isOurOwn = (req: Request): boolean => senderOf(req) === 'our page';

const senderOf = (req: Request): 'our page' | 'another page' | 'unknown' => {
  const [site, origin] = [req.get('sec-fetch-site'), req.get('origin')];
  if (site === 'none' || (site ?? origin) === undefined) return 'unknown';
  const isOurs = site === undefined ? hostOf(origin) === req.host : site === 'same-origin';
  return isOurs ? 'our page' : 'another page';
};

const hostOf = (origin = ''): string => (URL.canParse(origin) ? new URL(origin).host : '');
