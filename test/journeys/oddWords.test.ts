import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectQuiet } from '../support/browser.ts';
import { peopleInRoom } from './support/peopleInRoom.ts';

const ARABIC = 'أنا متعبة اليوم.';
const LONG = `https://eksempel.dk/${'x'.repeat(400)} ${'Speciallægepraksisplanlægning'.repeat(12)}`;

describe('words that nobody thought of', function () {
  this.timeout(90_000);
  const room = peopleInRoom();

  /** Writes this in each field of the preparation on a phone, sends it, and unfolds what was sent. */
  const write = async (subject: string, text: string): Promise<Page> => {
    const person = await room.arrive({ person: { subject, name: 'Cher' } });
    const page = await person.window('aktivitet/modul-1-forberedelse', { width: 320 });
    const next = page.locator('#activity button[value=next]:visible');
    for (;;) {
      for (const field of await page.locator('#activity textarea').all()) await field.fill(text);
      expect(await page.evaluate(tooWide), page.url()).to.equal(0);
      if ((await next.count()) === 0) break;
      await next.last().click();
      await page.waitForLoadState();
    }
    await page.locator('#activity button[value=send]').last().click();
    await page.locator('details.sent-answers summary').click();
    expect(await page.evaluate(tooWide), page.url()).to.equal(0);
    return page;
  };

  it('come back as they were written, with emojis and marks of programs', async () => {
    const words = '😀👨‍👩‍👧‍👦 & <b>fed</b> {{x}} “Hej” – det er mig…';
    const page = await write('emoji', words);
    expect(await page.locator('blockquote').allInnerTexts()).to.include(words);
    expectQuiet(page);
  });

  it('push no page sideways, however long', async () => {
    expectQuiet(await write('long', LONG));
  });

  it('stand from the right where their script does', async () => {
    const page = await write('arabic', ARABIC);
    const { left, right } = await page.evaluate<{ left: number; right: number }>(besides);
    expect(left).to.be.greaterThan(right * 3);
    expectQuiet(page);
  });
});

const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** How much room there is on each side of the first line of what was written, in pixels. */
const besides = `(() => {
  const quote = [...document.querySelectorAll('blockquote')].find(({ textContent }) => textContent === '${ARABIC}');
  const range = document.createRange();
  range.selectNodeContents(quote);
  const [words, box] = [range.getClientRects()[0], quote.getBoundingClientRect()];
  return { left: words.left - box.left, right: box.right - words.right };
})()`;
