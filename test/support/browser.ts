import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'chai';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser, findHeadlessBrowser } from '../../tools/browser.mjs';
import { atEndOfEachFile, atEndOfRun } from './endings.ts';

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

/** Launches a Chromium of its own. Throws where there is none, saying what to do. */
function launch(executablePath: string | undefined): Promise<Browser> {
  if (executablePath === undefined) throw new Error('No Chromium found. Install one, or set CHROMIUM_PATH to it.');
  return chromium.launch({ executablePath, args: quiet });
}

/** The whole Chromium, with the settings of its owner and its own way with cookies. To be closed by the test. */
export function launchWholeBrowser(): Promise<Browser> {
  return launch(findBrowser());
}

/**
 * The worker's one Chromium, without a screen where there is that: the same engine for a third of the work. What a file
 * leaves open in it is closed with the file.
 */
export async function sharedBrowser(): Promise<Browser> {
  if (shared?.isConnected()) return shared;
  const browser = await launch(findHeadlessBrowser() ?? findBrowser());
  shared = browser;
  atEndOfEachFile(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  atEndOfRun(() => browser.close());
  return browser;
}

let shared: Browser | undefined;

export interface PageOptions {
  /** CSS pixels; 900 high. */
  width?: number;
  javaScriptEnabled?: boolean;
  forcedColors?: 'active' | 'none';
  reducedMotion?: 'reduce' | 'no-preference';
}

/** A page in a context of its own, in Danish, that keeps what went wrong in it: see `expectQuiet`. */
export async function newPage(browser: Browser, options: PageOptions = {}): Promise<Page> {
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
}

const complaintsOf = new WeakMap<Page, string[]>();

/** No script failed, nothing was missing, and nothing was stopped by the Content-Security-Policy. */
export function expectQuiet(page: Page): void {
  expect(complaintsOf.get(page) ?? []).to.deep.equal([]);
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** CSS pixels: a small phone (WCAG 2.2, 1.4.10), a tablet, a computer. */
const widths = [320, 768, 1280];

/**
 * axe finds nothing, and at each width the page is no wider than its window (axe does not see text that is cut off) and
 * nothing that one presses is too small. axe judges a page of one make once, at the width that it is seen at: its verdict
 * does not depend on the width. Afterwards the page is as wide as before.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const make = await makeOf(page);
  if (!judged.has(make)) {
    expect(await violationsIn(page), page.url()).to.deep.equal([]);
    judged.add(make);
  }
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 900 };
  for (const wide of [...widths.filter((one) => one !== width), width]) {
    await page.setViewportSize({ width: wide, height });
    const { tooWide, tooSmall } = await page.evaluate<{ tooWide: number; tooSmall: string[] }>(`(${measure})()`);
    expect(tooWide, `${page.url()} is wider than its window of ${wide} px`).to.equal(0);
    expect(tooSmall, `${page.url()} has targets lower than ${SMALLEST_TARGET} px at ${wide} px`).to.deep.equal([]);
  }
}

async function violationsIn(page: Page): Promise<string[]> {
  // Where there are no frames to join, axe's older way finds the same without a window of its own, in half the time.
  const axe = new AxeBuilder({ page }).withTags(standards).setLegacyMode(page.frames().length === 1);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Makes of pages that axe has found nothing in. */
const judged = new Set<string>();

/** What a page is made of, whatever its words: its title, and each element with its classes, attributes and colours. */
async function makeOf(page: Page): Promise<string> {
  const forcedColours = `matchMedia('(forced-colors: active)').matches`;
  const elements = `[...document.querySelectorAll('*')].map((element) => element.localName + [...element.attributes].map(({ name }) => name).sort() + element.className)`;
  return String(
    await page.evaluate(
      `JSON.stringify([document.title, document.documentElement.lang, ${forcedColours}, ${elements}])`,
    ),
  );
}

/** WCAG 2.2, 2.5.8, in CSS pixels; links in a sentence are excepted. */
const SMALLEST_TARGET = 24;

const measure = `() => ({
  tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  tooSmall: [...document.querySelectorAll('a, button, summary, select, textarea, input:not([type=hidden], [type=radio], [type=checkbox])')]
    .filter((element) => element.checkVisibility() && !element.matches('.skipnav') && getComputedStyle(element).display !== 'inline')
    .filter((element) => element.getBoundingClientRect().height < ${SMALLEST_TARGET})
    .map((element) => element.outerHTML.slice(0, 100)),
})`;
