import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectQuiet, newPage } from '../support/browser.ts';
import { enterAs, openInWindow, preparation } from './support/courseRoom.ts';
import { choose, press, tabTo, type } from './support/keyboard.ts';
import { atStep } from './support/preparation.ts';
import { productAndBrowser } from './support/world.ts';

describe('a handleplan', function () {
  this.timeout(120_000);
  const world = productAndBrowser();

  /** The plan of the first week, in a window of its own. */
  const openPlan = async (course: Page, person: RegExp): Promise<Page> => {
    await enterAs(course, world.product, person);
    const window = await openInWindow(course, preparation);
    await window.waitForURL(/\/rum\//);
    await window.goto(window.url().replace(/modul-1-forberedelse.*$/, 'modul-1-handleplan'));
    return window;
  };

  it('is made by keyboard alone, helped where one is unsure, and ticked with one press', async () => {
    const page = await openPlan(await newPage(world.browser, { width: 768 }), /Mette Holm/);
    const next = () => press(page, page.getByRole('button', { name: 'Næste' }));
    await atStep(page, 'Hvad vil du gøre?');
    await press(page, page.getByRole('button', { name: 'Skift uge eller slags plan' }));
    await atStep(page, 'Begynd din plan');
    // Which of the two is chosen from the start depends on the day of the week.
    await tabTo(page, page.getByRole('radiogroup', { name: /Hvilken uge/ }).locator(':checked'));
    if (!(await page.getByRole('radio', { name: /Denne uge/ }).isChecked())) await page.keyboard.press('ArrowUp');
    await next();
    await type(page, page.getByRole('textbox', { name: 'Hvad vil du gøre?' }), 'Jeg går en tur');
    await choose(page, page.getByRole('radiogroup', { name: /Hvor mange dage/ }), '3');
    await next();
    await choose(page, page.getByRole('radiogroup', { name: /Hvor sikker er du/ }), '5');
    await page.getByText('I tvivl', { exact: true }).waitFor();
    await next();
    await atStep(page, 'Gør det lettere for dig selv');
    await press(page, page.locator('summary', { hasText: changeOneself }));
    await type(page, page.getByRole('textbox', { name: /Hvad kan komme i vejen/ }), 'Regn');
    await next();
    await atStep(page, 'Se din plan');
    await page.getByText('5 af 10: I tvivl').waitFor();
    await press(page, page.getByRole('button', { name: 'Gem min plan' }));
    await page.getByRole('heading', { name: 'Din plan er gemt' }).waitFor();
    const saved = page.waitForResponse((response) => response.request().method() === 'POST');
    await press(page, page.getByRole('button', { name: 'Ja, jeg gjorde det i dag' }));
    await page.getByText('Du har sat kryds i dag. Godt gået.').waitFor();
    expect((await saved).status()).to.equal(200);
    await page.reload();
    expect(await page.getByRole('checkbox', { name: /I dag/ }).isChecked()).to.equal(true);
    expectQuiet(page);
  });

  it('needs no scripts: made, ticked, closed and carried on from a small phone', async () => {
    // The launch itself goes by scripts here; the plan's own pages do not.
    const scripted = await openPlan(await newPage(world.browser, { width: 320 }), /Jens Aagaard/);
    const state = await scripted.context().storageState();
    const context = await world.browser.newContext({
      storageState: state,
      javaScriptEnabled: false,
      viewport: { width: 320, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(scripted.url());
    await page.getByRole('button', { name: 'Skift uge eller slags plan' }).click();
    await page.getByRole('radio', { name: /Opgaver/ }).check();
    await page.getByRole('radio', { name: /Denne uge/ }).check();
    await page.getByRole('button', { name: 'Næste' }).click();
    await page.getByRole('textbox', { name: 'Første opgave' }).fill('Ringe til lægen');
    await page.getByRole('button', { name: 'Næste' }).click();
    await page.getByRole('radio', { name: '8 Ret sikker' }).check();
    await page.getByRole('button', { name: 'Næste' }).click();
    await page.getByRole('button', { name: 'Gem min plan' }).click();
    await page.getByRole('checkbox', { name: 'Ringe til lægen' }).check();
    await page.getByRole('button', { name: 'Gem kryds og kommentarer' }).click();
    await page.getByText('1 af 1 opgaver er klaret.').waitFor();
    await page.getByRole('link', { name: 'Afslut ugen' }).click();
    await page.getByRole('radio', { name: 'Jeg gjorde det' }).check();
    await page.getByRole('button', { name: 'Næste' }).click();
    await page.getByText('Flot. Du gjorde det, du havde sat dig for.').waitFor();
    await page.getByRole('link', { name: 'Fortsæt med samme plan' }).click();
    await page.getByText('Din sidste plan: Ringe til lægen').waitFor();
  });

  const makers: [string, RegExp][] = [
    ['a participant', /Amina Sørensen/],
    ['the instructor, who makes one too', /Ulla Brandt/],
  ];
  for (const [who, person] of makers) {
    it(`meets pages without barriers: ${who}`, async () => {
      const page = await openPlan(await newPage(world.browser, { width: 320 }), person);
      const base = page.url().replace(/\/trin\/.*$/, '');
      await page.goto(`${base}/trin/slut`);
      await page.getByRole('button', { name: 'Gem min plan' }).click();
      await page.getByRole('heading', { name: 'Vi mangler lidt, før du kan gå videre' }).waitFor();
      await expectAccessible(page);
      await page.goto(`${base}/trin/begynd`);
      await expectAccessible(page);
      await page.getByRole('radio', { name: /Denne uge/ }).check();
      await goOn(page, 'Hvad vil du gøre?');
      await page.getByText('Se eksempler på planer').click();
      await expectAccessible(page);
      await page.getByRole('textbox', { name: 'Hvad vil du gøre?' }).fill('Gå en tur');
      await page.getByRole('radio', { name: '4 dage i ugen' }).check();
      await goOn(page, 'Hvor sikker er du?');
      await page.getByRole('radio', { name: '6 Lidt i tvivl' }).check();
      await expectAccessible(page);
      await goOn(page, 'Gør det lettere for dig selv');
      await expectAccessible(page);
      await page.locator('summary', { hasText: changeOneself }).click();
      await expectAccessible(page);
      await goOn(page, 'Se din plan');
      await expectAccessible(page);
      await page.getByRole('button', { name: /Gem (min plan|planen igen)/ }).click();
      await page.getByRole('heading', { name: 'Din plan er gemt' }).waitFor();
      await expectAccessible(page);
      await page.goto(`${base}/trin/gik`);
      await page.getByRole('radio', { name: 'Jeg gjorde noget af det' }).check();
      await goOn(page, 'Hvad kan hjælpe næste gang?');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Gem og afslut ugen' }).click();
      await page.getByText('Lidt er også noget.').waitFor();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Se alle mine planer' }).click();
      await atStep(page, 'Alle mine planer');
      await expectAccessible(page);
    });
  }
});

/** The long way is behind the three presses. */
const changeOneself = 'Jeg vil selv rette planen';

async function goOn(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Næste' }).click();
  await atStep(page, title);
}
