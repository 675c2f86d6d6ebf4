import { createServer } from 'node:http';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../tools/browser.mjs';
import { visitEach, type Visit } from '../test/look/kindsOfPage.ts';
import { startAppAndPlatform } from '../test/support/app.ts';
import { launchWholeBrowser, quiet } from '../test/support/browser.ts';
import { freePort } from '../test/support/ports.ts';
import { compared, type Bench, type Measurement } from './measure.ts';
import { install, moduleOf } from './support/packages.ts';

/** What Lighthouse says of a page, as far as we use it (its `lhr`). */
interface Report {
  categories: Record<'performance' | 'accessibility', { score: number | null }>;
  audits: Record<string, { score: number | null; numericValue?: number; details?: { items?: unknown[] } }>;
  runtimeError?: { message: string };
}

interface Lighthouse {
  default: (address: string, flags: object) => Promise<{ lhr: Report } | undefined>;
}

/** Names of `kindsOfPage.ts`, for a look at a few. */
const only = process.env['BENCH_PAGES']?.split(',') ?? [];
const ONE_WORD = '<!doctype html><html lang="da"><title>Kurset</title><p>Kurset</p>';
const GOALS = { performance: 98, accessibility: 100 };
/** A cheap phone: four times as slow as this machine. Lighthouse takes the same for its own part. */
const SLOW_PHONE = { rate: 4 };

/**
 * Every kind of page as Lighthouse sees it on its slow 4G and slow phone, beside a page with one word. It installs Lighthouse
 * at its first use, takes ten seconds or more for each page, and wants a machine that does nothing else.
 */
export const lighthouse: Bench = async () => {
  install('lighthouse');
  const { default: look } = await moduleOf<Lighthouse>('lighthouse', 'core/index.js');
  const port = await freePort();
  const args = [...quiet, `--remote-debugging-port=${port}`];
  const looking = await chromium.launch({ executablePath: findBrowser() ?? '', args });
  const visiting = await launchWholeBrowser();
  const world = await startAppAndPlatform();
  const [plain, plainPort] = [createServer((_request, response) => void response.end(ONE_WORD)), await freePort()];
  plain.listen(plainPort, '127.0.0.1');
  const seen = async (address: string, cookie = ''): Promise<Report> => {
    const flags = { port, logLevel: 'error', onlyCategories: Object.keys(GOALS), extraHeaders: { Cookie: cookie } };
    const { lhr } = (await look(address, flags)) ?? {};
    if (!lhr || lhr.runtimeError) throw new Error(`${address}: ${lhr?.runtimeError?.message ?? 'no report'}`);
    return lhr;
  };
  const measured: Measurement[] = [];
  try {
    const bare = { what: 'a page with one word', value: valueOf(await seen(`http://127.0.0.1:${plainPort}/`), LCP) };
    await visitEach(world, visiting, async ({ page, at }: Visit) => {
      if (at.isRefusal || (only.length > 0 && !only.includes(at.name))) return;
      const cookies = await page.context().cookies();
      const report = await seen(page.url(), cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
      const note = `${told(report)}; a press is answered in ${await slowestPress(page)} ms`;
      process.stderr.write(`${at.name}: ${note}\n`);
      measured.push(compared({ what: `LCP of ${at.name}`, value: valueOf(report, LCP) }, bare, { note }));
    });
    return measured;
  } finally {
    plain.close();
    await looking.close();
    await visiting.close();
    await world.close();
  }
};

const LCP = 'largest-contentful-paint';

function valueOf({ audits }: Report, audit: string): number {
  return audits[audit]?.numericValue ?? Number.NaN;
}

/** Scores, with what falls short by name, and the figures that they are made of. */
function told(report: Report): string {
  const { categories, audits } = report;
  const score = (name: keyof typeof GOALS) => Math.round((categories[name].score ?? Number.NaN) * 100);
  const isShort = score('performance') < GOALS.performance || score('accessibility') < GOALS.accessibility;
  const barriers = isShort ? Object.keys(audits).filter((name) => audits[name]?.score === 0) : [];
  const kilobytes = Math.round(valueOf(report, 'total-byte-weight') / 1000);
  const requests = audits['network-requests']?.details?.items?.length ?? 0;
  return [
    `performance ${score('performance')}, accessibility ${score('accessibility')}`,
    `${kilobytes} kB in ${requests} requests`,
    `CLS ${valueOf(report, 'cumulative-layout-shift').toFixed(3)}`,
    `blocked ${Math.round(valueOf(report, 'total-blocking-time'))} ms`,
    ...(barriers.length > 0 ? [`not met: ${barriers.join(', ')}`] : []),
  ].join('; ');
}

/** Milliseconds to the next paint after a press, the slowest of a few (as INP counts), on a slow phone. */
async function slowestPress(page: Page): Promise<number> {
  const wire = await page.context().newCDPSession(page);
  await wire.send('Emulation.setCPUThrottlingRate', SLOW_PHONE);
  await page.evaluate(`globalThis.slowest = 0;
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) slowest = Math.max(slowest, duration); })
      .observe({ type: 'event', durationThreshold: 16 });`);
  const pressable = page.locator('main :is(summary, label, textarea, input[type=text])').filter({ visible: true });
  const count = Math.min(3, await pressable.count());
  for (let index = 0; index < count; index += 1) await pressable.nth(index).click({ timeout: 2000 }).catch(notPressed);
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Tab');
  // Entries come with the next frame.
  await page.waitForTimeout(200);
  await wire.detach();
  return Math.round(Number(await page.evaluate('globalThis.slowest')));
}

/** Something lies over it, or it has gone: the next one will do. */
function notPressed(): void {}
