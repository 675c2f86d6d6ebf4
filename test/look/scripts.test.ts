import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { sharedBrowser, newPage } from '../support/browser.ts';
import { galleryModel } from './gallery.ts';
import { withSavingPage } from './savingPage.ts';
import type { SavingServer } from './savingServer.ts';
import { startLookServer, type LookServer } from './server.ts';

describe('The small scripts', function () {
  this.timeout(60_000);
  let server: SavingServer;
  let page: Page;

  withSavingPage((given) => ({ server, page } = given));

  it('send a form once however often its button is pressed, and again after coming back', async () => {
    server.hold();
    const next = page.getByRole('button', { name: 'Næste' });
    await next.scrollIntoViewIfNeeded();
    const box = await next.boundingBox();
    const press = () => page.mouse.click((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
    await press();
    await server.postNumber(1);
    await press();
    await press();
    server.release();
    await page.getByText('Next page').waitFor();
    expect(server.posts.map(({ intent }) => intent)).to.deep.equal(['next']);
    await page.goBack();
    await next.click();
    await page.getByText('Next page').waitFor();
    expect(server.posts).to.have.length(2);
  });

  it('tell how much room is left only when it matters, and never cut', async () => {
    const field = page.getByLabel('Hvad giver dig energi i hverdagen?');
    const counter = page.locator('[data-counter-for=energi]');
    await field.fill('a'.repeat(1_000));
    expect(await counter.textContent()).to.equal('');
    await field.fill('a'.repeat(1_990));
    expect(await counter.textContent()).to.equal('10 tegn tilbage');
    await field.fill('a'.repeat(2_003));
    expect(await counter.textContent()).to.equal('3 tegn for meget');
    expect(await field.inputValue()).to.have.length(2_003);
  });
});

describe("In a course room's frame", function () {
  this.timeout(60_000);
  let browser: Browser;
  let tool: LookServer;
  let page: Page;

  before(async () => {
    browser = await sharedBrowser();
    tool = await startLookServer((app) => {
      // The frame's page: what a step is, and a way on at its foot.
      app.get('/step', (_, res) => res.render('gallery/components', { ...galleryModel('da'), errors: undefined }));
      app.get('/room', (_, res) => {
        const frame = tool.address.replace('127.0.0.1', 'localhost');
        res.removeHeader('Content-Security-Policy');
        res.send(courseRoom(`${frame}/step`));
      });
    });
  });
  after(async () => {
    await tool.close();
  });
  beforeEach(async () => {
    page = await newPage(browser, { width: 800 });
    await page.goto(`${tool.address}/room`, { waitUntil: 'networkidle' });
  });
  afterEach(() => page.context().close());

  const frame = () => {
    const found = page.frames()[1];
    if (!found) throw new Error('the room has no frame');
    return found;
  };
  const height = async () => Number(await page.evaluate("document.querySelector('iframe').clientHeight"));
  const hidden = async () =>
    Number(await frame().evaluate('document.documentElement.scrollHeight - document.documentElement.clientHeight'));

  it('asks for the height of the page: no second scrollbar, and no growing without end', async () => {
    await page.waitForFunction("document.querySelector('iframe').clientHeight > 2000");
    const before = await height();
    expect(await hidden()).to.equal(0);
    await page.waitForFunction('settled()');
    expect(await height()).to.equal(before);
    await frame().evaluate("document.querySelector('details').open = true");
    await page.waitForFunction(`document.querySelector('iframe').clientHeight > ${before}`);
    expect(await hidden()).to.equal(0);
    await frame().evaluate("document.querySelector('details').open = false");
    await page.waitForFunction(`document.querySelector('iframe').clientHeight === ${before}`);
  });

  it('begins the next page at its top', async () => {
    await page.waitForFunction('settled()');
    await frame().evaluate(`
      const link = document.createElement('a');
      link.href = '/step?next';
      link.textContent = 'Videre';
      document.querySelector('main').append(link)`);
    const link = frame().getByRole('link', { name: 'Videre' });
    await link.scrollIntoViewIfNeeded();
    expect(Number(await page.evaluate('scrollY'))).to.be.greaterThan(1_000);
    await link.click();
    await page.waitForFunction("messages.some(({ subject }) => subject === 'lti.scrollToTop')");
    await page.waitForFunction('scrollY <= 200');
  });
});

/** A course room that does what Moodle and others do: gives the frame the height that it asks for. */
function courseRoom(address: string) {
  return `<!doctype html><title>Room</title><p>Course room</p>
  <iframe src="${address}" width="780" height="300" title="Activity"></iframe>
  <script>
    const messages = [];
    let last = Date.now();
    const settled = () => Date.now() - last > 300;
    addEventListener('message', ({ data }) => {
      messages.push(data);
      if (data.subject !== 'lti.frameResize') return;
      last = Date.now();
      document.querySelector('iframe').style.height = data.height + 'px';
    });
  </script>`;
}

/** Asked for by no page of a participant: by those of staff and authors, as their styles are, and by the one on the way in from an LMS. */
const ofOthers = [
  'closeRegistration.js',
  'copy.js',
  'draftCheck.js',
  'figurePng.js',
  'foldOnPhone.js',
  'lateEditor.js',
  'platformStorage.js',
  'present.js',
  'preview.js',
  'smallPicture.js',
];

describe('The weight of a page', () => {
  const built = join(import.meta.dirname, '..', '..', 'public');
  const read = (path: string) => readFileSync(join(built, path));

  before(async () => (await startLookServer(() => {})).close());

  it('is at most 15 KB of styles, and 66 KB with all that a first view needs', () => {
    const styles = gzipSync(read('build/style.css')).length;
    const ofAll = readdirSync(join(built, 'js')).filter((name) => !ofOthers.includes(name));
    const scripts = ofAll.map((name) => gzipSync(read(`js/${name}`)).length);
    const fonts = readdirSync(join(built, 'build/fonts')).map((name) => read(`build/fonts/${name}`).length);
    const icons = gzipSync(read('../views/symbols/icons.svg')).length;
    const sum = [styles, icons, ...scripts, ...fonts].reduce((one, two) => one + two);
    expect(styles).to.be.at.most(15 * 1024);
    expect(sum).to.be.at.most(58 * 1024); // leaves 8 KB for the page itself
  });

  it('takes no height from the window, fixes nothing to it, and fetches nothing from elsewhere', () => {
    const everyone = read('build/style.css').toString();
    expect(everyone).not.to.match(/position:\s*sticky/);
    // What staff see beside a long list may stay in view where the page has a window of its own; in a frame it does nothing.
    const css = everyone + read('build/staff.css').toString() + read('build/book.css').toString();
    expect(css).not.to.match(/\d(vh|dvh|svh)\b|position:\s*fixed|https?:/);
    const addresses = [...css.matchAll(/url\(([^)]*)\)/g)].map(([, address]) => address);
    expect(addresses).not.to.be.empty;
    for (const address of addresses) expect(address).to.match(/^(fonts|icons)\/[\w-]+\.\w+\?v=[\w-]{10}$/);
  });
});
