import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectQuiet, newPage, sharedBrowser } from '../support/browser.ts';
import { testApp } from '../support/testApp.ts';
import { until } from '../support/waiting.ts';

describe('a video on a phone', function () {
  this.timeout(60_000);
  let app: Awaited<ReturnType<typeof testApp>>;
  before(async () => (app = await testApp({ at: '2026-09-01T10:00:00+02:00' })));
  after(() => app.close());

  const openStep = async (options: { javaScriptEnabled?: boolean } = {}): Promise<Page> => {
    const page = await newPage(await sharedBrowser(), { width: 320, ...options });
    const { home, cookie } = await app.arrive();
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url: app.origin + home, secure: true }]);
    await page.goto(`${app.origin}${home}/aktivitet/modul-1-forberedelse/trin/1`);
    return page;
  };
  const jumpTo = (seconds: number) => `document.querySelector('video').currentTime = ${seconds}`;
  const playedTo = (page: Page, seconds: number) =>
    until(`the video is at ${seconds}`, () =>
      page.evaluate<boolean>(`document.querySelector('video').currentTime > ${seconds}`),
    );
  const isPaused = `document.querySelector('video').paused`;

  it('is played by a large button, tells its words below the picture, and stops once for a thought', async () => {
    const page = await openStep();
    expect(await page.getByText('1 minut og 11 sekunder').count()).to.equal(1);
    expect(await page.evaluate(`document.querySelector('.video__stage').clientWidth`), 'edge to edge').to.equal(320);
    await expectAccessible(page);
    await page.evaluate(`document.querySelector('video').muted = true`);
    await page.getByRole('button', { name: /Afspil videoen/ }).click();
    await playedTo(page, 0.2);
    await page.evaluate(jumpTo(13));
    await page.locator('[data-caption]', { hasText: 'Det er helt i orden.' }).waitFor();
    const thought = page.getByRole('heading', { name: 'Kender du det?' });
    expect(await thought.isVisible()).to.equal(false);
    await thought.waitFor();
    expect(await page.evaluate(isPaused)).to.equal(true);
    expect(await page.getByRole('link', { name: 'Svar på spørgsmålet' }).getAttribute('href')).to.equal(
      '#answer-start',
    );
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Se videre' }).click();
    await thought.waitFor({ state: 'hidden' });
    await playedTo(page, 18);
    expect(await page.evaluate(isPaused), 'only once').to.equal(false);
    expectQuiet(page);
  });

  it('does not stop who has jumped past the thought', async () => {
    const page = await openStep();
    await page.evaluate(`document.querySelector('video').muted = true`);
    await page.getByRole('button', { name: /Afspil videoen/ }).click();
    await playedTo(page, 0.2);
    await page.evaluate(jumpTo(40));
    await playedTo(page, 41);
    expect(await page.getByRole('heading', { name: 'Kender du det?' }).isVisible()).to.equal(false);
  });

  it('has the browser’s own controls where no scripts run', async () => {
    const page = await openStep({ javaScriptEnabled: false });
    expect(await page.locator('video[controls]').count()).to.equal(1);
    expect(await page.getByRole('button', { name: /Afspil videoen/ }).isVisible()).to.equal(false);
    expect(await page.getByText('Kender du det?').isVisible()).to.equal(false);
  });
});
