import { expect } from 'chai';
import type { Engine, EngineOptions, Tab } from '../../support/engines/driver.ts';
import type { EngineKind } from '../../support/engines/engines.ts';
import { until } from '../../support/waiting.ts';
import { startProduct, type Product } from '../../support/product.ts';
import { enterAs, preparation } from './courseRoom.ts';
import { answerSurvey, followStory, keepDay, makeAndTickPlan } from './courseWeek.ts';
import { atStep, prepareAndSend, steps } from './preparation.ts';

/** What must work in an engine beside Chromium, as few journeys as hold it: the trial room, and a whole course week. */
export function journeysIn(kind: EngineKind): void {
  describe(`in ${kind.name}`, function () {
    this.timeout(180_000);
    let product: Product | undefined;
    let opened: Engine | undefined;
    before(async function () {
      if (!kind.isHere()) {
        process.stderr.write(`Left out: ${kind.name} is not on this machine (tools/browser.mjs says what it needs).\n`);
        this.skip();
      }
      product = await startProduct();
    });
    after(() => product?.remove());
    afterEach(async () => {
      await opened?.close();
      opened = undefined;
    });
    const begun = (): Product => {
      if (!product) throw new Error('The product has not been started.');
      return product;
    };
    const open = async (width: number, options: Pick<EngineOptions, 'partitioned'> = {}): Promise<Engine> =>
      (opened = await kind.launch({ width, ...options }));

    it('what goes wrong in a page is heard', async () => {
      const engine = await open(390);
      const { tab } = engine;
      await tab.goto(`${begun().url}/tilgaengelighed`);
      await tab.evaluate(`void setTimeout(() => { throw new Error('planted'); })`);
      await tab.evaluate(
        `void (document.body.append(Object.assign(document.createElement('script'), { src: 'https://elsewhere.invalid/x.js' })))`,
      );
      await until('both are heard', () => engine.complaints().length >= 2);
      expect(engine.complaints().join('\n'))
        .to.match(/error at .*planted/)
        .and.to.match(/policy at .*script-src/);
    });

    it('the trial room on a phone: a window in place of the frame, a whole preparation, its grade', async () => {
      const engine = await open(390);
      const { tab } = engine;
      const room = await goOnInWindow(tab, begun(), /Mette Holm/);
      await atStep(room, steps[0]!);
      await room.reload();
      await prepareAndSend(room, 'Ro i hverdagen');
      await tab.goto(`${begun().sandboxUrl}/karakterbog`);
      await tab.getByRole('cell', { name: /100/ }).first().waitFor();
      expect(engine.complaints()).to.deep.equal([]);
    });

    if (kind.keepsPartitioned)
      it('a whole preparation in the course room’s frame, at a desk', async () => {
        const engine = await open(1280, { partitioned: true });
        await enterAs(engine.tab, begun(), /Amina Sørensen/);
        await openPreparation(engine.tab);
        await prepareAndSend(engine.tab.frame(), 'Mere ro');
        expect(engine.complaints()).to.deep.equal([]);
      });

    it('a week of the course on a phone: the video with its captions, plan, co-participant, diary, survey', async () => {
      const engine = await open(390);
      const { tab, home } = await inOwnWindow(engine, begun(), /Jens Aagaard/);
      await tab.goto(`${home}aktivitet/modul-1-forberedelse`);
      await atStep(tab, steps[0]!);
      expect(await tab.evaluate(playVideo), 'captions that show').to.be.above(0);
      await tab.goto(`${home}aktivitet/modul-1-handleplan`);
      await makeAndTickPlan(tab);
      await tab.goto(`${home}aktivitet/modul-1-medkursister`);
      await followStory(tab);
      await tab.goto(`${home}humoerdagbog`);
      await keepDay(tab);
      await tab.goto(`${home}aktivitet/spoergeskema-foer`);
      await answerSurvey(tab);
      expect(engine.complaints()).to.deep.equal([]);
    });

    it('an instructor at a desk: the list has its arrow, the empty date is empty, the brief, its print', async () => {
      const engine = await open(1280);
      const { tab, home } = await inOwnWindow(engine, begun(), /Ulla Brandt/);
      await tab.goto(home);
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
    });
  });
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

/** The room in a window of its own, as the course room opens it beside its frame. */
async function inOwnWindow({ tab }: Engine, product: Product, person: RegExp): Promise<{ tab: Tab; home: string }> {
  await enterAs(tab, product, person);
  const opened = await tab.opened(() => tab.getByRole('link', { name: 'Åbn i nyt vindue' }).first().click());
  // Whole: what a page is still fetching when one leaves it is a complaint of its own.
  const whole = `location.pathname.startsWith('/rum/') && document.readyState === 'complete'`;
  await until('the window is in the room', () => opened.evaluate<boolean>(whole).catch(() => false));
  return { tab: opened, home: (await opened.url()).replace(/(\/rum\/[^/]+\/).*/, '$1') };
}

/** Opens the preparation in the course room's frame, where this browser keeps no cookie, and goes on by its button. */
async function goOnInWindow(tab: Tab, product: Product, person: RegExp): Promise<Tab> {
  await enterAs(tab, product, person);
  await openPreparation(tab);
  const frame = tab.frame();
  await atStep(frame, 'Fortsæt i et nyt vindue');
  return tab.opened(() => frame.getByRole('button', { name: /Åbn i et nyt vindue/ }).click());
}

function openPreparation(tab: Tab): Promise<void> {
  return tab
    .getByRole('listitem')
    .filter({ hasText: preparation })
    .getByRole('link', { name: 'Åbn', exact: true })
    .click();
}
