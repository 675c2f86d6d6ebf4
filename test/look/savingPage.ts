import type { Page } from 'playwright-core';
import { newPage, sharedBrowser, type PageOptions } from '../support/browser.ts';
import { startSavingServer, type SavingServer } from './savingServer.ts';

interface SavingPage {
  server: SavingServer;
  page: Page;
}

const BEFORE = Date.parse('2026-11-28T10:42:00Z');

/** For the describe block: before each test a server that takes what a form saves, and a page with that form. */
export function withSavingPage(use: (given: SavingPage) => void, options: PageOptions & { stopsTime?: true } = {}) {
  const { stopsTime, ...ofPage } = options;
  let given: SavingPage;
  beforeEach(async () => {
    const server = await startSavingServer();
    const page = await newPage(await sharedBrowser(), ofPage);
    given = { server, page };
    if (stopsTime) await page.clock.install({ time: BEFORE });
    await page.goto(`${server.address}/step`, { waitUntil: 'networkidle' });
    // Time passes only where a test says so: on a busy machine a moment more would be a moment too many.
    if (stopsTime) await page.clock.pauseAt(BEFORE + 60_000);
    use(given);
  });
  afterEach(async () => {
    await given.page.context().close();
    await given.server.close();
  });
}
