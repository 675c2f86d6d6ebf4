import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible, expectQuiet, sharedBrowser, newPage } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';
import { enterAs, openInWindow } from './support/courseRoom.ts';
import { atStep } from './support/preparation.ts';

describe('what a participant keeps for herself, on a phone without scripts', function () {
  this.timeout(120_000);
  let product: Product;
  let browser: Browser;
  let room: Page;
  before(async () => {
    product = await startProduct();
    browser = await sharedBrowser();
    const scripted = await arrive();
    const storageState = await scripted.context().storageState();
    const viewport = { width: 320, height: 900 };
    room = await (await browser.newContext({ storageState, javaScriptEnabled: false, viewport })).newPage();
    await room.goto(scripted.url());
  });
  after(async () => {
    await product.remove();
  });

  const arrive = async (width = 1280): Promise<Page> => {
    const page = await newPage(browser, { width });
    await enterAs(page, product, /Mette Holm/);
    const room = await openInWindow(page, 'Min uge');
    await atStep(room, 'Min uge');
    return room;
  };
  const go = (page: Page, place: string) => page.goto(page.url().replace(/(\/rum\/[^/]+)\/.*/, `$1/${place}`));
  const press = (name: string) => room.getByRole('button', { name }).click();

  it('the day in two presses, then a few words, and the week as a picture', async () => {
    await go(room, 'humoerdagbog');
    await room.getByRole('radio', { name: '4 Godt' }).check();
    await press('Gem dagen');
    await room.getByRole('heading', { name: 'Dagen er gemt' }).waitFor();
    await room.getByText('Skriv lidt om dagen').click();
    await room.getByRole('textbox', { name: 'Hvad hjalp dig?' }).fill('En kop te');
    await press('Gem dagen');
    await room.getByRole('img', { name: /Dit humør i uge/ }).waitFor();
    await room.getByRole('link', { name: 'Se og udskriv ugen' }).click();
    await room.getByRole('heading', { level: 1, name: /^Din uge/ }).waitFor();
  });

  it('a circle in three steps', async () => {
    await go(room, 'symptomcirkel');
    await room.getByRole('link', { name: 'Lav en cirkel' }).click();
    for (const sign of ['Jeg er træt det meste af dagen', 'Jeg sover dårligt', 'Jeg bekymrer mig meget'])
      await room.getByRole('checkbox', { name: sign }).check();
    await press('Næste');
    for (const lead of ['lader jeg ting ligge', 'er jeg træt næste dag', 'kan jeg ikke sove'])
      await room.getByRole('radio', { name: new RegExp(lead) }).check();
    await press('Næste');
    await room.getByRole('radio', { name: 'Jeg sover dårligt' }).check();
    await room.getByRole('textbox', { name: /Hvilken lille ting/ }).fill('Jeg står op klokken otte');
    await press('Se min cirkel');
    await room.getByRole('img', { name: 'Din symptomcirkel' }).waitFor();
  });

  it('a sheet of her own choice', async () => {
    await go(room, 'tag-med');
    await press('Vis arket');
    await room.getByRole('link', { name: 'Vælg mindst én ting, eller skriv noget, du vil have med.' }).waitFor();
    await room.getByRole('checkbox', { name: /1 dag skrevet/ }).check();
    await room.getByRole('textbox', { name: /gerne have, at din sagsbehandler ved/ }).fill('Formiddage er bedst');
    await press('Vis arket');
    await atStep(room, 'Fra mit kursus');
    await press('Ret dit valg');
    expect(await room.getByRole('checkbox', { name: /1 dag skrevet/ }).isChecked()).to.equal(true);
    expect(await room.getByRole('textbox', { name: /gerne have/ }).inputValue()).to.equal('Formiddage er bedst');
  });

  // axe is itself a script: the same person's pages, looked at with scripts on.

  it('has pages without barriers', async () => {
    const page = await arrive(320);
    const look = async (name: string) => {
      await expectAccessible(page);
      const folder = process.env['SCREENSHOTS'];
      if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
    };
    await go(page, 'humoerdagbog');
    await look('diary');
    await page.getByRole('link', { name: 'Se og udskriv ugen' }).click();
    await look('week');
    await go(page, 'symptomcirkel');
    await look('circles');
    await page.getByRole('link', { name: /^Cirkel fra/ }).click();
    await look('circle');
    const circle = page.url();
    for (const step of [1, 2, 3]) {
      await page.goto(`${circle}/trin/${step}`);
      await look(`circle-${step}`);
    }
    await go(page, 'tag-med');
    expectQuiet(page);
    await page.getByRole('button', { name: 'Vis arket' }).click();
    await page.getByRole('alert').waitFor();
    await look('choose');
    await page.getByRole('textbox', { name: /gerne have/ }).fill('Formiddage er bedst');
    await page.getByRole('checkbox', { name: /1 dag skrevet/ }).check();
    await page.getByRole('button', { name: 'Vis arket' }).click();
    await atStep(page, 'Fra mit kursus');
    await look('sheet');
  });
});
