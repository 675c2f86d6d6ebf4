import { expect } from 'chai';
import type { JWTPayload } from 'jose';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { claim } from '../../src/sandbox/vocabulary.ts';
import { startAppAndPlatform } from '../support/app.ts';
import { expectQuiet, sharedBrowser, newPage } from '../support/browser.ts';
import { people } from '../support/platform/startPlatform.ts';
import { until } from '../support/waiting.ts';
import { enterAs, openInFrame, openInWindow, preparation } from './support/courseRoom.ts';
import { atStep, goTo, steps } from './support/preparation.ts';

describe('in the course room’s frame', function () {
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
  afterEach(() => void (both.platform.misbehave.claims = undefined));

  const presenting = (change: (given: Record<string, unknown>) => Record<string, unknown>): void => {
    both.platform.misbehave.claims = (claims): JWTPayload => ({
      ...claims,
      [claim.presentation]: change(claims[claim.presentation] as Record<string, unknown>),
    });
  };
  const arrive = async (person: RegExp, width = 1280): Promise<Page> => {
    const page = await newPage(browser, { width });
    await enterAs(page, { sandboxUrl: both.platform.issuer }, person);
    return page;
  };
  const number = (place: Page | FrameLocator, selector: string, what: string): Promise<number> =>
    place.locator(selector).evaluate((element, name) => Math.round(Reflect.get(element, name) as number), what);

  it('the frame grows and shrinks with the page, so that there is one scrollbar', async () => {
    const page = await arrive(/Mette Holm/, 320);
    const room = await openInFrame(page, preparation);
    for (const step of steps.slice(0, 3)) {
      await goTo(room, step);
      await until(`the frame is as high as ${step}`, async () => {
        const frame = await number(page, 'iframe', 'clientHeight');
        return Math.abs(frame - (await number(room, 'html', 'offsetHeight'))) <= 2;
      });
      const [inner, outer] = [await number(room, 'html', 'scrollHeight'), await number(room, 'html', 'clientHeight')];
      expect(inner - outer, 'what a scrollbar of the frame’s own would move').to.be.within(-2, 2);
    }
    expectQuiet(page);
  });

  it('each step begins at its top', async () => {
    const page = await arrive(/Jens Aagaard/, 320);
    const room = await openInFrame(page, preparation);
    for (const step of steps.slice(0, 2)) {
      await atStep(room, step);
      const next = room.getByRole('button', { name: 'Næste' });
      await next.scrollIntoViewIfNeeded();
      await next.click();
      const heading = room.getByRole('heading', { level: 1 });
      await atStep(room, steps[steps.indexOf(step) + 1]!);
      await until(`the top after ${step} is in sight`, async () => {
        const { y = -1 } = (await heading.boundingBox()) ?? {};
        return y >= 0 && y < 900;
      });
    }
  });

  it('each step begins at its top where the room listens to nothing, as Moodle does not', async () => {
    const page = await arrive(/Deltager uden navn/, 320);
    await page.route('**/assets/frame.js', (route) => route.abort());
    const room = await openInFrame(page, preparation);
    await goTo(room, steps[1]!);
    const next = room.getByRole('button', { name: 'Næste' });
    await next.scrollIntoViewIfNeeded();
    expect(await number(room, 'html', 'scrollTop')).to.be.above(0);
    await next.click();
    await atStep(room, steps[2]!);
    expect(await number(room, 'html', 'scrollTop')).to.equal(0);
  });

  it('the way back is the one that the platform gives, word for word', async () => {
    const address = `${both.platform.issuer}/retur?a=1&b=%C3%A6`;
    presenting((given) => ({ ...given, return_url: address }));
    const page = await arrive(/Mette Holm/);
    const room = await openInFrame(page, preparation);
    const back = room.getByRole('link', { name: 'Tilbage til kurset' });
    expect(await back.getAttribute('href')).to.equal(address);
    expect(await back.getAttribute('target')).to.equal('_top');
    await back.click();
    await page.getByRole('heading', { level: 1, name: 'Kurset i prøverummet' }).waitFor();
  });

  for (const address of ['javascript:alert(1)', 'data:text/html,x', '/course', undefined]) {
    it(`there is no way back to ${String(address)}`, async () => {
      presenting((given) => ({ ...given, return_url: address }));
      const { page } = await both.platform.launch({ person: people.mette, activity: preparation });
      expect(page.html)
        .to.include('<main')
        .and.not.include('Tilbage til kurset')
        .and.not.include('Du kan lukke vinduet');
    });
  }

  it('a link is copied in the frame, where the course gives us no clipboard', async () => {
    const page = await arrive(/Ulla Brandt/);
    const room = await openInFrame(page, preparation);
    await room.getByRole('link', { name: 'Til holdets uge' }).first().click();
    await room.getByText('Ret uger og webinar').click();
    await room.locator('[name=municipality]').fill('Køge');
    await room.getByRole('button', { name: 'Gem', exact: true }).click();
    await room.getByRole('link', { name: /^Hele holdet/ }).click();
    await room.getByRole('link', { name: 'Opgørelse til kommunen' }).click();
    await room.getByRole('button', { name: 'Lav et link til koordinatoren' }).click();
    await room.getByRole('button', { name: 'Kopiér linket' }).click();
    await room.getByRole('status').filter({ hasText: 'Linket er kopieret.' }).waitFor();
    const link = await room.getByLabel('Linket', { exact: true }).inputValue();
    await page.context().grantPermissions(['clipboard-read']);
    expect(await page.evaluate('navigator.clipboard.readText()')).to.equal(link);
  });

  it('a window of the platform’s own asks no one to resize it, and says that it can be closed', async () => {
    presenting((given) => ({ ...given, return_url: undefined }));
    const page = await arrive(/Amina Sørensen/);
    const window = await openInWindow(page, preparation);
    await window.getByText('Du kan lukke vinduet, når du er færdig.').waitFor();
    expect(await window.evaluate('window.opener === null && window.parent === window')).to.equal(true);
    await goTo(window, steps[1]!);
    await window.getByText('Du kan lukke vinduet, når du er færdig.').waitFor();
  });

  describe('speaks the language of the course', () => {
    const spoken: [locale: unknown, language: string][] = [
      ['da', 'da'],
      ['da_dk', 'da'],
      ['da-DK', 'da'],
      ['en', 'en'],
      ['en_us', 'en'],
      ['EN-gb', 'en'],
      ['de', 'da'],
      ['', 'da'],
      [undefined, 'da'],
    ];
    for (const [locale, language] of spoken) {
      it(`${String(locale)}: ${language}`, async () => {
        presenting((given) => ({ ...given, locale }));
        const { page } = await both.platform.launch({ person: people.amina, activity: 'modul-1-forberedelse' });
        expect(/<html lang="(\w+)"/.exec(page.html)?.[1]).to.equal(language);
      });
    }

    it('which it says beside the presentation: en', async () => {
      both.platform.misbehave.claims = (claims): JWTPayload => ({
        ...claims,
        locale: 'en-GB',
        [claim.presentation]: {},
      });
      const { page } = await both.platform.launch({ person: people.amina, activity: 'modul-1-forberedelse' });
      expect(page.html).to.include('<html lang="en"');
    });
  });
});
