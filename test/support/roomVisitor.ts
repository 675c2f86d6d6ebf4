import { load } from 'cheerio';
import type { Platform } from './platform/startPlatform.ts';
import type { Visit, WebClient } from './platform/webClient.ts';
import { wayOn } from './wayOn.ts';

/**
 * A session may make this many requests a minute (src/http/roomRouter.ts); before reaching the limit, this visitor
 * launches again.
 */
const MOST_REQUESTS = 250;

/** Someone in a course room who can look at all its pages, in as many sessions as needed. */
export async function roomVisitor(platform: Platform, person: string) {
  let client: WebClient | undefined;
  let home = '';
  let asked = 0;
  const session = async (): Promise<WebClient> => {
    if (client && asked < MOST_REQUESTS) return client;
    const launched = await platform.launch({ person, activity: 'modul-1-forberedelse', ...(client && { client }) });
    home = /^https?:\/\/[^/]+\/rum\/[^/]+\//.exec(launched.page.url)?.[0] ?? '';
    asked = 0;
    return (client = launched.client);
  };
  const counted = async (use: (client: WebClient) => Promise<Visit>): Promise<Visit> => {
    const visit = await use(await session());
    asked += 1;
    return visit;
  };
  await session();
  const get = async (url: string): Promise<Visit> => {
    const visit = await counted((each) => each.get(url));
    const location = visit.headers.get('location');
    return location ? get(new URL(location, url).href) : visit;
  };
  return {
    /** Address of the room's front page. */
    home,
    get,
    post: async (url: string, fields: [string, string][]): Promise<Visit> => {
      const visit = await counted((each) => each.post(url, fields, { origin: new URL(url).origin }));
      const location = visit.headers.get('location');
      return location ? get(new URL(location, url).href) : visit;
    },
  };
}

export type RoomVisitor = Awaited<ReturnType<typeof roomVisitor>>;

/** The common form of all addresses of one kind: `…/modul-N-forberedelse/trin/N`. */
export function makingOf(address: string): string {
  return new URL(address).pathname
    .replace(/^\/rum\/[^/]+/, '')
    .replace(/[\w-]{22}/g, 'ID')
    .replace(/\d[\d-]*/g, 'N');
}

/**
 * Every page of the room that links lead to, and the steps after the first of each activity.
 * @param alike how many pages of the same kind to look at: a diary has a page for every day of a year
 */
export async function everyPage(visitor: RoomVisitor, alike: number): Promise<Visit[]> {
  const pages = new Map<string, Visit>();
  const met = new Map<string, number>();
  const waiting = [visitor.home];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const count = (met.get(makingOf(address)) ?? 0) + 1;
    if (pages.has(address) || count > alike) continue;
    met.set(makingOf(address), count);
    const page = await openStep(visitor, address, pages);
    if (pages.has(page.url) || page.status !== 200 || !isPage(page)) continue;
    pages.set(page.url, page);
    waiting.push(...linksIn(page, visitor.home), ...stepsAfter(page));
  }
  return [...pages.values()];
}

/** A step may lead back until the previous one is answered; it then gets the simplest possible answers. */
async function openStep(visitor: RoomVisitor, address: string, seen: Map<string, Visit>): Promise<Visit> {
  const page = await visitor.get(address);
  const before = seen.get(page.url);
  if (!before || stepsAfter(before)[0] !== address) return page;
  await visitor.post(before.url, [...firstChoices(before), ['intent', 'next']]);
  return visitor.get(address);
}

/** The hidden fields of a page's form, and the first choice of each question. */
function firstChoices({ html }: Visit): [string, string][] {
  const $ = load(html);
  const chosen = new Map<string, [string, string]>();
  for (const field of $('form#activity input[name]').toArray()) {
    const { name = '', type, value = '' } = field.attribs;
    if (type === 'hidden') chosen.set(`${name}=${value}`, [name, value]);
    else if ((type === 'radio' || type === 'checkbox') && !chosen.has(name)) chosen.set(name, [name, value]);
  }
  return [...chosen.values()];
}

function isPage({ headers }: Visit): boolean {
  return (headers.get('content-type') ?? '').startsWith('text/html');
}

function linksIn({ html, url }: Visit, home: string): string[] {
  const $ = load(html);
  return $('a[href]')
    .toArray()
    .map((link) => new URL($(link).attr('href') ?? '', url).href.split('#')[0] ?? '')
    .filter((address) => address.startsWith(home));
}

/** Steps are connected by buttons, so no link leads to the next one. */
function stepsAfter({ url, html }: Visit): string[] {
  const [, before, number] = /^(.*\/trin\/)(\d+)$/.exec(url.split('?')[0] ?? '') ?? [];
  return before && number && load(html)(wayOn).length > 0 ? [`${before}${Number(number) + 1}`] : [];
}
