import type { Browser, Page } from 'playwright-core';
import { expectAccessible, sharedBrowser, newPage } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';
import { enterAs, openInFrame, openInWindow, preparation } from './support/courseRoom.ts';

describe('leaving a computer that others use', function () {
  this.timeout(120_000);
  let product: Product;
  let browser: Browser;
  before(async () => {
    product = await startProduct();
    browser = await sharedBrowser();
  });
  after(async () => {
    await product.remove();
  });

  const signOut = (page: Pick<Page, 'getByRole'>) => page.getByRole('button', { name: 'Log ud' }).click();
  const isOut = (page: Pick<Page, 'getByRole'>) =>
    page.getByRole('heading', { level: 1, name: 'Du er logget ud' }).waitFor();
  const isOver = (page: Pick<Page, 'getByRole'>) =>
    page.getByRole('heading', { level: 1, name: 'Du har været væk et stykke tid' }).waitFor();

  it('is one press, and nothing is to be seen afterwards', async () => {
    const page = await newPage(browser, { width: 320 });
    await enterAs(page, product, /Mette Holm/);
    const room = await openInWindow(page, 'Min uge');
    const address = room.url();
    await expectAccessible(room);
    await signOut(room);
    await isOut(room);
    await expectAccessible(room);
    await room.goto(address);
    await isOver(room);
  });

  it('works in the course’s frame, without scripts, and keeps what was written', async () => {
    const page = await newPage(browser);
    await enterAs(page, product, /Jens/);
    const frame = await openInFrame(page, preparation);
    await frame.getByRole('button', { name: 'Næste' }).click();
    await frame.getByText('Trin 2 af').first().waitFor();
    await signOut(frame);
    await isOut(frame);

    await enterAs(page, product, /Jens/);
    const again = await openInWindow(page, preparation);
    await again.getByText('Trin 2 af').first().waitFor();
    const storageState = await page.context().storageState();
    const plain = await (await browser.newContext({ storageState, javaScriptEnabled: false })).newPage();
    await plain.goto(again.url());
    await signOut(plain);
    await isOut(plain);
    // The browser with scripts, where it was open too.
    await again.reload();
    await isOver(again);
  });
});
