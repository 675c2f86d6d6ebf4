import type { Page } from 'playwright-core';
import { expectAccessible, expectQuiet, newPage, sharedBrowser } from '../support/browser.ts';
import { peopleInRoom } from './support/peopleInRoom.ts';
import { atStep } from './support/preparation.ts';

describe('a participant who is asked', function () {
  this.timeout(90_000);
  const room = peopleInRoom();
  const phone = { width: 320 };

  it('says yes and answers on a phone, makes a link of one’s own, and answers by it with nothing but the link', async () => {
    const page = await (await room.arrive()).window('aktivitet/spoergeskema-efter', phone);
    await answerAll(page, expectAccessible);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Lav mit link' }).click();
    await atStep(page, 'Her er dit link');
    await expectAccessible(page);
    await page.getByRole('img', { name: /Kode med dit link/ }).waitFor();
    const link = await page.getByRole('textbox', { name: 'Dit link' }).inputValue();
    expectQuiet(page);

    const another = await newPage(await sharedBrowser(), phone);
    await another.goto(link);
    await atStep(another, 'Godt at se dig igen');
    await expectAccessible(another);
    await another.getByRole('button', { name: 'Gå til spørgsmålene' }).click();
    await atStep(another, 'Vil du være med?');
    await expectAccessible(another);
    await answerAll(another);
    await expectAccessible(another);
    expectQuiet(another);
    await another.context().clearCookies();
    await another.goto(link);
    await atStep(another, 'Tak, du har svaret');
    await expectAccessible(another);
  });

  it('is one of many on the instructor’s page, which has no barriers either', async () => {
    const ulla = await room.arrive({ role: 'instructor', person: { subject: 'ulla', name: 'Ulla Brandt' } });
    const { $ } = await ulla.open(`${ulla.home}/`);
    const way = $('details a:contains("Før du går i gang")').attr('href') ?? '';
    const page = await ulla.window(way.replace(`${ulla.home}/`, ''), phone);
    await atStep(page, 'Evaluering');
    await expectAccessible(page);
  });
});

/** Says yes, answers everything on each page, and sends. */
async function answerAll(page: Page, look: (page: Page) => Promise<void> = () => Promise.resolve()): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  const send = page.getByRole('button', { name: 'Send mine svar' });
  await look(page);
  // Enter on another question's answer is no consent: it saves, and the press below leads on from here.
  await page.getByRole('radio', { name: 'Ja, det må en forsker godt' }).check();
  await page.keyboard.press('Enter');
  await page.waitForURL(/trin\/1\?gemt/);
  let onward = page.getByRole('button', { name: 'Ja, det vil jeg gerne' });
  while ((await send.count()) === 0) {
    const title = await heading.innerText();
    await onward.click();
    onward = page.getByRole('button', { name: 'Næste' });
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor({ state: 'detached' });
    await heading.waitFor();
    await look(page);
    for (const group of await page.getByRole('radiogroup').all()) await group.getByRole('radio').nth(3).check();
  }
  await send.click();
  await atStep(page, 'Tak for dine svar');
}
