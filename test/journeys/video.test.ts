import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible, expectQuiet, sharedBrowser, newPage } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';
import { enterAs, openInWindow, preparation } from './support/courseRoom.ts';

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

describe('a video', function () {
  this.timeout(60_000);
  let product: Product;
  let browser: Browser;
  let page: Page;
  before(async () => {
    product = await startProduct();
    browser = await sharedBrowser();
    const room = await newPage(browser, { width: 320 });
    await enterAs(room, product, /Mette Holm/);
    page = await openInWindow(room, preparation);
  });
  after(async () => {
    await product.remove();
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
