import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'chai';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser, findHeadlessBrowser } from '../../tools/browser.mjs';
import { atEndOfEachFile, atEndOfRun } from './endings.ts';
import { oncePerRun } from './oncePerRun.ts';

/** Without these, a headless browser looks for updates and contacts hosts that have nothing to do with the test. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The headless one then draws letters as the whole one does, byte by byte.
  '--font-render-hinting=slight',
  // With a process of its own for each site, a press in a frame that still grows can miss it; and each process costs time.
  // What a page may do and which cookies it gets is the same.
  '--disable-site-isolation-trials',
];

/** Launches a new Chromium. Throws if there is none, and says what to do. */
function launch(executablePath: string | undefined): Promise<Browser> {
  if (executablePath === undefined) throw new Error('No Chromium found. Install one, or set CHROMIUM_PATH to it.');
  return chromium.launch({ executablePath, args: quiet });
}

/** The full Chromium, with its own cookie settings. The test must close it. */
export function launchWholeBrowser(): Promise<Browser> {
  return launch(findBrowser());
}

/**
 * The worker's only Chromium, headless if possible: the same engine for a third of the work. Whatever a test file
 * leaves open in it is closed at the end of the file.
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
  colorScheme?: 'light' | 'dark';
}

/** A page in its own context, in Danish, that records what goes wrong in it: see `expectQuiet`. */
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

/** Expects that no script failed, nothing was missing, and the Content-Security-Policy blocked nothing. */
export function expectQuiet(page: Page): void {
  expect(complaintsOf.get(page) ?? []).to.deep.equal([]);
}

/** What axe looks for. To tell of what is right too takes it half as long again. */
const findings: Parameters<AxeBuilder['options']>[0] = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** CSS pixels: a small phone (WCAG 2.2, 1.4.10), a tablet, a computer. */
const widths = [320, 768, 1280];

/**
 * Expects that axe finds nothing, and that at each width the page is no wider than its window (axe does not notice text
 * that is cut off) and no target is too small. axe checks each kind of page once, at the width it is shown at: its
 * verdict does not depend on the width. Afterwards the page has its former width.
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
  // Without frames to combine, axe's older mode finds the same without a window of its own, in half the time.
  const axe = new AxeBuilder({ page }).options(findings).setLegacyMode(page.frames().length === 1);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Kinds of pages in which axe has found nothing. */
const judged = oncePerRun('accessible');

/** A page's structure without its words: its title, and each element with its classes, attributes and colours. */
async function makeOf(page: Page): Promise<string> {
  const forcedColours = `matchMedia('(forced-colors: active)').matches`;
  const elements = `[...document.querySelectorAll('*')].map((element) => element.localName + [...element.attributes].map(({ name }) => name).sort() + element.className)`;
  return String(
    await page.evaluate(
      `JSON.stringify([document.title, document.documentElement.lang, ${forcedColours}, ${elements}])`,
    ),
  );
}

/** WCAG 2.2, 2.5.8, in CSS pixels; links within a sentence are exempt. */
const SMALLEST_TARGET = 24;

const measure = `() => ({
  tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  tooSmall: [...document.querySelectorAll('a, button, summary, select, textarea, input:not([type=hidden], [type=radio], [type=checkbox])')]
    .filter((element) => element.checkVisibility() && !element.matches('.skipnav') && getComputedStyle(element).display !== 'inline')
    .filter((element) => element.getBoundingClientRect().height < ${SMALLEST_TARGET})
    .map((element) => element.outerHTML.slice(0, 100)),
})`;
