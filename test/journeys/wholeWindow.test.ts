import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { startAppAndPlatform } from '../support/app.ts';
import { expectAccessible, expectQuiet, sharedBrowser, newPage } from '../support/browser.ts';
import { people } from '../support/platform/startPlatform.ts';
import { openFrameAs } from './support/arriving.ts';
import { atStep, goTo, hopeQuestion } from './support/preparation.ts';

const link = { name: 'Vis i hele vinduet' };

describe('in a frame that stays low', function () {
  this.timeout(120_000);
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  let browser: Browser;
  before(async () => {
    both = await startAppAndPlatform();
    browser = await sharedBrowser();
  });
  after(async () => {
    await both.close();
  });

  const phone = () => newPage(browser, { width: 390 });
  const openInFrame = (page: Page, person: string) =>
    openFrameAs(page, both.platform, { person, activity: 'modul-1-forberedelse' });
  /** A room that answers no wish for another height, and shows us as low as Moodle 4.5 does on a phone. */
  const staysLow = async (page: Page): Promise<void> => {
    await page.route('**/assets/frame.js', (route) => route.abort());
    await page.addInitScript(
      `document.addEventListener('DOMContentLoaded', () => {
        const frame = document.querySelector('iframe.tool');
        if (frame) frame.style.cssText = 'flex: none; height: 536px; min-height: 0; max-height: 536px';
      })`,
    );
  };
  const heard = (page: Page): string[] => {
    const said: string[] = [];
    page.on('request', (request) => said.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
    return said;
  };

  it('one link goes on in the whole window, with the session and the words of a moment ago', async () => {
    const page = await phone();
    await staysLow(page);
    const room = await openInFrame(page, people.mette);
    await room.getByRole('button', link).waitFor();
    await expectAccessible(page);
    await goTo(room, 'Det kan du håbe på');
    await room.getByRole('textbox', { name: hopeQuestion }).fill('Ro i hverdagen');
    const requests = heard(page);
    const arriving = page.waitForRequest((request) => request.url().endsWith(`${both.app.url}/hele-vinduet`));
    await room.getByRole('button', link).click();
    const ticket = new URLSearchParams((await arriving).postData() ?? '').get('ticket') ?? '';
    await page.waitForURL(`${both.app.url}/rum/**`);
    await atStep(page, 'Det kan du håbe på');
    expect(page.frames()).to.have.length(1);
    expect(await page.getByRole('textbox', { name: hopeQuestion }).inputValue()).to.equal('Ro i hverdagen');
    expect(await page.getByRole('button', link).count()).to.equal(0);

    expect(ticket).to.have.length(32);
    expect(requests.filter((said) => said.includes(ticket))).to.deep.equal([]);

    await page.reload();
    await goTo(page, 'Troen på, at du kan');
    expect(page.url()).not.to.include('?');
    await page.getByRole('link', { name: 'Tilbage til kurset' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kurset i prøverummet' }).waitFor();
  });

  it('says so where it cannot, and keeps what was written', async () => {
    const page = await phone();
    await staysLow(page);
    const room = await openInFrame(page, people.jens);
    await goTo(room, 'Det kan du håbe på');
    await room.getByRole('textbox', { name: hopeQuestion }).fill('Ro');
    await page.route(`${both.app.url}/rum/**`, (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await room.getByRole('button', link).click();
    await room.getByText('Det gik ikke. Prøv igen om lidt.').waitFor();
    expect(await room.getByRole('textbox', { name: hopeQuestion }).inputValue()).to.equal('Ro');
  });

  it('there is no link where the room makes the frame as high as the page', async () => {
    const page = await phone();
    const room = await openInFrame(page, people.amina);
    await atStep(room, 'Godt, du er her');
    await page.frames()[1]?.evaluate(judged);
    expect(await room.getByRole('button', link).count()).to.equal(0);
    expectQuiet(page);
  });
});

/** public/js/wholeWindow.js gives the room 600 ms. */
const judged = `new Promise((done) => {
  const afterwards = () => setTimeout(done, 700);
  if (document.readyState === 'complete') afterwards();
  else addEventListener('load', afterwards);
})`;
