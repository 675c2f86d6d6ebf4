import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible, expectQuiet, launchBrowser, newPage } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';
import { enterAs, openInWindow } from './support/courseRoom.ts';
import { atStep } from './support/preparation.ts';

describe('what a participant keeps for herself, on a phone without scripts', function () {
  this.timeout(120_000);
  let product: Product;
  let browser: Browser;
  let room: Page;
  let home: string;
  before(async () => {
    product = await startProduct();
    browser = await launchBrowser();
    const page = await newPage(browser, { width: 320, javaScriptEnabled: false });
    await enterAs(page, product, /Mette Holm/);
    room = await openInWindow(page, 'Min uge');
    home = new URL(room.url()).pathname.split('/').slice(0, 3).join('/');
  });
  after(async () => {
    await browser.close();
    await product.remove();
  });

  const go = (place: string) => room.goto(new URL(`${home}/${place}`, room.url()).href);
  const press = (name: string) => room.getByRole('button', { name }).click();
  const look = async (name: string) => {
    await expectAccessible(room);
    const folder = process.env['SCREENSHOTS'];
    if (!folder) return;
    await room.screenshot({ path: `${folder}/${name}-320.png`, fullPage: true });
    await room.setViewportSize({ width: 1280, height: 900 });
    await room.screenshot({ path: `${folder}/${name}-1280.png`, fullPage: true });
    await room.setViewportSize({ width: 320, height: 900 });
  };

  it('the day in two presses, then a few words, and the week as a picture', async () => {
    await go('humoerdagbog');
    await look('dagbog-tom');
    await room.getByRole('radio', { name: '4 Godt' }).check();
    await press('Gem dagen');
    await room.getByRole('heading', { name: 'Dagen er gemt' }).waitFor();
    await room.getByText('Skriv lidt om dagen').click();
    await room.getByRole('textbox', { name: 'Hvad hjalp dig?' }).fill('En kop te');
    await press('Gem dagen');
    await room.getByRole('img', { name: /Dit humør i uge/ }).waitFor();
    await look('dagbog');
    await room.getByRole('link', { name: 'Se og print ugen' }).click();
    await atStep(room, (await room.getByRole('heading', { level: 1 }).textContent()) ?? '');
    await look('dagbog-uge');
  });

  it('a circle in three steps', async () => {
    await go('symptomcirkel');
    await look('cirkel-begynd');
    await room.getByRole('link', { name: 'Lav en cirkel' }).click();
    for (const sign of ['Jeg er træt det meste af dagen', 'Jeg sover dårligt', 'Jeg bekymrer mig meget'])
      await room.getByRole('checkbox', { name: sign }).check();
    await look('cirkel-1');
    await press('Næste');
    for (const lead of ['lader jeg ting ligge', 'er jeg træt næste dag', 'kan jeg ikke sove'])
      await room.getByRole('radio', { name: new RegExp(lead) }).check();
    await look('cirkel-2');
    await press('Næste');
    await room.getByRole('radio', { name: 'Jeg sover dårligt' }).check();
    await room.getByRole('textbox', { name: /den lille ting/ }).fill('Jeg står op klokken otte');
    await look('cirkel-3');
    await press('Se min cirkel');
    await room.getByRole('img', { name: 'Din symptomcirkel' }).waitFor();
    await look('cirkel');
  });

  it('a sheet of her own choice', async () => {
    await go('tag-med');
    await look('tag-med');
    await press('Vis arket');
    await room.getByRole('link', { name: 'Vælg mindst én ting, eller skriv noget, du vil have med.' }).waitFor();
    await look('tag-med-fejl');
    await room.getByRole('checkbox', { name: /1 dag skrevet/ }).check();
    await room.getByRole('textbox', { name: /gerne have, din sagsbehandler ved/ }).fill('Formiddage er bedst');
    await press('Vis arket');
    await atStep(room, 'Fra mit kursus');
    await look('ark');
    await press('Ret dit valg');
    expect(await room.getByRole('checkbox', { name: /1 dag skrevet/ }).isChecked()).to.equal(true);
    expect(await room.getByRole('textbox', { name: /gerne have/ }).inputValue()).to.equal('Formiddage er bedst');
    expectQuiet(room);
  });
});
