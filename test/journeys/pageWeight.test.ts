import { expect } from 'chai';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { sharedBrowser, newPage } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';
import { enterAs, openInWindow, preparation } from './support/courseRoom.ts';

/**
 * What the first view of a page may weigh, in bytes over the wire: many are on a phone with little data. On http, as here, browsers
 * take gzip alone; over TLS Brotli makes it less.
 */
const MOST_BYTES = 70_000;

/** Below the room; one of each making. */
const pages = [
  '',
  'aktivitet/modul-1-forberedelse/trin/1',
  'aktivitet/modul-1-forberedelse/trin/3',
  'aktivitet/modul-1-medkursister/trin/1',
  'aktivitet/modul-8-medkursister/trin/1',
  'aktivitet/modul-1-handleplan',
  'aktivitet/spoergeskema-foer',
  'vaerktoejskasse',
  'vaerktoejskasse/soevn',
  'handleplaner',
  'humoerdagbog',
  'symptomcirkel',
  'tag-med',
  'paamindelser',
  'mit-link',
];

describe('a page on a phone with little data', function () {
  this.timeout(90_000);
  let product: Product;
  let browser: Browser;
  let page: Page;
  let wire: CDPSession;
  let bytes = 0;
  before(async () => {
    product = await startProduct();
    browser = await sharedBrowser();
    const room = await newPage(browser, { width: 320 });
    await enterAs(room, product, /Mette Holm/);
    page = await openInWindow(room, preparation);
    await page.waitForURL(/\/rum\//);
    wire = await page.context().newCDPSession(page);
    await wire.send('Network.enable');
    await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  });
  after(async () => {
    await product.remove();
  });

  for (const path of pages) {
    it(`is light: ${path || 'the front page'}`, async () => {
      const home = page.url().replace(/(\/rum\/[^/]+\/).*$/, '$1');
      bytes = 0;
      await page.goto(home + path, { waitUntil: 'networkidle' });
      expect(new URL(page.url()).pathname).to.include(path.split('/').slice(0, 2).join('/'));
      expect(bytes).to.be.within(10_000, MOST_BYTES);
    });
  }
});
