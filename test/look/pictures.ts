import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const folder = join(import.meta.dirname, 'pictures');
/** Where a picture goes that is not as the stored one. */
export const seen = join(import.meta.dirname, '..', '..', '.runtime', 'pictures');

/** `npm run pictures` stores new ones: only on purpose, and after a look at them. */
const renews = process.env['RENEW_PICTURES'] === 'on';

/** Another version of the browser draws edges of letters otherwise; a changed size, colour or distance moves far more. */
const MOST_DIFFERENT = 0.005;

/** Runs in the page, whose images are otherwise fetched when they come near the window. */
const showAllImages = `Promise.all([...document.images].map((image) => {
  image.loading = 'eager';
  return image.decode();
}))`;

/** Whether a page is drawn as in the stored picture. Keeps what was seen where it is not; or stores it. */
export async function looksAsStored(page: Page, name: string): Promise<boolean> {
  await page.evaluate(showAllImages);
  const now = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' });
  const file = join(folder, `${name}.png`);
  if (!renews && existsSync(file) && isLike(readFileSync(file), now)) return true;
  const goesTo = renews ? folder : seen;
  mkdirSync(goesTo, { recursive: true });
  writeFileSync(join(goesTo, `${name}.png`), now);
  return renews;
}

/** The same browser draws the same bytes; only others need a look at each pixel, which takes half a second. */
function isLike(stored: Buffer, now: Buffer): boolean {
  return stored.equals(now) || differing(PNG.sync.read(stored), PNG.sync.read(now)) <= MOST_DIFFERENT;
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
