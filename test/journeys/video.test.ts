import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectQuiet, newPage, sharedBrowser } from '../support/browser.ts';
import { testApp } from '../support/testApp.ts';
import { until } from '../support/waiting.ts';

/** Runs in the page. */
const place = 'document.querySelector("video").currentTime';
/** Nothing of it is fetched before it is played. */
function leaveAt(seconds: number) {
  return `new Promise((resolve) => {
  const video = document.querySelector('video');
  video.muted = true;
  video.addEventListener('loadedmetadata', () => { video.currentTime = ${seconds}; }, { once: true });
  video.addEventListener('seeked', () => video.pause(), { once: true });
  video.addEventListener('pause', () => resolve(), { once: true });
  void video.play();
})`;
}
const playAndTell = `new Promise((resolve) => {
  const video = document.querySelector('video');
  video.muted = true;
  video.addEventListener('seeked', () => video.pause(), { once: true });
  video.addEventListener('pause', () => resolve(video.currentTime), { once: true });
  void video.play();
})`;

describe('a video on a phone', function () {
  this.timeout(60_000);
  let app: Awaited<ReturnType<typeof testApp>>;
  before(async () => (app = await testApp({ at: '2026-09-01T10:00:00+02:00' })));
  after(() => app.close());

  const opened: Page[] = [];
  // A film that goes on costs as much as all the rest.
  afterEach(() => Promise.all(opened.splice(0).map((page) => page.context().close())));
  const openStep = async (options: { javaScriptEnabled?: boolean } = {}): Promise<Page> => {
    const page = await newPage(await sharedBrowser(), { width: 320, ...options });
    const { home, cookie } = await app.arrive();
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url: app.origin + home, secure: true }]);
    await page.goto(`${app.origin}${home}/aktivitet/modul-1-forberedelse/trin/1`);
    opened.push(page);
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

  it('does not stop someone who has jumped past the thought', async () => {
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

  describe('of which one has seen a part', () => {
    let page: Page;
    before(async () => {
      page = await openStep();
      opened.splice(0);
    });

    it('goes on where it was left, and can be seen from its beginning', async () => {
      await page.locator('video').waitFor();
      expect(await page.getByText('Videoen fortsætter, hvor du slap.').isVisible()).to.equal(false);
      await page.evaluate(leaveAt(20));
      await page.reload();
      await page.getByText('Videoen fortsætter, hvor du slap.').waitFor();
      expect(await page.evaluate(playAndTell)).to.be.within(20, 22);
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Se fra begyndelsen' }).click();
      expect(await page.evaluate(place)).to.equal(0);
      expectQuiet(page);
    });

    it('has captions that can be read on a phone, above the controls', async () => {
      const cues = await page.evaluate<{ lines: unknown[]; size: string }>(`(() => {
      const video = document.querySelector('video');
      const rule = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).find((text) => text.includes('::cue'));
      return { lines: [...new Set([...video.textTracks[0].cues].map(({ line }) => line))], size: /font-size: ([\\d.]+)rem/.exec(rule)?.[1] };
    })()`);
      expect(cues.lines).to.deep.equal([-4]);
      expect(Number(cues.size)).to.be.at.least(1.6);
    });

    it('can be read, and its words found', async () => {
      await page.getByText('Læs det, der bliver sagt').click();
      const search = page.getByRole('searchbox', { name: 'Find et ord i teksten' });
      const text = page.locator('[data-transcript-text]');
      const before = await text.innerHTML();
      await search.fill('SKRIDT');
      await page.getByText('Fundet 4 steder').waitFor();
      for (const mark of await text.locator('mark').allTextContents()) expect(mark.toLowerCase()).to.equal('skridt');
      await expectAccessible(page);
      await search.fill('zebra');
      await page.getByText('Ordet er ikke i teksten').waitFor();
      await search.fill('');
      expect(await text.innerHTML()).to.equal(before);
      expectQuiet(page);
    });
  });
});
