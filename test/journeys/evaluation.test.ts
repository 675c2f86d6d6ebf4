import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { answer, startClass, type Class } from '../features/evaluation/class.ts';
import { expectAccessible, expectQuiet, sharedBrowser, newPage } from '../support/browser.ts';

describe('an instructor looks at the evaluation', function () {
  this.timeout(120_000);
  let room: Class;
  let browser: Browser;

  before(async () => {
    room = await startClass();
    for (const person of ['1', '2', '3', '4', '5', '6']) {
      const who = await room.arrive({ person, activity: 'spoergeskema-foer' });
      await answer(who, (question) =>
        question === 'samtykke' || question === 'forskning' ? 'ja' : String((Number(person) % 5) + 1),
      );
    }
    browser = await sharedBrowser();
  });
  after(async () => {
    await room.close();
  });

  for (const width of [320, 1280]) {
    it(`with pictures that have their numbers beside them, ${width} wide and without scripts`, async () => {
      const ib = await room.arrive({ person: 'ib', activity: '', role: 'Instructor' });
      const page = await newPage(browser, { width, javaScriptEnabled: width > 320 });
      const [name, { value, path }] = [...ib.cookies][0] ?? ['', { value: '', path: '' }];
      await page.context().addCookies([{ name, value, path, domain: 'localhost', secure: true, sameSite: 'None' }]);
      await page.goto(`${room.url}${ib.room}/`);
      await page.getByRole('link', { name: 'Se alle tal samlet' }).click();
      await page.getByRole('heading', { level: 1, name: 'Evaluering' }).waitFor();
      if (width > 320) await expectAccessible(page);
      expect(await page.getByRole('img', { name: /^Før: 1: 17 %. 2: 33 %/ }).count()).to.be.greaterThan(0);
      await page.getByLabel('Tidspunkt').selectOption({ label: 'Lige efter' });
      await page.getByRole('button', { name: 'Vis' }).click();
      await page.getByText('Ingen har svaret endnu').waitFor();
      expect(await page.getByRole('article').count(), 'questions that nobody has answered').to.equal(0);
      await page.getByRole('link', { name: 'Sådan er tallene lavet' }).click();
      await page.getByText('snit ± t · s / √n').first().waitFor();
      expectQuiet(page);
    });
  }
});
