import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'chai';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../tools/browser.mjs';

/** Without these a headless browser looks for updates and talks to hosts that have no part in a test. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium: the one that is installed. Throws where there is none, saying what to do. */
export const launchBrowser = (): Promise<Browser> => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium found. Install one, or set CHROMIUM_PATH to it.');
  return chromium.launch({ executablePath, args: quiet });
};

export interface PageOptions {
  /** CSS pixels; 900 high. */
  width?: number;
  javaScriptEnabled?: boolean;
  forcedColors?: 'active' | 'none';
  reducedMotion?: 'reduce' | 'no-preference';
}

/** A page in a context of its own, in Danish, that keeps what went wrong in it: see `expectQuiet`. */
export const newPage = async (browser: Browser, options: PageOptions = {}): Promise<Page> => {
  const { width = 1280, ...rest } = options;
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'da-DK', ...rest });
  const page = await context.newPage();
  const complaints: string[] = [];
  complaintsOf.set(page, complaints);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return page;
};

const complaintsOf = new WeakMap<Page, string[]>();

/** No script failed, nothing was missing, and nothing was stopped by the Content-Security-Policy. */
export const expectQuiet = (page: Page): void => {
  expect(complaintsOf.get(page) ?? []).to.deep.equal([]);
};

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** axe finds nothing, and the page is no wider than its window: axe does not see text that is cut off. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(found, page.url()).to.deep.equal([]);
  const tooWide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(tooWide, `${page.url()} is wider than its window`).to.equal(0);
};
