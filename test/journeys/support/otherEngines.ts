import { expect } from 'chai';
import { load } from 'cheerio';
import { startAppAndPlatform } from '../../support/app.ts';
import type { Engine, Tab } from '../../support/engines/driver.ts';
import type { EngineKind } from '../../support/engines/engines.ts';
import type { Place } from '../../support/engines/place.ts';
import { answersTo, openPreparation } from '../../support/participant.ts';
import { people, type Platform } from '../../support/platform/startPlatform.ts';
import { until } from '../../support/waiting.ts';
import { enterAs, preparation } from './courseRoom.ts';
import { atStep, goTo, hopeQuestion, steps } from './preparation.ts';

type World = Awaited<ReturnType<typeof startAppAndPlatform>>;

/**
 * What an engine beside Chromium may do otherwise, and no more: cookies in a frame, scripts that save, the video, and
 * what is drawn by its own rules. Whole journeys are Chromium's and HTTP's.
 */
export function journeysIn(kind: EngineKind, also: (engine: () => Engine) => void = () => undefined): void {
  describe(`in ${kind.name}, on a phone`, function () {
    this.timeout(180_000);
    let world: World | undefined;
    let engine: Engine | undefined;
    before(async function () {
      if (!kind.isHere()) {
        process.stderr.write(`Left out: ${kind.name} is not on this machine (tools/browser.mjs says what it needs).\n`);
        this.skip();
      }
      world = await startAppAndPlatform();
      engine = await kind.launch({ width: 390, partitioned: kind.keepsPartitioned });
    });
    after(async () => {
      await engine?.close();
      await world?.close();
    });
    const begun = () => {
      if (!world || !engine) throw new Error('The engine has not been started.');
      return { ...world, engine, tab: engine.tab };
    };

    const way = kind.keepsPartitioned ? 'in the course room’s frame' : 'in a window in place of the frame';
    it(`what is written is saved by itself ${way}`, async () => {
      const { engine, tab, platform } = begun();
      await enterAs(tab, { sandboxUrl: platform.issuer }, /Amina Sørensen/);
      const room = kind.keepsPartitioned ? await inFrame(tab) : await goOnInWindow(tab);
      await room.getByRole('textbox', { name: hopeQuestion }).fill('Ro i hverdagen');
      await until('it is kept', async () => {
        const { page } = await openPreparation(platform, people.amina);
        return load(page.html)('textarea').val() === 'Ro i hverdagen';
      });
      await room.getByText(/^Gemt kl\. \d\d\.\d\d/).waitFor();
      expect(engine.complaints()).to.deep.equal([]);
    });

    it('the video plays with its captions, and a plan is ticked', async () => {
      const { engine, tab, platform } = begun();
      await makePlan(platform, people.jens);
      const home = await inWholeWindow(tab, platform, /Jens Aagaard/);
      await atStep(tab, steps[0] ?? '');
      expect(await tab.evaluate(playVideo), 'captions that show').to.be.above(0);
      await tab.goto(`${home}aktivitet/modul-1-handleplan`);
      await tab.getByRole('button', { name: 'Ja, jeg gjorde det i dag' }).click();
      await tab.getByText('Du har sat kryds i dag. Godt gået.').waitFor();
      await until('the tick is kept', async () => {
        await tab.reload();
        return tab.getByRole('checkbox', { name: /I dag/ }).isChecked();
      });
      expect(engine.complaints()).to.deep.equal([]);
    });

    it('Enter on another question is no consent', async () => {
      const { engine, tab, platform } = begun();
      await tab.goto(`${await inWholeWindow(tab, platform, /Amina Sørensen/)}aktivitet/spoergeskema-foer`);
      const other = tab.getByRole('radio', { name: 'Ja, det må en forsker godt' });
      await other.check();
      await other.press('Enter');
      await until('it is saved', async () => /trin\/1\?gemt$/.test(await tab.url()));
      expect(await other.isChecked()).to.equal(true);
      // Neither what was chosen nor the way on.
      expect(await tab.locator('[data-answer][aria-current]').count()).to.equal(0);
      await tab.getByRole('button', { name: 'Ja, det vil jeg gerne' }).waitFor();
      expect(engine.complaints()).to.deep.equal([]);
    });

    it('for an instructor a list has its arrow, an empty date is empty, and what is printed fits', async () => {
      const { engine, tab, platform } = begun();
      await tab.goto(await inWholeWindow(tab, platform, /Ulla Brandt/));
      await tab.getByText('Ret uger og webinar').click();
      expect(await tab.evaluate(arrowOf('select')), 'the arrow of a list').to.match(/chevron-down/);
      expect(await tab.evaluate(`document.querySelector('#start').hasAttribute('data-empty')`)).to.equal(true);
      await tab.getByRole('link', { name: 'Gør klar til webinaret' }).click();
      await tab.getByRole('heading', { level: 1, name: /^Webinar i uge 1/ }).waitFor();
      await tab.getByRole('link', { name: 'Udskriv' }).first().click();
      await tab.getByRole('button', { name: 'Udskriv' }).waitFor();
      const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await tab.evaluate(tooWide), 'wider than the window').to.equal(0);
      expect(engine.complaints()).to.deep.equal([]);
      await expectHeard(engine, tab);
    });

    also(() => begun().engine);
  });
}

/** What goes wrong in a page is heard: none of the tests can be quiet for want of ears. */
async function expectHeard(engine: Engine, tab: Tab): Promise<void> {
  await tab.evaluate(`void setTimeout(() => { throw new Error('planted'); })`);
  await tab.evaluate(
    `void (document.body.append(Object.assign(document.createElement('script'), { src: 'https://elsewhere.invalid/x.js' })))`,
  );
  await until('both are heard', () => engine.complaints().length >= 2);
  expect(engine.complaints().join('\n'))
    .to.match(/error at .*planted/)
    .and.to.match(/policy at .*script-src/);
}

/** Plays until words are shown below the picture; how many letters. */
const playVideo = `new Promise((resolve) => {
  const video = document.querySelector('video');
  video.muted = true;
  video.addEventListener('timeupdate', () => {
    // On a phone the words run in a line below the picture.
    const line = document.querySelector('[data-caption]');
    if (video.currentTime > 3) resolve(line.checkVisibility() ? line.textContent.length : 0), video.pause();
  });
  void video.play();
})`;

function arrowOf(selector: string): string {
  return `getComputedStyle(document.querySelector('${selector}')).backgroundImage`;
}

/** A plan of days for this week: which week is proposed depends on the day. */
async function makePlan(platform: Platform, person: string): Promise<void> {
  const { client, page } = await openPreparation(platform, person);
  const begin = await client.get(page.url.replace(/modul-1-forberedelse.*$/, 'modul-1-handleplan/trin/begynd'));
  const thisWeek = String(load(begin.html)('[name="answer.uge"]').first().val());
  const begun = await client.follow(await client.submit(begin, { 'answer.uge': thisWeek, intent: 'next' }));
  const plan = { ...answersTo(load(begun.html)), 'answer.tro': '8', intent: 'send' };
  await client.follow(await client.submit(begun, plan));
}

/** Comes by the link that the course room has for a window; everyone comes in the same one. Returns the front page's address. */
async function inWholeWindow(tab: Tab, { issuer }: Platform, person: RegExp): Promise<string> {
  await enterAs(tab, { sandboxUrl: issuer }, person);
  const link = await tab.getByRole('link', { name: 'Åbn i nyt vindue' }).first().getAttribute('href');
  await tab.goto(new URL(link ?? '', issuer).href);
  // Whole: what a page is still fetching when one leaves it is a complaint of its own.
  const whole = `location.pathname.startsWith('/rum/') && document.readyState === 'complete'`;
  await until('the window is in the room', () => tab.evaluate<boolean>(whole).catch(() => false));
  return (await tab.url()).replace(/(\/rum\/[^/]+\/).*/, '$1');
}

async function inFrame(tab: Tab): Promise<Place> {
  await open(tab);
  await goTo(tab.frame(), 'Det kan du håbe på');
  return tab.frame();
}

function open(tab: Tab): Promise<void> {
  const card = tab.getByRole('listitem').filter({ hasText: preparation });
  return card.getByRole('link', { name: 'Åbn', exact: true }).click();
}

/** Where this browser keeps no cookie in the frame: goes on by its button, to a window whose session lasts. */
async function goOnInWindow(tab: Tab): Promise<Place> {
  await open(tab);
  const frame = tab.frame();
  await atStep(frame, 'Fortsæt i et nyt vindue');
  const window = await tab.opened(() => frame.getByRole('button', { name: /Åbn i et nyt vindue/ }).click());
  await goTo(window, 'Det kan du håbe på');
  await window.reload();
  return window;
}
