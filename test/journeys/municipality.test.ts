import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectQuiet, newPage, sharedBrowser } from '../support/browser.ts';
import { testApp } from '../support/testApp.ts';

describe('a municipality', function () {
  this.timeout(60_000);
  let app: Awaited<ReturnType<typeof testApp>>;
  let page: Page;

  before(async () => {
    app = await testApp({ at: '2026-11-21T09:00:00Z' });
    for (const [subject, name] of [['1', 'Mette Holm'], ['2', 'Amina Sørensen']] as const)
      await app.arrive({ person: { subject, name }, background: { municipality: 'Køge' } }); // prettier-ignore
    const { cookie, home } = await app.arrive({ role: 'instructor', person: { subject: '9', name: 'Ulla Brandt' } });
    page = await newPage(await sharedBrowser());
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, path: home, domain: 'localhost', secure: true, sameSite: 'None' }]);
    await page.goto(`${app.origin}${home}/hold`);
  });
  after(() => app.close());

  it('gets its statement by a link that the instructor copies, and its coordinator opens it on a phone', async () => {
    await page.getByRole('link', { name: 'Opgørelse til kommunen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Opgørelse til kommunen' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Lav et link til koordinatoren' }).click();
    await page.getByRole('heading', { level: 1, name: 'Link til koordinatoren' }).waitFor();
    await expectAccessible(page);
    const link = await page.getByLabel('Linket', { exact: true }).inputValue();
    await page.getByRole('button', { name: 'Kopiér linket' }).click();
    await page.getByRole('status').getByText('Linket er kopieret.').waitFor();

    const phone = await newPage(await sharedBrowser());
    await phone.setViewportSize({ width: 320, height: 640 });
    await phone.goto(link);
    await expectAccessible(phone);
    await phone.getByRole('button', { name: 'Vis opgørelsen' }).click();
    await phone.getByText('Amina Sørensen').waitFor();
    await expectAccessible(phone);
    expect(await phone.evaluate('document.documentElement.scrollWidth')).to.be.at.most(320);
    await phone.getByRole('button', { name: 'Jeg er færdig' }).click();
    await phone.getByText('Bed instruktøren om at lave et nyt.').waitFor();
    await expectAccessible(phone);
    expectQuiet(page);
  });
});
