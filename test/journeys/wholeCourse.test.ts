import { expect } from 'chai';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expectAccessible, expectQuiet, newPage } from '../support/browser.ts';
import { clockFile } from '../support/clockFile.ts';
import { people } from '../support/platform/startPlatform.ts';
import { enterAs, openInWindow } from './support/courseRoom.ts';
import { frontPageOf } from './support/withoutScripts.ts';
import { productAndBrowser } from './support/world.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
function today() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(Date.now());
}
function opensNext(week: number) {
  return new RegExp(`Uge ${week + 1}: .* åbner`);
}

/** Pictures of every front page, for one who wants to look: `PICTURES=/tmp/course npx mocha …`. */
const picturesIn = process.env['PICTURES'];
async function picture(page: Page, name: string): Promise<void> {
  if (!picturesIn) return;
  mkdirSync(picturesIn, { recursive: true });
  await page.screenshot({ path: join(picturesIn, `${name}.png`), fullPage: true });
}

/** Answers every question of a step, each with the first answer that fits. */
async function answerStep(page: Page): Promise<void> {
  for (const group of await page.getByRole('radiogroup').all()) {
    if ((await group.locator('input:checked').count()) > 0) continue;
    const yes = group.getByRole('radio', { name: /^(Ja, det vil jeg gerne|3|8 Ret sikker)$/ });
    await ((await yes.count()) > 0 ? yes.first() : group.getByRole('radio').first()).check();
  }
  for (const group of await page.locator('#activity').getByRole('group').all()) {
    const boxes = group.getByRole('checkbox');
    if ((await boxes.count()) > 0 && (await group.locator('input:checked').count()) === 0) await boxes.first().check();
  }
  for (const field of await page.locator('#activity').getByRole('textbox').all()) {
    if ((await field.inputValue()) === '') await field.fill('En tur ved søen');
  }
}

/** Goes through an activity from the step it is at to its end. */
async function doActivity(page: Page): Promise<void> {
  // Each kind has its own words on the button that completes (contract: intent send).
  const send = page.locator('#activity button[name=intent][value=send]');
  for (let steps = 0; steps < 20; steps += 1) {
    await answerStep(page);
    const isLast = (await send.count()) > 0;
    const here = page.url();
    await (isLast ? send : page.getByRole('button', { name: 'Næste', exact: true })).first().click();
    await page.waitForURL((url) => url.href !== here);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (isLast) return;
  }
  throw new Error(`No end of the activity at ${page.url()}`);
}

describe('a whole course', function () {
  this.timeout(400_000);
  const { clock, setAhead, remove } = clockFile();
  const world = productAndBrowser({ clock });
  after(remove);

  /** A person's front page, so many days into the course. */
  const frontPage = async (person: RegExp, width: number): Promise<Page> => {
    const course = await newPage(world.browser, { width });
    await enterAs(course, world.product, person);
    const page = await openInWindow(course, 'Min uge');
    await page.waitForURL(/\/rum\//);
    return page;
  };
  const next = (page: Page) => page.getByRole('region', { name: 'Det næste for dig' });
  const nextThing = (page: Page) => next(page).getByRole('heading', { level: 3 });
  const doNext = async (page: Page, home: string): Promise<string> => {
    const title = (await nextThing(page).textContent()) ?? '';
    await next(page).getByRole('link').last().click();
    await page.locator('#activity').waitFor();
    await doActivity(page);
    await page.goto(home);
    return title;
  };

  /** The first week and the last, as a browser shows them. */
  const weekOnPhone = async (week: number): Promise<void> => {
    const page = await frontPage(/Mette Holm/, 360);
    const home = page.url();
    await picture(page, `week-${week}-begins`);
    await expectAccessible(page);
    const done: string[] = [];
    if (week === 1) done.push(await doNext(page, home));
    for (let activity = 0; activity < 3; activity += 1) done.push(await doNext(page, home));
    if (week === 1) expect(done[1], 'after the welcome').to.equal('Før du går i gang');
    await page.getByText(`Uge ${week} af 8`).waitFor();
    const here = page.getByRole('navigation', { name: 'Vejen gennem kurset' }).locator('[aria-current]');
    expect(await here.textContent()).to.match(new RegExp(`Uge ${week}: .* Her er du. Færdig.$`));
    if (week === 8) expect(await nextThing(page).textContent()).to.equal('Når kurset slutter');
    else await page.getByText(opensNext(week)).waitFor();
    await picture(page, `week-${week}-done`);
    if (week === 8) await doNext(page, home);
    expectQuiet(page);
    await page.context().close();
  };

  /** The weeks between: pages of the same making, over HTTP. */
  const weekWithoutScripts = async (week: number): Promise<void> => {
    const mette = await frontPageOf(world.product, people.mette);
    // In week 7 there are cards to sort too.
    for (let activity = 0; activity < (week === 7 ? 4 : 3); activity += 1) await mette.doNext();
    const $ = await mette.look();
    expect($('.theme__line').text()).to.equal(`Uge ${week} af 8`);
    expect($('.path [aria-current]').text()).to.include('Her er du. Færdig.');
    expect($('main').text()).to.match(opensNext(week));
  };

  it('is gone through by one participant on a phone, week by week, to the survey three months after', async () => {
    const instructor = await frontPage(/Ulla Brandt/, 1280);
    await instructor.getByText('Ret uger og webinar').click();
    await instructor.getByLabel('Hvornår begynder uge 1?').fill(today());
    await instructor.getByRole('radio', { name: 'Åbn uge for uge' }).check();
    await instructor.getByRole('button', { name: 'Gem' }).click();
    await instructor.getByText('Gemt.').waitFor();
    await instructor.context().close();

    for (let week = 1; week <= 8; week += 1) {
      setAhead((week - 1) * 7 * DAY_MS);
      if (week === 1 || week === 8) await weekOnPhone(week);
      else await weekWithoutScripts(week);
    }

    await world.product.stop();
    setAhead((8 * 7 + 93) * DAY_MS);
    await world.product.restart();
    const later = await frontPage(/Mette Holm/, 360);
    await picture(later, 'three-months-after');
    expect(await doNext(later, later.url())).to.equal('Tre måneder efter');
    await picture(later, 'all-done');
    await later.goto(`${later.url()}handleplaner`);
    expect(await later.locator('article.plan').count()).to.equal(8);
    await picture(later, 'all-plans');
    await expectAccessible(later);
  });
});
