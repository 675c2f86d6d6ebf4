import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import pixelmatch from 'pixelmatch';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { launchWholeBrowser } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';
import { lookAtEach } from './everyPage.ts';

const folder = join(import.meta.dirname, 'pictures');
/** Where a picture goes that is not as the stored one, beside one of what differs. */
const seen = join(import.meta.dirname, '..', '..', '.runtime', 'pictures');

/** `npm run pictures` stores new ones: only on purpose, and after a look at them. */
const renews = process.env['RENEW_PICTURES'] === 'on';

/** Another version of the browser draws edges of letters otherwise; a changed size, colour or distance moves far more. */
const MOST_DIFFERENT = 0.005;

describe('pages look as they did', function () {
  this.timeout(300_000);
  let product: Product;
  let browser: Browser;
  before(async () => {
    product = await startProduct();
    browser = await launchWholeBrowser();
    mkdirSync(renews ? folder : seen, { recursive: true });
  });
  after(async () => {
    await browser.close();
    await product.remove();
  });

  for (const width of [390, 1280]) {
    it(`${renews ? 'stores' : 'compares'} them at ${width} px`, async () => {
      const unlike: string[] = [];
      let compared = 0;
      await lookAtEach({ product, browser, width }, async (page, { name, tellsTime }) => {
        if (tellsTime) return;
        const file = join(folder, `${name}-${width}.png`);
        const now = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' });
        if (renews) writeFileSync(file, now);
        else if (!isLike(file, now, `${name}-${width}`)) unlike.push(`${name}-${width}`);
        compared += 1;
      });
      expect(compared).to.be.at.least(20);
      expect(
        unlike,
        `not as stored; see ${seen}, then renew them with npm run pictures or mend the page`,
      ).to.deep.equal([]);
    });
  }
});

/** Whether a page is drawn as in the stored picture. Keeps what was seen where it is not. */
function isLike(file: string, now: Buffer, name: string): boolean {
  const drawn = PNG.sync.read(now);
  const stored = existsSync(file) ? PNG.sync.read(readFileSync(file)) : undefined;
  const share = stored ? differing(stored, drawn) : 1;
  if (share <= MOST_DIFFERENT) return true;
  writeFileSync(join(seen, `${name}.png`), now);
  return false;
}

/** The share of pixels that differ; what one picture is higher than the other counts whole. */
function differing(stored: PNG, drawn: PNG): number {
  const { width } = stored;
  if (drawn.width !== width) return 1;
  const height = Math.min(stored.height, drawn.height);
  const top = ({ data }: PNG): Buffer => data.subarray(0, width * height * 4);
  const different = pixelmatch(top(stored), top(drawn), undefined, width, height, { threshold: 0.1 });
  return (different + width * Math.abs(stored.height - drawn.height)) / (width * Math.max(stored.height, drawn.height));
}
