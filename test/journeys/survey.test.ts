import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectQuiet, newPage } from '../support/browser.ts';
import { enterAs, openInFrame, openInWindow } from './support/courseRoom.ts';
import { atStep } from './support/preparation.ts';
import type { Product } from '../support/product.ts';
import { productAndBrowser } from './support/world.ts';

describe('a participant who is asked', function () {
  this.timeout(90_000);
  const world = productAndBrowser();

  it('says yes, answers on a phone, and is done', async () => {
    const page = await newPage(world.browser, { width: 320 });
    await enterAs(page, world.product, /Mette Holm/);
    const room = await openInFrame(page, 'Min uge');
    await room.getByRole('link', { name: 'Før du går i gang' }).click();
    await atStep(room, 'Vil du være med?');
    await room.getByRole('radio', { name: 'Ja, det vil jeg gerne' }).check();
    await room.getByRole('button', { name: 'Næste' }).click();
    for (const title of ['Dig og job', 'Dig og hverdagen', 'Dit helbred', 'Hvorfor du er med']) {
      await atStep(room, title);
      const questions = room.getByRole('radiogroup');
      for (let at = 0; at < (await questions.count()); at += 1) {
        await questions.nth(at).getByRole('radio').nth(2).check();
      }
      const last = title === 'Hvorfor du er med';
      await room.getByRole('button', { name: last ? 'Send mine svar' : 'Næste' }).click();
    }
    await atStep(room, 'Tak for dine svar');
    expectQuiet(page);
  });

  it('makes a link of one’s own, and answers by it three months later with nothing but the link', async () => {
    const course = await newPage(world.browser, { width: 320 });
    await enterAs(course, world.product, /Jens Aagaard/);
    const page = await openInWindow(course, 'Min uge');
    await page.waitForURL(/\/rum\//);
    // Min uge shows it when its time comes; a link in the course room opens it before.
    await page.goto(`${page.url()}aktivitet/spoergeskema-efter`);
    await answerAll(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Lav mit link' }).click();
    await atStep(page, 'Her er dit link');
    await expectAccessible(page);
    await page.getByRole('img', { name: /Kode med dit link/ }).waitFor();
    const link = await page.getByRole('textbox', { name: 'Dit link' }).inputValue();

    const phone = await newPage(world.browser, { width: 320 });
    await phone.goto(link);
    await atStep(phone, 'Godt at se dig igen');
    await expectAccessible(phone);
    await phone.getByRole('button', { name: 'Gå til spørgsmålene' }).click();
    await atStep(phone, 'Vil du være med?');
    await expectAccessible(phone);
    await answerAll(phone);
    await expectAccessible(phone);
    expectQuiet(phone);
    expect(world.product.output()).not.to.include(new URL(link).pathname);
    const spent = await newPage(world.browser, { width: 320 });
    await spent.goto(link);
    await atStep(spent, 'Tak, du har svaret');
    await expectAccessible(spent);
  });

  it('meets pages without barriers, and so does the instructor', async () => {
    const course = await newPage(world.browser, { width: 320 });
    await enterAs(course, world.product, /Amina Sørensen/);
    const page = await openInWindow(course, 'Min uge');
    await page.waitForURL(/\/rum\//);
    // Min uge shows it when its time comes; a link in the course room opens it before.
    await page.goto(`${page.url()}aktivitet/spoergeskema-efter`);
    await page.waitForURL(/trin\/\d+$/);
    await page.goto(page.url().replace(/\d+$/, '1'));
    await expectAccessible(page);
    await page.getByRole('radio', { name: 'Ja, det vil jeg gerne' }).check();
    for (const title of ['Dig og job', 'Dig og hverdagen', 'Dit helbred', 'Dig og kurset', 'Dig og kurset, del 2']) {
      await page.getByRole('button', { name: 'Næste' }).click();
      await atStep(page, title);
      await expectAccessible(page);
      for (const group of await page.getByRole('radiogroup').all()) await group.getByRole('radio').nth(3).check();
    }
    await lookAtResults(await newPage(world.browser, { width: 320 }), world.product);
  });
});

/** Says yes, answers everything on each page, and sends. */
async function answerAll(page: Page) {
  await page.getByRole('radio', { name: 'Ja, det vil jeg gerne' }).check();
  await page.getByRole('button', { name: 'Næste' }).click();
  const send = page.getByRole('button', { name: 'Send mine svar' });
  for (;;) {
    await page.locator('#activity input:is([type=radio], [type=checkbox])').first().waitFor();
    const questions = page.getByRole('radiogroup');
    for (let at = 0; at < (await questions.count()); at += 1) {
      await questions.nth(at).getByRole('radio').nth(3).check();
    }
    if ((await send.count()) > 0) break;
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    await page.getByRole('button', { name: 'Næste' }).click();
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor({ state: 'detached' });
  }
  await send.click();
  await atStep(page, 'Tak for dine svar');
}

async function lookAtResults(course: Page, product: Product) {
  await enterAs(course, product, /Instruktør/i);
  const page = await openInWindow(course, 'Min uge');
  await page.locator('summary', { hasText: 'Før kurset' }).click();
  await page
    .getByRole('link', { name: /Før du går i gang/ })
    .first()
    .click();
  await atStep(page, 'Evaluering');
  await expectAccessible(page);
}
