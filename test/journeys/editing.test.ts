import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, newPage, sharedBrowser } from '../support/browser.ts';
import { testApp } from '../support/testApp.ts';
import { until } from '../support/waiting.ts';

type World = Awaited<ReturnType<typeof testApp>>;

const PREP = 'Forbered dig til første gang';

describe('an editor in a browser', function () {
  this.timeout(180_000);
  let world: World;
  let page: Page;
  before(async () => {
    world = await testApp({ at: '2026-11-23T09:00:00+01:00' });
    page = await newPage(await sharedBrowser());
    await page.goto(await world.deps.editors.link());
    await page.getByRole('button', { name: 'Gå ind' }).click();
  });
  after(() => world.close());

  /** The page of the course in it has no scripts, so axe cannot look into it; it has tests of its own. */
  const expectUsable = async () => {
    await page.evaluate(`document.querySelectorAll('iframe').forEach((frame) => frame.remove())`);
    await expectAccessible(page);
  };

  /** Until someone does something, the field is a plain one. */
  const editorComes = async () => {
    await page.keyboard.press('Shift');
    await page.locator('.cm-content').waitFor();
  };

  it('sees a fault while they write, saves, sees the page beside, publishes to a participant, and goes back', async () => {
    const mette = await world.arrive();
    const seen = async () => {
      const address = `${world.origin}${mette.home}/aktivitet/modul-1-forberedelse/trin/1`;
      return (await fetch(address, { headers: { cookie: mette.cookie } })).text();
    };
    await expectUsable();
    await page.locator('summary').filter({ hasText: 'Velkommen' }).click();
    await page.getByRole('link', { name: new RegExp(`Dansk ?: ${PREP}`) }).click();
    await page.getByRole('heading', { level: 1, name: PREP }).waitFor();
    await editorComes();
    const field = page.getByRole('textbox', { name: 'Teksten' });
    const writeLine = async (number: number, line: string) => {
      await field.focus();
      await page.keyboard.press('Control+Home');
      for (let below = 1; below < number; below += 1) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Shift+End');
      await page.keyboard.insertText(line);
    };
    await writeLine(1, 'kind: andet');
    await page.locator('#text-told').getByText('Linje 1: kind er "andet".').waitFor();
    await page.locator('.cm-gutter-lint .cm-lint-marker-error').waitFor();
    await page.getByRole('link', { name: 'Linje 1' }).click();
    expect(await page.evaluate(`document.activeElement.shadowRoot.activeElement.role`)).to.equal('textbox');
    // Tab writes in the editor; Escape and then Tab leaves it.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.textContent`)).to.equal('Gem i kladden');
    await writeLine(1, 'kind: prep');
    await writeLine(3, 'title: Skrevet i browseren');
    await page.locator('#text-told').getByText('Der er ingen fejl i teksten.').waitFor();
    await page.locator('.cm-lint-marker-error').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Gem i kladden' }).click();
    await page.getByRole('status').getByText('Gemt i kladden').waitFor();
    const beside = page.frameLocator('iframe[name=preview]');
    await beside.getByText('Skrevet i browseren').first().waitFor();
    const box = await page.locator('iframe[name=preview]').boundingBox();
    expect(box?.width).to.be.within(360, 390);
    await page.getByRole('link', { name: 'Det kan du håbe på' }).click();
    await beside.getByRole('heading', { level: 1, name: 'Det kan du håbe på' }).waitFor();

    expect(await seen()).not.to.contain('Skrevet i browseren');
    await page.getByRole('link', { name: 'Til oversigten' }).click();
    await page.getByRole('link', { name: 'Se rettelserne og udgiv' }).click();
    await expectUsable();
    await page.getByRole('textbox', { name: /Hvad er nyt/ }).fill('Ny titel');
    await page.getByRole('button', { name: 'Udgiv' }).click();
    await page.getByRole('status').getByText('Udgave 1 er udgivet').waitFor();
    expect(await seen()).to.contain('Skrevet i browseren');
    await expectUsable();
    await page.getByRole('link', { name: /Brug igen ?: 0/ }).click();
    await expectUsable();
    await page.getByRole('button', { name: 'Brug den igen' }).click();
    await page.getByRole('status').getByText('Udgave 2 er udgivet').waitFor();
    expect(await seen()).not.to.contain('Skrevet i browseren');
  });

  it('makes a passkey on their own device, and comes in by it without a link', async () => {
    const own = await page.context().newPage();
    const devTools = await own.context().newCDPSession(own);
    await devTools.send('WebAuthn.enable');
    const options = {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    } as const;
    await devTools.send('WebAuthn.addVirtualAuthenticator', { options });
    await own.goto(`${world.origin}/redaktion/noegler`);
    await expectAccessible(own);
    await own.getByRole('textbox', { name: 'Hvad skal nøglen hedde?' }).fill('Mettes telefon');
    await own.getByRole('button', { name: 'Lav en nøgle' }).click();
    await own.getByRole('status').getByText('Nøglen virker nu.').waitFor();
    await own.getByRole('listitem').filter({ hasText: 'Mettes telefon' }).waitFor();
    await own.context().clearCookies();
    await own.goto(`${world.origin}/redaktion`);
    await own.getByRole('heading', { level: 1, name: 'Du er ikke logget ind' }).waitFor();
    await expectAccessible(own);
    await own.getByRole('button', { name: 'Log ind med din nøgle' }).click();
    await own.getByRole('heading', { level: 1, name: 'Ret kurset' }).waitFor();
    await own.close();
  });

  it('reads a long text to its end by the keyboard, and leaves it', async () => {
    await page.goto(`${world.origin}/redaktion/fil?sti=course.yaml`);
    await editorComes();
    const root = `document.getElementById('text').nextElementSibling.shadowRoot`;
    const scroller = `${root}.querySelector('.cm-scroller')`;
    const above = () => page.evaluate<number>(`${scroller}.scrollTop`);
    const inAll = () => page.evaluate<number>(`${scroller}.scrollHeight - ${scroller}.clientHeight`);
    await page.getByRole('link', { name: 'Skift navn, eller slet' }).focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`${root}.activeElement?.role`)).to.equal('textbox');
    await page.keyboard.press('PageDown');
    await until('a page further down', async () => (await above()) > 100);
    await page.keyboard.press('Control+End');
    await until('the end of the text', async () => (await inAll()) - (await above()) < 30);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.textContent`)).to.equal('Gem i kladden');
    await expectUsable();
  });

  it('can write before the editor has come, and goes on where they were', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${world.origin}/redaktion/fil?sti=da/svaere-stunder.md`);
    await page.waitForLoadState('networkidle');
    const isEditor = (path: string) => path.includes('courseEditor');
    expect(asked.filter(isEditor), 'before anyone does anything').to.deep.equal([]);
    const field = page.locator('textarea#text');
    const text = await field.inputValue();
    await page.route('**/courseEditor.js*', async (route) => {
      // The net is slow: someone writes meanwhile.
      await field.pressSequentially('Først ');
      await route.continue();
    });
    await field.evaluate((one: { focus(): void; setSelectionRange(from: number, to: number): void }) => {
      one.setSelectionRange(0, 0);
      one.focus();
    });
    await page.locator('.cm-content').waitFor();
    await page.keyboard.insertText('og så ');
    expect(await field.inputValue()).to.equal(`Først og så ${text}`);
    expect(asked.filter(isEditor)).to.have.length(1);
    await page.unroute('**/courseEditor.js*');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.goto('about:blank');
  });

  it('turns from a text to its page and back where the window has no room for both, and loses nothing', async () => {
    await page.setViewportSize({ width: 768, height: 900 });
    await page.goto(`${world.origin}/redaktion/fil?sti=da/modul-2/forberedelse.yaml`);
    await editorComes();
    await page.locator('.cm-content').focus();
    await page.keyboard.insertText('# Ikke gemt');
    const beside = page.frameLocator('iframe[name=preview]');
    expect(await page.locator('#siden').isVisible()).to.equal(false);
    await page.getByRole('link', { name: 'Se siden' }).click();
    await beside.getByRole('heading', { level: 1 }).waitFor();
    expect((await page.locator('iframe[name=preview]').boundingBox())?.y).to.be.below(600);
    expect(await page.locator('.cm-content').isVisible()).to.equal(false);
    await page.getByRole('link', { name: 'Til teksten' }).click();
    await page.locator('.cm-content').getByText('# Ikke gemt').waitFor();
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await page.getByRole('link', { name: 'Se siden' }).isVisible()).to.equal(false);
    await beside.getByRole('heading', { level: 1 }).waitFor();
    // What is not saved would otherwise keep the browser at this page.
    page.once('dialog', (dialog) => void dialog.accept());
    await page.goto('about:blank');
  });

  for (const [name, path] of [
    ['a file', '/fil?sti=da/svaere-stunder.md'],
    ['pictures', '/medier'],
    ['moving', '/flyt'],
    ['comparing versions', '/sammenlign?fra=0&til=1'],
    ['a new page', '/ny/vaerktoej'],
    ['renaming and removing', '/navn?sti=da/vaerktoejskasse/soevn.yaml'],
  ] as const)
    it(`finds ${name} usable at every width and by a screen reader`, async () => {
      await page.goto(`${world.origin}/redaktion${path}`);
      await expectUsable();
    });
});
