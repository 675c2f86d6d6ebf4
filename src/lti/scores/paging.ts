/** The next page (RFC 8288), if it is at the same place: our token goes nowhere else. Moodle writes `&` as HTML. */
export const nextPage = (link: string | string[] | undefined, url: string): string | undefined => {
  const text = Array.isArray(link) ? link.join(',') : (link ?? '');
  const next = [...text.matchAll(/<([^>]*)>([^<]*)/g)].find(([, , parameters]) =>
    /\brel\s*=\W*next\b/i.test(parameters ?? ''),
  );
  const address = next?.[1]?.replaceAll('&amp;', '&');
  if (address === undefined || !URL.canParse(address, url)) return undefined;
  const found = new URL(address, url);
  return found.origin === new URL(url).origin ? found.toString() : undefined;
};

/** An address in a service, with a path added before its query and parameters added to it. */
export const serviceUrl = (
  base: string,
  { path = '', query = {} }: { path?: string; query?: Record<string, string> },
): string => {
  const url = new URL(base);
  url.pathname = url.pathname.replace(/\/+$/, '') + path;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.toString();
};

/** No platform has more; one that always names a next page must not keep us reading. */
const MOST_PAGES = 50;

/** Reads page after page until there is no next one. Rejects as `read` does. */
export const readPages = async <Item>(
  first: string,
  read: (url: string) => Promise<{ items: Item[]; next: string | undefined }>,
): Promise<Item[]> => {
  const items: Item[] = [];
  const seen = new Set<string>();
  for (let url: string | undefined = first; url !== undefined && !seen.has(url) && seen.size < MOST_PAGES;) {
    seen.add(url);
    const page = await read(url);
    items.push(...page.items);
    url = page.next;
  }
  return items;
};
