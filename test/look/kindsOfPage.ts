import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import type { startAppAndPlatform } from '../support/app.ts';
import { newPage } from '../support/browser.ts';
import { people } from '../support/platform/startPlatform.ts';
import { startScales } from './weight.ts';

interface LookedAt {
  /** Names it in what the tests say. */
  name: string;
  /** Below the room; from the tool's address where it begins with a slash. */
  path: string;
  /** Of a page that tells a date or a time, so that no two pictures are alike; or of another page of a kind. */
  hasNoPicture?: true;
  /** Of a page that refuses. */
  isRefusal?: true;
}

/** One page of each kind, by the person who sees it, in a room where nobody has done anything yet. */
const everyKindOfPage: { person: string; pages: LookedAt[] }[] = [
  {
    person: people.mette,
    pages: [
      { name: 'min-uge', path: '' },
      { name: 'forberedelse-video', path: 'aktivitet/modul-1-forberedelse/trin/1', hasNoPicture: true },
      { name: 'forberedelse-tekst', path: 'aktivitet/modul-1-forberedelse/trin/2' },
      { name: 'forberedelse-spoergsmaal', path: 'aktivitet/modul-1-forberedelse/trin/3', hasNoPicture: true },
      { name: 'forberedelse-tabel', path: 'aktivitet/modul-5-forberedelse/trin/2' },
      { name: 'medkursister', path: 'aktivitet/modul-1-medkursister/trin/1' },
      { name: 'medkursister-sidst', path: 'aktivitet/modul-8-medkursister/trin/1', hasNoPicture: true },
      { name: 'handleplan', path: 'aktivitet/modul-1-handleplan/trin/begynd', hasNoPicture: true },
      { name: 'spoergeskema', path: 'aktivitet/spoergeskema-foer' },
      { name: 'alle-planer', path: 'handleplaner' },
      { name: 'vaerktoejskasse', path: 'vaerktoejskasse' },
      { name: 'vaerktoej', path: 'vaerktoejskasse/soevn' },
      { name: 'humoerdagbog', path: 'humoerdagbog', hasNoPicture: true },
      { name: 'symptomcirkel', path: 'symptomcirkel' },
      { name: 'symptomcirkel-trin', path: 'symptomcirkel/ny' },
      { name: 'tag-med', path: 'tag-med' },
      { name: 'vil-du-mere', path: 'vil-du-mere/modul-1', hasNoPicture: true },
      { name: 'paamindelser', path: 'paamindelser' },
      { name: 'mit-link', path: 'mit-link', hasNoPicture: true },
      { name: 'hvem-har-laest', path: 'hvem-har-laest' },
      { name: 'uge-tilbageblik', path: 'uge/1/tilbageblik', hasNoPicture: true },
      { name: 'tilbageblik', path: 'tilbageblik', hasNoPicture: true },
      { name: 'mine-data', path: 'mine-data', hasNoPicture: true },
      { name: 'findes-ikke', path: 'findes-ikke', isRefusal: true },
      { name: 'tilgaengelighed', path: '/tilgaengelighed' },
      { name: 'ingen-side', path: '/findes-ikke', isRefusal: true },
      { name: 'ingen-session', path: '/rum/AAAAAAAAAAAAAAAAAAAAAA/', isRefusal: true },
    ],
  },
  {
    person: people.instructor,
    pages: [
      { name: 'holdets-uge', path: '' },
      { name: 'forbered-webinar', path: 'webinar/modul-1', hasNoPicture: true },
      { name: 'koereplan', path: 'webinar/modul-1/koereplan', hasNoPicture: true },
      { name: 'svar', path: 'aktivitet/modul-1-forberedelse' },
      { name: 'fremmoede', path: 'fremmoede' },
      { name: 'hele-holdet', path: 'hold', hasNoPicture: true },
      { name: 'evaluering', path: 'evaluering' },
      { name: 'hilsen', path: 'hilsen', hasNoPicture: true },
    ],
  },
  {
    person: people.administrator,
    pages: [
      { name: 'rummets-drift', path: '' },
      { name: 'personer', path: 'personer', hasNoPicture: true },
    ],
  },
];

/** Of editors, who come by a link and see no room. */
const editorsPages: LookedAt[] = [
  { name: 'redaktion', path: '/redaktion' },
  { name: 'redaktion-fil', path: '/redaktion/fil?sti=da/svaere-stunder.md', hasNoPicture: true },
  { name: 'redaktion-udgaver', path: '/redaktion/versioner', hasNoPicture: true },
];

export interface Visit {
  page: Page;
  at: LookedAt;
  isOfParticipant: boolean;
  /** What it took over the wire, in bytes. */
  weight: () => Promise<number>;
}

/** Opens each of them once, one after the other, in a window as wide as a phone. */
export async function visitEach(
  { app, platform }: Awaited<ReturnType<typeof startAppAndPlatform>>,
  browser: Browser,
  visit: (given: Visit) => Promise<void>,
): Promise<void> {
  for (const { person, pages } of everyKindOfPage) {
    const { client, page: launched } = await platform.launch({ person, activity: 'Min uge', window: true });
    const home = /^.*\/rum\/[^/]+\//.exec(launched.url)?.[0] ?? '';
    const page = await newPage(browser, { width: 390 });
    const cookies = Object.entries(client.cookiesFor(home)).map(([name, value]) => ({ name, value, url: home }));
    await page.context().addCookies(cookies);
    await visitPages(page, { pages, addressOf: (path) => (path.startsWith('/') ? app.url : home) + path }, (given) =>
      visit({ ...given, isOfParticipant: person === people.mette }),
    );
  }
  const page = await newPage(browser, { width: 390 });
  await page.goto(await app.deps.editors.link());
  await page.getByRole('button', { name: 'Gå ind' }).click();
  await visitPages(page, { pages: editorsPages, addressOf: (path) => app.url + path }, (given) =>
    visit({ ...given, isOfParticipant: false }),
  );
}

async function visitPages(
  page: Page,
  { pages, addressOf }: { pages: LookedAt[]; addressOf: (path: string) => string },
  visit: (given: Omit<Visit, 'isOfParticipant'>) => Promise<void>,
): Promise<void> {
  const { empty, weight } = await startScales(page);
  for (const at of pages) {
    empty();
    await page.setViewportSize({ width: 390, height: 900 });
    const answer = await page.goto(addressOf(at.path));
    expect(answer?.ok(), at.path).to.equal(!at.isRefusal);
    await visit({ page, at, weight });
  }
  await page.context().close();
}
