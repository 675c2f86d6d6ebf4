import type { CDPSession, Page } from 'playwright-core';
import { enterAs, openInWindow, preparation } from '../test/journeys/support/courseRoom.ts';
import { launchWholeBrowser, newPage } from '../test/support/browser.ts';
import { startProduct } from '../test/support/product.ts';
import { compared, median, type Bench, type Measurement } from './measure.ts';

/** "Slow 4G" as defined by Lighthouse: 1.6 Mbit/s down, 150 ms round trip. Bytes per second, milliseconds. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
/** A cheap phone: four times as slow as this machine. */
const SLOW_PHONE = { rate: 4 };
const GOAL_MS = 1500;
const TIMES = 5;

const pages = {
  'the front page': '',
  'a step of a preparation': 'aktivitet/modul-1-forberedelse/trin/3',
  'a step with a video': 'aktivitet/modul-1-forberedelse/trin/1',
  'the handleplan': 'aktivitet/modul-1-handleplan',
  'the mood diary': 'humoerdagbog',
};

/** The time until everything needed to read and press is there: the document parsed, its scripts run, its styles applied. */
async function usableAfter(page: Page, wire: CDPSession, address: string): Promise<number> {
  const each: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    await wire.send('Network.clearBrowserCache');
    await page.goto(address, { waitUntil: 'load' });
    each.push(
      Number(
        await page.evaluate(`Math.max(
          performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd,
          performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)`),
      ),
    );
  }
  return median(each);
}

/** First views over a slow network on a slow phone, compared with a page that contains a single word. */
export const slowNetwork: Bench = async () => {
  const product = await startProduct();
  const browser = await launchWholeBrowser();
  try {
    const room = await newPage(browser, { width: 360 });
    await enterAs(room, product, /Mette Holm/);
    const page = await openInWindow(room, preparation);
    await page.waitForURL(/\/rum\//);
    const home = page.url().replace(/(\/rum\/[^/]+\/).*$/, '$1');
    const wire = await page.context().newCDPSession(page);
    await wire.send('Network.enable');
    await wire.send('Network.emulateNetworkConditions', SLOW_4G);
    await wire.send('Emulation.setCPUThrottlingRate', SLOW_PHONE);
    const bare = { what: 'a page with one word', value: await usableAfter(page, wire, `${product.url}/health/live`) };
    const measured: Measurement[] = [];
    for (const [what, path] of Object.entries(pages)) {
      const ms = await usableAfter(page, wire, home + path);
      const reached = ms <= GOAL_MS ? 'within' : 'beyond';
      const view = { what: `first view of ${what}, slow 4G`, value: ms };
      measured.push(compared(view, bare, { note: `${reached} the goal of ${GOAL_MS} ms` }));
    }
    return measured;
  } finally {
    await browser.close();
    await product.remove();
  }
};
