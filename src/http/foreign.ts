import type { Request } from 'express';

/**
 * Whether a form was sent by another site's page. Browsers say so themselves, and no page can make them lie: by
 * `Sec-Fetch-Site`, older ones by `Origin` with every form. Where neither is there it was no browser's page.
 */
export const isForeign = (req: Request): boolean => {
  const site = req.get('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = req.get('origin');
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== req.host);
};
