import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { shippedCourse } from '../support/shippedCourse.ts';
import { prepWorld, type PrepWorld } from '../activities/engine/world.ts';
import { expectAccessible, expectQuiet, newPage, sharedBrowser } from '../support/browser.ts';
import { choose } from './support/keyboard.ts';

describe('a participant who sorts cards', function () {
  this.timeout(120_000);
  let world: PrepWorld;
  before(async () => {
    const { da } = await shippedCourse();
    world = await prepWorld({ courses: { da }, activity: 'modul-7-kort' });
  });
  after(() => world.close());

  const openCards = async (width: number, subject: string): Promise<Page> => {
    const { cookie, activity } = await world.arrive({ person: { subject, name: '' } });
    const page = await newPage(await sharedBrowser(), { width });
    const [name = '', value = ''] = cookie.split(/=(.*)/s);
    await page.context().addCookies([{ name, value, url: world.origin + activity }]);
    await page.goto(world.origin + activity);
    await page.getByRole('heading', { level: 1, name: 'Læg kortene i bunker' }).waitFor();
    return page;
  };
  const pileOf = (page: Page, name: string) =>
    page.locator('.pile-board section').filter({ has: page.getByRole('heading', { name, exact: true }) });

  it('puts cards into piles by keyboard, draws one to another pile, and finds them there again', async () => {
    const page = await openCards(768, 'mette');
    await choose(page, page.getByRole('radiogroup', { name: 'At der er ro' }), /^Vigtigt$/);
    await choose(page, page.getByRole('radiogroup', { name: 'At jeg lærer noget nyt' }), /^Vigtigt$/);
    const important = pileOf(page, 'Vigtigt').getByRole('listitem');
    expect(await important.allTextContents()).to.deep.equal(['At der er ro', 'At jeg lærer noget nyt']);

    await page.locator('.pile-board').scrollIntoViewIfNeeded();
    const card = await important.first().boundingBox();
    const target = await pileOf(page, 'Ikke vigtigt').boundingBox();
    if (!card || !target) throw new Error('the piles are not shown');
    await page.mouse.move(card.x + 20, card.y + 10);
    await page.mouse.down();
    await page.mouse.move(target.x + 30, target.y + 60, { steps: 8 });
    await page.mouse.up();
    expect(await pileOf(page, 'Ikke vigtigt').getByRole('listitem').allTextContents()).to.deep.equal(['At der er ro']);
    expect(
      await page
        .getByRole('radiogroup', { name: 'At der er ro' })
        .getByRole('radio', { name: 'Ikke vigtigt' })
        .isChecked(),
    ).to.equal(true);

    await page.getByText(/Gemt kl\. /).waitFor();
    await page.reload();
    expect(await pileOf(page, 'Ikke vigtigt').getByRole('listitem').allTextContents()).to.deep.equal(['At der er ro']);
    expectQuiet(page);
  });

  it('meets pages without barriers', async () => {
    const page = await openCards(320, 'amina');
    await page
      .getByRole('radiogroup', { name: 'At der er ro' })
      .getByRole('radio', { name: 'Vigtigt', exact: true })
      .check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Næste' }).click();
    await page.getByRole('heading', { level: 1, name: 'Se på dine bunker' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Send og stop her' }).click();
    await page
      .getByRole('link', { name: /At mine kolleger er rare/ })
      .first()
      .click();
    await page.waitForURL(/trin\/1#answer-kolleger$/);
  });
});
