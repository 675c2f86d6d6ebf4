import type { Page } from 'playwright-core';
import { briefWorld } from '../../test/features/instructor/world.ts';
import { Walker } from './walker.ts';

/** The five minutes before a webinar: open, choose two answers and a figure, show all of it. */
export async function walkWebinar(page: Page, pictures: string): Promise<Walker> {
  const world = await briefWorld();
  await world.fill(15, 3);
  const url = world.app.url + world.home;
  const cookies = Object.entries(world.client.cookiesFor(url));
  await page.context().addCookies(cookies.map(([name, value]) => ({ name, value, url, secure: true })));
  const walker = new Walker(page, pictures);
  walker.begin('front page');
  await page.goto(url);
  await walker.look();
  walker.begin('brief');
  await walker.press(page.locator('main a[href$="webinar"], main a[href*="/webinar/"]').first());
  await choose(walker);
  walker.begin('show');
  await walker.press(page.locator('.brief__chosen a.button'));
  const next = page.locator('[data-way=next]');
  // After the last page comes the one that says how much there is to show.
  while (!page.url().endsWith('/vis')) await walker.press(next);
  await world.close();
  return walker;
}

async function choose(walker: Walker): Promise<void> {
  const { page } = walker;
  const texts = page.locator('.answer button.star:not(.star--set):visible');
  const figures = page.locator('.answers__more > button.star:not(.star--set):visible');
  for (const star of [texts, texts, figures]) {
    const before = await page.locator('.star--set').count();
    await star.first().click();
    await page.locator('.star--set').nth(before).waitFor({ state: 'attached' });
    walker.countPress();
  }
}
