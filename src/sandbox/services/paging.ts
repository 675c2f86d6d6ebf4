import type { Response } from 'express';
import { queryNumber, type AnyRequest } from './refuse.ts';

/** One page of a list, by `limit` and `from`; without `limit`, everything from `from` on. */
export function pageOf<Item>(req: AnyRequest, items: readonly Item[]): { items: Item[]; nextFrom: number | undefined } {
  const limit = queryNumber(req, 'limit');
  const from = queryNumber(req, 'from');
  if (limit === 0) return { items: items.slice(from), nextFrom: undefined };
  const end = from + limit;
  return { items: items.slice(from, end), nextFrom: end < items.length ? end : undefined };
}

/**
 * Moodle's Link header for AGS: `&amp;` in the addresses and typographic quotes around the relation, so that a tool
 * that cannot read these fails. Node treats header values as Latin-1, hence the single bytes of the quotes.
 */
export function malformedLink(res: Response, address: string): void {
  const header = `<${address.replaceAll('&', '&amp;')}>; rel=“next”`;
  res.set('Link', Buffer.from(header, 'utf8').toString('latin1'));
}
