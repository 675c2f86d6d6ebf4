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
    expect(await page.getByText('1 minut og 29 sekunder').count()).to.equal(1);
    expect(await page.evaluate(`document.querySelector('.video__stage').clientWidth`), 'edge to edge').to.equal(320);
    await expectAccessible(page);
    await page.getByRole('button', { name: /Afspil videoen/ }).click();
    await playedTo(page, 0.2);
    await page.evaluate(jumpTo(15.5));
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
    await playedTo(page, 21);
    expect(await page.evaluate(isPaused), 'only once').to.equal(false);
    expectQuiet(page);
  });

  it('does not stop who has jumped past the thought', async () => {
    const page = await openStep();
    await page.getByRole('button', { name: /Afspil videoen/ }).click();
    await playedTo(page, 0.2);
    await page.evaluate(jumpTo(40));
    await playedTo(page, 41);
    expect(await page.getByRole('heading', { name: 'Kender du det?' }).isVisible()).to.equal(false);
  });

  it('begins without its artificial voice, and remembers the choice', async () => {
    const isMuted = `document.querySelector('video').muted`;
    const page = await openStep();
    await page.getByRole('button', { name: 'Slå stemmen til' }).click();
    await page.getByRole('button', { name: 'Slå stemmen fra' }).waitFor();
    expect(await page.evaluate(isMuted)).to.equal(false);
    await page.reload();
    await page.getByRole('button', { name: 'Slå stemmen fra' }).click();
    expect(await page.evaluate(isMuted)).to.equal(true);
    await page.reload();
    await page.getByRole('button', { name: 'Slå stemmen til' }).waitFor();
    expect(await page.evaluate(isMuted)).to.equal(true);
    expectQuiet(page);
  });

  it('has the browser’s own controls where no scripts run', async () => {
    const page = await openStep({ javaScriptEnabled: false });
    expect(await page.locator('video[controls][muted]').count()).to.equal(1);
    expect(await page.getByRole('button', { name: /Afspil videoen/ }).isVisible()).to.equal(false);
    expect(await page.getByText('Kender du det?').isVisible()).to.equal(false);
  });
});
