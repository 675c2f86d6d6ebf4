import { expect } from 'chai';
import { expectAccessible, expectQuiet, newPage } from '../support/browser.ts';
import { enterAs, openInFrame, openInWindow } from './support/courseRoom.ts';
import { choose, press, type } from './support/keyboard.ts';
import { atStep } from './support/preparation.ts';
import { productAndBrowser } from './support/world.ts';

describe('a participant who meets a digital co-participant', function () {
  this.timeout(90_000);
  const world = productAndBrowser();

  it('chooses whom to meet, follows the story by keyboard, and is done', async () => {
    const page = await newPage(world.browser, { width: 768 });
    await enterAs(page, world.product, /Mette Holm/);
    const room = await openInFrame(page, 'Min uge');
    const goOn = () => press(page, room.getByRole('button', { name: 'Næste' }));
    await room.getByRole('link', { name: 'Mød en medkursist' }).first().click();
    await atStep(room, 'Hvem vil du møde?');
    await choose(page, room.getByRole('radiogroup', { name: /Vælg en/ }), 'Kasper');
    await goOn();
    await atStep(room, 'Kasper foran skærmen');
    await room.getByRole('heading', { name: 'Ti minutter til' }).waitFor();
    await choose(page, room.getByRole('radiogroup', { name: /Hvad ville du gøre/ }), 'Skrive til instruktøren først');
    await goOn();
    await atStep(room, 'Han skriver');
    await goOn();
    await atStep(room, 'Sådan gik det for Kasper');
    await type(page, room.getByRole('textbox', { name: 'Hvad vil du sige til Kasper?' }), 'Det er modigt at gå med');
    await press(page, room.getByRole('button', { name: 'Jeg er færdig' }));
    await atStep(room, 'Tak, fordi du var med');
    await press(page, room.locator('summary', { hasText: 'Se og ret dine svar' }));
    await room.getByText('Det er modigt at gå med').waitFor();
    expectQuiet(page);
  });

  it('meets pages without barriers', async () => {
    const course = await newPage(world.browser, { width: 320 });
    await enterAs(course, world.product, /Amina Sørensen/);
    const page = await openInWindow(course, 'Min uge');
    await page.getByRole('link', { name: 'Mød en medkursist' }).first().click();
    await page.waitForURL(/trin\/\d+$/);
    await page.goto(page.url().replace(/\d+$/, '1'));
    await expectAccessible(page);
    await page.getByRole('radio', { name: 'Lone' }).check();
    for (let step = 2; step <= 4; step += 1) {
      await page.getByRole('button', { name: 'Næste' }).click();
      await page.waitForURL((url) => !url.pathname.endsWith('/trin/1'));
      const way = page.getByRole('radio', { name: 'Åbne den ene besked nu' });
      if (await way.count()) await way.check();
      await expectAccessible(page);
    }
    await page.getByRole('heading', { level: 1, name: 'Sådan gik det for Lone' }).waitFor();
    expect(await page.getByRole('button', { name: 'Mød en anden' }).count()).to.equal(1);
    await page.getByRole('button', { name: 'Mød en anden' }).click();
    await atStep(page, 'Hvem vil du møde?');
  });
});
