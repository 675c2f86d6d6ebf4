/** The next page of a list: its address, none, or a page that is named but unreadable for us. */
export type NextPage = { kind: 'at'; url: string } | { kind: 'none' } | { kind: 'unreadable' };

/** Whether a link's parameters mark the next page, with any kind of quotes: Moodle's are typographic. */
function namesNext(parameters: string): boolean {
  return [...parameters.matchAll(/\brel\s*=([^;,<]*)/gi)].some(([, relations = '']) =>
    relations
      .replaceAll(/[^\w\s-]/g, ' ')
      .trim()
      .toLowerCase()
      .split(/\s+/)
      .includes('next'),
  );
}

/**
 * Platforms behind a proxy that ends TLS write their own addresses with http; if we asked by https, we continue by
 * https.
 */
function asAsked(found: URL, asked: URL): URL {
  const isSameHost = found.hostname === asked.hostname && found.port === '';
  return isSameHost && found.protocol === 'http:' && asked.protocol === 'https:'
    ? new URL(`${found.pathname}${found.search}`, asked)
    : found;
}

/**
 * The next page (RFC 8288), if it is at the same place: our token is sent nowhere else. Moodle writes the link as HTML.
 */
export function nextPage(link: string | string[] | undefined, url: string): NextPage {
  const text = [link ?? []]
    .flat()
    .join(',')
    .replaceAll(/&(quot|apos|#3[49]);/g, '"')
    .replaceAll('&amp;', '&');
  const next = [...text.matchAll(/<([^<>]*)>([^<]*)/g)].find(([, , parameters]) => namesNext(parameters ?? ''));
  if (!next) return { kind: namesNext(text) ? 'unreadable' : 'none' };
  const address = next[1]?.trim() ?? '';
  if (address === '' || !URL.canParse(address, url)) return { kind: 'unreadable' };
  const asked = new URL(url);
  const found = asAsked(new URL(address, url), asked);
  return found.origin === asked.origin ? { kind: 'at', url: found.toString() } : { kind: 'unreadable' };
}

/** An address in a service, with a path added before its query, and with further parameters. */
export function serviceUrl(
  base: string,
  { path = '', query = {} }: { path?: string; query?: Record<string, string> },
): string {
  const url = new URL(base);
  url.pathname = url.pathname.replace(/\/+$/, '') + path;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.toString();
}

/** No platform has more; a platform that always names a next page must not keep us reading. */
const MOST_PAGES = 50;

/**
 * Reads page after page until there is no next one. Rejects as `read` does. `isWhole` is false if a named page was not
 * read: items missing from such a list may still exist.
 */
export async function readPages<Item>(
  first: string,
  read: (url: string) => Promise<{ items: Item[]; next: NextPage }>,
): Promise<{ items: Item[]; isWhole: boolean }> {
  const items: Item[] = [];
  const seen = new Set<string>();
  for (let url = first; seen.size < MOST_PAGES;) {
    seen.add(url);
    const page = await read(url);
    items.push(...page.items);
    if (page.next.kind !== 'at') return { items, isWhole: page.next.kind === 'none' };
    if (seen.has(page.next.url)) return { items, isWhole: true };
    url = page.next.url;
  }
  return { items, isWhole: false };
}
