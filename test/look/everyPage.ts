import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { newPage } from '../support/browser.ts';
import type { Product } from '../support/product.ts';
import { enterAs, openInWindow } from '../journeys/support/courseRoom.ts';

export interface LookedAt {
  /** Names it in what the tests say. */
  name: string;
  /** Below the room; from the product's address where it begins with a slash. */
  path: string;
  /** Whether it tells a date or a time, so that no two pictures of it are alike. */
  tellsTime?: true;
  /** Of a page that refuses. */
  isRefusal?: true;
}

/** One page of each kind, by the person who sees it, in a room where nobody has done anything yet. */
const everyKindOfPage: { person: RegExp; pages: LookedAt[] }[] = [
  {
    person: /Mette Holm/,
    pages: [
      { name: 'min-uge', path: '' },
      { name: 'forberedelse-video', path: 'aktivitet/modul-1-forberedelse/trin/1', tellsTime: true },
      { name: 'forberedelse-tekst', path: 'aktivitet/modul-1-forberedelse/trin/2' },
      { name: 'forberedelse-tabel', path: 'aktivitet/modul-1-forberedelse/trin/5' },
      { name: 'medkursister', path: 'aktivitet/modul-1-medkursister/trin/1' },
      { name: 'handleplan', path: 'aktivitet/modul-1-handleplan/trin/begynd', tellsTime: true },
      { name: 'spoergeskema', path: 'aktivitet/spoergeskema-foer' },
      { name: 'alle-planer', path: 'handleplaner' },
      { name: 'vaerktoejskasse', path: 'vaerktoejskasse' },
      { name: 'vaerktoej', path: 'vaerktoejskasse/soevn' },
      { name: 'humoerdagbog', path: 'humoerdagbog', tellsTime: true },
      { name: 'symptomcirkel', path: 'symptomcirkel' },
      { name: 'symptomcirkel-trin', path: 'symptomcirkel/ny' },
      { name: 'tag-med', path: 'tag-med' },
      { name: 'paamindelser', path: 'paamindelser' },
      { name: 'hvem-har-laest', path: 'hvem-har-laest' },
      { name: 'uge-tilbageblik', path: 'uge/1/tilbageblik', tellsTime: true },
      { name: 'tilbageblik', path: 'tilbageblik', tellsTime: true },
      { name: 'mine-data', path: 'mine-data', tellsTime: true },
      { name: 'findes-ikke', path: 'findes-ikke', isRefusal: true },
      { name: 'tilgaengelighed', path: '/tilgaengelighed' },
      { name: 'ingen-side', path: '/findes-ikke', isRefusal: true },
      { name: 'ingen-session', path: '/rum/AAAAAAAAAAAAAAAAAAAAAA/', isRefusal: true },
    ],
  },
  {
    person: /Ulla Brandt/,
    pages: [
      { name: 'holdets-uge', path: '' },
      { name: 'forbered-webinar', path: 'webinar/modul-1', tellsTime: true },
      { name: 'svar', path: 'aktivitet/modul-1-forberedelse' },
      { name: 'hele-holdet', path: 'hold', tellsTime: true },
      { name: 'evaluering', path: 'evaluering' },
      { name: 'hilsen', path: 'hilsen', tellsTime: true },
    ],
  },
  { person: /Søren Krogh/, pages: [{ name: 'rummets-drift', path: '' }] },
];

/** Opens each of them at this width, one after the other. */
export async function lookAtEach(
  { product, browser, width }: { product: Product; browser: Browser; width: number },
  look: (page: Page, at: LookedAt) => Promise<void>,
): Promise<void> {
  for (const { person, pages } of everyKindOfPage) {
    const course = await newPage(browser, { width });
    await enterAs(course, product, person);
    const page = await openInWindow(course, 'Min uge');
    await page.waitForURL(/\/rum\//);
    const home = page.url().replace(/(\/rum\/[^/]+\/).*$/, '$1');
    for (const at of pages) {
      const answer = await page.goto(at.path.startsWith('/') ? product.url + at.path : home + at.path);
      expect(answer?.ok(), at.path).to.equal(!at.isRefusal);
      await look(page, at);
    }
    await course.context().close();
  }
}
