import { expect } from 'chai';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { expectQuiet, sharedBrowser, newPage } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';
import { enterAs, openInWindow, preparation } from './support/courseRoom.ts';

describe('an author', function () {
  this.timeout(60_000);
  let folder: string;
  let product: Product;
  let browser: Browser;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'package-'));
    cpSync('content/taettere-paa-job', folder, { recursive: true });
    product = await startProduct({ COURSE_DIR: folder, COURSE_PREVIEW: 'on' });
    browser = await sharedBrowser();
  });
  after(async () => {
    await product.remove();
    rmSync(folder, { recursive: true });
  });

  it('sees a change on the open page, and what is wrong where something is', async () => {
    const room = await newPage(browser);
    await enterAs(room, product, /Mette Holm/);
    const page = await openInWindow(room, preparation);
    const file = join(folder, 'da/modul-1/forberedelse.yaml');
    const before = readFileSync(file, 'utf8');
    const title = (words: string) => page.getByRole('heading', { level: 1, name: words }).waitFor();
    await title('Godt, du er her');

    writeFileSync(file, before.replace('title: Godt, du er her', 'title: Hej igen'));
    await title('Hej igen');

    writeFileSync(file, before.replace('kind: prep', 'kind: prep\nintor: x'));
    await page.getByText(/forberedelse\.yaml:\d+:\d+: intor is not known here/).waitFor();
    await title('Hej igen');

    writeFileSync(file, before);
    await title('Godt, du er her');
    expect(await page.locator('#preview-faults').count()).to.equal(0);
    expectQuiet(page);
  });
});
