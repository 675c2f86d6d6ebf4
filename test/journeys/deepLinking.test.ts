import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { startAppAndPlatform } from '../support/app.ts';
import { expectAccessible, expectQuiet, newPage, sharedBrowser, type PageOptions } from '../support/browser.ts';
import { headingOf } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import { press } from './support/keyboard.ts';

const activity = 'Forbered dig til første gang';
const placed = `Uge 1: ${activity}`;
const question = 'Hvad skal med i dit kursus?';

describe('an instructor who puts the course together', function () {
  this.timeout(150_000);
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  before(async () => (both = await startAppAndPlatform()));
  after(() => both.close());

  const instructor = async (path = '/kursus', options: PageOptions = {}): Promise<Page> => {
    const page = await newPage(await sharedBrowser(), options);
    const { issuer } = both.platform;
    await page.request.post(`${issuer}/person`, { form: { person: people.instructor }, maxRedirects: 0 });
    await page.goto(issuer + path);
    return page;
  };
  const cards = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title, exact: true });

  it('looks first, and places the whole course by one press, with the keyboard alone', async () => {
    const page = await instructor();
    const before = await cards(page, placed).count();
    await press(page, page.getByRole('link', { name: 'Vælg aktiviteter' }));
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { level: 1, name: question }).waitFor();
    await press(page, frame.locator('summary', { hasText: 'Vælg selv en uge' }));
    await press(page, frame.locator('summary', { hasText: 'Ugens aktiviteter hver for sig' }).first());
    await press(page, frame.getByRole('link', { name: /^Se først/ }).first());
    await frame.getByRole('heading', { level: 1, name: activity }).waitFor();
    await press(page, frame.getByRole('link', { name: 'Tilbage til valget' }).first());
    await press(page, frame.getByRole('checkbox', { name: 'Læg også Min uge ind, øverst' }), 'Space');
    await press(page, frame.getByRole('button', { name: 'Læg alle aktiviteter ind' }));
    await frame.getByRole('heading', { level: 1, name: 'Aktiviteterne er lagt ind' }).waitFor();
    await press(page, frame.getByRole('link', { name: 'Se kurset' }));
    await page.getByRole('heading', { level: 1, name: 'Kurset i prøverummet' }).waitFor();
    expect(await cards(page, placed).count()).to.equal(before + 1);
    expect(await cards(page, 'Min uge').count()).to.equal(2);
    expectQuiet(page);

    const { page: first } = await both.platform.launch({ person: people.mette, activity: placed });
    expect(headingOf(first)).to.equal('Godt, du er her');
  });

  it('sees the choice also where drawings come late, in a frame that is shown only once its page has loaded', async () => {
    const page = await instructor();
    await page.route(/\.svg/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await page.getByRole('link', { name: 'Vælg aktiviteter' }).click();
    // Whoever looks into the frame lays its page out, and what held the page back is gone.
    await page.locator('iframe').waitFor({ timeout: 15_000 });
    await page.frameLocator('iframe').getByRole('heading', { level: 1, name: question }).waitFor();
  });

  it('does the same without scripts, by a button more', async () => {
    const page = await instructor('/kursus', { javaScriptEnabled: false });
    const before = await cards(page, placed).count();
    await page.goto(`${both.platform.issuer}/vaelg/start`);
    const goOn = page.getByRole('button', { name: 'Gå videre' });
    const own = page.locator('summary', { hasText: 'Vælg selv en uge' });
    const week = page.locator('summary', { hasText: 'Ugens aktiviteter hver for sig' });
    const choose = page.getByRole('button', { name: /^Læg ind.*Forbered dig til første gang/ });
    for (;;) {
      await goOn.or(own).first().waitFor();
      if ((await own.count()) > 0) break;
      await goOn.click();
      await page.waitForLoadState();
    }
    await own.click();
    await week.first().click();
    await choose.click();
    await page.getByRole('heading', { level: 1, name: 'Dit valg bliver sendt til kurset' }).waitFor();
    await page.getByRole('button', { name: 'Send til kurset' }).click();
    await page.getByRole('link', { name: 'Se kurset' }).click();
    expect(await cards(page, placed).count()).to.equal(before + 1);
  });

  it('leaves without choosing, and nothing has changed', async () => {
    const page = await instructor('/kursus', { width: 768 });
    const before = await page.getByRole('heading', { level: 2 }).count();
    await page.getByRole('link', { name: 'Vælg aktiviteter' }).click();
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Fortryd' }).click();
    await frame.getByRole('heading', { level: 1, name: 'Der blev ikke valgt noget' }).waitFor();
    await frame.getByRole('link', { name: 'Se kurset' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kurset i prøverummet' }).waitFor();
    expect(await page.getByRole('heading', { level: 2 }).count()).to.equal(before);
    expectQuiet(page);
  });

  it('meets pages without barriers at 320, 768 and 1280 px', async () => {
    const page = await instructor('/vaelg/start', { width: 320 });
    await page.getByRole('heading', { level: 1, name: question }).waitFor();
    await expectAccessible(page);
    await page.locator('summary', { hasText: 'Vælg selv en uge' }).click();
    await page.locator('summary', { hasText: 'Ugens aktiviteter hver for sig' }).first().click();
    await page
      .getByRole('link', { name: /^Se først/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: activity }).waitFor();
    await expectAccessible(page);
  });
});
