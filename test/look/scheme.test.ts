import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { newPage, sharedBrowser } from '../support/browser.ts';
import { tooPale } from './contrasts.ts';
import { calmQuestions, galleryModel } from './gallery.ts';
import { startLookServer } from './server.ts';

const schemes = ['light', 'dark'] as const;
const styles = join(import.meta.dirname, '..', '..', 'styles');

// On every kind of page: everyPage.test.ts.
describe('by day and in the dark', function () {
  this.timeout(180_000);
  let browser: Browser;
  before(async () => {
    browser = await sharedBrowser();
  });

  describe('in the gallery', () => {
    let page: Page;
    let close: () => Promise<void>;
    before(async () => {
      const server = await startLookServer((app) => {
        app.get('/components', (_, res) => res.render('gallery/components', galleryModel('da')));
        app.get('/step', (_, res) =>
          res.render('gallery/step', { ...galleryModel('da'), errors: undefined, questions: calmQuestions() }),
        );
      });
      close = () => server.close();
      page = await newPage(browser, { width: 390 });
      await page.goto(`${server.address}/components`);
    });
    after(() => close());

    for (const colorScheme of schemes) {
      it(`every component in every state can be seen: ${colorScheme}`, async () => {
        await page.emulateMedia({ colorScheme });
        const { words, borders, measured } = await tooPale(page);
        expect([...words, ...borders]).to.deep.equal([]);
        expect(measured.words).to.be.above(100);
      });
    }

    for (const colorScheme of schemes)
      it(`what opens has an arrow that can be seen, in high contrast: ${colorScheme}`, async () => {
        await page.emulateMedia({ colorScheme, forcedColors: 'active' });
        const summary = page.locator('.details-summary').first();
        const { x, y, height } = (await summary.boundingBox()) ?? { x: 0, y: 0, height: 0 };
        // The arrow stands before the words, which are underlined, and a little out of the box.
        const taken = await page.screenshot({ clip: { x: x - 4, y: y + 4, width: 14, height: height - 8 } });
        await page.emulateMedia({ forcedColors: null });
        const { data } = PNG.sync.read(taken);
        const light = Array.from({ length: data.length / 4 }, (_, at) => data[at * 4] ?? 0);
        expect(Math.max(...light) - Math.min(...light)).to.be.above(200);
      });

    const coloursOf = () =>
      page.evaluate<string[]>(
        "['html', 'main', 'h1'].map((each) => { const { backgroundColor, color } = getComputedStyle(document.querySelector(each)); return backgroundColor + ' ' + color; })",
      );

    it('the dark is dark, and a drawing in it is dimmed', async () => {
      await page.emulateMedia({ colorScheme: 'light' });
      const light = await coloursOf();
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await coloursOf();
      expect(dark.every((colours, index) => colours !== light[index])).to.equal(true);
      const filter = await page.evaluate("getComputedStyle(document.querySelector('img.drawing')).filter");
      expect(filter).to.match(/^brightness\(0\.8/);
    });

    it('paper is light, whatever the device is', async () => {
      await page.emulateMedia({ colorScheme: 'light', media: 'print' });
      const light = await coloursOf();
      await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
      expect(await coloursOf()).to.deep.equal(light);
      await page.emulateMedia({ media: 'screen' });
    });
  });

  it('no file but that of the scheme, and those of paper, has a colour by its number', () => {
    const files = readdirSync(styles).filter(
      (file) => !/_(scheme|print|sheet|takeAlong|lookBack|runningSheet).scss/.test(file),
    );
    const numbers = files.flatMap((file) =>
      [...readFileSync(join(styles, file), 'utf8').matchAll(/#[0-9a-f]{3,8}\b/g)].map(([hex]) => `${file}: ${hex}`),
    );
    expect(numbers).to.deep.equal([]);
  });
});
