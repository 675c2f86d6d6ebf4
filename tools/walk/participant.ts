import type { Page } from 'playwright-core';
import { testApp } from '../../test/support/testApp.ts';
import { Walker } from './walker.ts';

const TUESDAY = '2026-09-01T10:00:00+02:00';

/** The answers that matter to the way; any other question gets the option in the middle. */
const choices = { samtykke: 'ja', hvem: 'lone', 'lone-valg': 'aabne', 'antal-dage': '3', tro: '8', planer: 'hjaelper' };

/** All of week 1, from "Min uge" over the survey before the course to a plan that is made, as each page leads on: what it costs on a phone. */
export async function walkWeek(page: Page, pictures: string): Promise<Walker> {
  const app = await testApp({ at: TUESDAY });
  const { home, cookie } = await app.arrive();
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url: app.origin + home, secure: true }]);
  const walker = new Walker(page, pictures);
  walker.begin('Min uge');
  await page.goto(app.origin + home);
  await walker.look();
  while (!page.url().includes('handleplan/trin/uge')) await goOn(walker);
  await app.close();
  return walker;
}

async function goOn(walker: Walker): Promise<void> {
  const { page } = walker;
  const form = page.locator('form#activity');
  if ((await form.count()) === 0) {
    await walker.press(page.locator('main a.button-primary').first());
    return;
  }
  const answers = tro(page.url());
  await walker.answer(answers);
  await walker.press((await walker.leadingOn(answers)) ?? form.locator('.actions .button').first());
}

/** Two forms ask `tro`: how much one believes in small goals, 1 to 5, and how sure one is of a plan, 0 to 10. */
function tro(url: string): Record<string, string> {
  return url.includes('handleplan') ? choices : { ...choices, tro: '4' };
}
