import { expect } from 'chai';
import { load, type CheerioAPI } from 'cheerio';
import type { Launch } from '../../src/domain/launch.ts';
import { testApp } from '../support/testApp.ts';

type TestApp = Awaited<ReturnType<typeof testApp>>;

/** Fewer than one may open in a minute. */
const AT_ONCE = 100;

/** Pages of days and weeks of the calendar go on for ever; one of each kind is enough. */
function kindOf(path: string): string {
  return path.replaceAll(/\d{4}-\d{2}-\d{2}/g, 'date').replace(/#.*/, '');
}

interface Found {
  /** Every address that leads somewhere else, as it stands in the page. */
  links: string[];
  ids: Set<string>;
}

describe('every link on every page', function () {
  this.timeout(120_000);
  let app: TestApp;

  beforeEach(async () => (app = await testApp({ at: '2026-09-01T10:00:00+02:00' })));
  afterEach(() => app.close());

  /** Opens all that can be reached from the front page of the room, and says what is wrong. */
  async function faultsOf(change: Partial<Launch>): Promise<{ pages: number; faults: string[] }> {
    const { home, cookie } = await app.arrive(change);
    const pages = new Map<string, Found>();
    const faults: string[] = [];
    const seen = new Set<string>();

    const visit = async (path: string): Promise<string[]> => {
      const answer = await fetch(app.origin + path, { headers: { cookie } });
      const text = await answer.text();
      if (answer.status !== 200) faults.push(`${path}: ${answer.status}`);
      if (!answer.headers.get('content-type')?.includes('text/html')) return [];
      const found = readPage(load(text), answer.url);
      pages.set(path, found);
      return found.links.filter((link) => link.startsWith(app.origin)).map((link) => link.slice(app.origin.length));
    };

    const next = [`${home}/`];
    while (next.length > 0) {
      app.pass(60_000);
      const now = next.splice(0, AT_ONCE).filter((path) => !seen.has(kindOf(path)) && seen.add(kindOf(path)));
      next.push(...(await Promise.all(now.map(visit))).flat());
    }
    for (const [path, { links }] of pages)
      for (const link of links) {
        const { pathname, search, hash } = new URL(link);
        const target = pages.get(pathname + search);
        if (target && hash && !target.ids.has(decodeURIComponent(hash.slice(1)))) faults.push(`${path}: ${link}`);
      }
    return { pages: pages.size, faults };
  }

  const everyone = [
    { who: 'a participant', change: {}, least: 80 },
    { who: 'a participant who reads English', change: { language: 'en' }, least: 80 },
    { who: 'an instructor', change: { role: 'instructor' }, least: 80 },
    { who: 'an administrator', change: { role: 'administrator' }, least: 3 },
  ] as const;
  for (const { who, change, least } of everyone)
    it(`leads ${who} to a page, and to the place in it that it names`, async () => {
      const { pages, faults } = await faultsOf(change);
      expect(faults).to.deep.equal([]);
      expect(pages).to.be.above(least);
    });
});

function readPage($: CheerioAPI, address: string): Found {
  const links = $('a[href], img[src], script[src], link[href], video[src], track[src]')
    .toArray()
    .map((one) => new URL($(one).attr('href') ?? $(one).attr('src') ?? '', address).href);
  const ids = new Set(
    $('[id]')
      .toArray()
      .map((one) => $(one).attr('id') ?? ''),
  );
  return { links: links.filter((link) => !link.includes('/log-ud')), ids };
}
