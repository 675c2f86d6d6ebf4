import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectQuiet, newPage } from '../support/browser.ts';
import { enterAs, openInFrame, openInWindow, preparation } from './support/courseRoom.ts';
import { press, type } from './support/keyboard.ts';
import { atStep, goTo } from './support/preparation.ts';
import { productAndBrowser } from './support/world.ts';

/** A browser with a Danish voice that writes down what it is to say, and says it in no time; a headless one has no voices. */
function withVoice(page: Page) {
  return page.addInitScript(`
    window.spoken = [];
    const voice = { lang: 'da-DK', name: 'Sara', default: true, localService: true, voiceURI: 'sara' };
    Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
      getVoices: () => [voice],
      speak: (piece) => {
        window.spoken.push(piece.lang + ' ' + piece.text + (piece.rate < 1 ? ' slowly' : ''));
        setTimeout(() => piece.dispatchEvent(new Event('end')), window.saysFor ?? 0);
      },
      cancel: () => { window.stopped = window.spoken.length; },
    }) });
    window.SpeechSynthesisUtterance = class extends EventTarget {
      constructor(text) { super(); this.text = text; this.lang = ''; }
    };
  `);
}

describe('the toolbox', function () {
  this.timeout(90_000);
  const world = productAndBrowser();

  const toolbox = async (page: Page): Promise<Page> => {
    await enterAs(page, world.product, /Mette Holm/);
    const room = await openInWindow(page, 'Min uge');
    await room.locator('summary', { hasText: 'Mere' }).click();
    await room.getByRole('link', { name: 'Værktøjskassen' }).click();
    await room.getByRole('heading', { level: 1, name: 'Værktøjskassen' }).waitFor();
    return room;
  };

  it('is searched and read by keyboard, in the course room’s frame', async () => {
    const page = await newPage(world.browser, { width: 768 });
    await enterAs(page, world.product, /Jens Aagaard/);
    const room = await openInFrame(page, 'Min uge');
    await press(page, room.locator('summary', { hasText: 'Mere' }));
    await press(page, room.getByRole('link', { name: 'Værktøjskassen' }));
    await type(page, room.getByRole('searchbox', { name: 'Søg i værktøjskassen' }), 'soevn');
    await page.keyboard.press('Enter');
    await room.getByRole('status').filter({ hasText: 'om “soevn”' }).waitFor();
    await press(page, room.getByRole('link', { name: 'Søvn', exact: true }));
    await atStep(room, 'Søvn');
    await room.getByRole('heading', { level: 2, name: 'Prøv det nu' }).waitFor();
    expectQuiet(page);
  });

  it('is reached from a text in the preparation, and leads back there', async () => {
    const page = await newPage(world.browser, { width: 320 });
    await enterAs(page, world.product, /Amina Sørensen/);
    const room = await openInFrame(page, preparation);
    await goTo(room, 'Et første kig på handleplanen');
    await room.getByRole('link', { name: 'handleplaner i værktøjskassen' }).click();
    await atStep(room, 'Handleplaner');
    await room.getByRole('link', { name: 'Tilbage til det, du var i gang med' }).click();
    await atStep(room, 'Et første kig på handleplanen');
  });

  it('is read aloud where there is a Danish voice, and stops', async () => {
    const page = await newPage(world.browser);
    const room = await toolbox(page);
    await withVoice(room);
    await room.getByRole('link', { name: 'Søvn', exact: true }).click();
    await room.getByRole('button', { name: 'Læs højt' }).click();
    await room.getByRole('button', { name: 'Læs højt' }).waitFor();
    const spoken = await room.evaluate<string[]>('window.spoken');
    expect(spoken[0]).to.equal('da-DK Søvn');
    expect(spoken.some((text) => text.startsWith('da-DK Stå op på samme tid hver dag'))).to.equal(true);
    expect(spoken).not.to.include('da-DK Udskriv');
    expect(new Set(spoken).size).to.equal(spoken.length);
    // By keyboard, in the middle of a word.
    await room.evaluate('window.saysFor = 60_000');
    await room.getByRole('button', { name: 'Læs højt' }).press('Enter');
    await room.getByRole('button', { name: 'Stop oplæsning' }).press('Space');
    await room.getByRole('button', { name: 'Læs højt' }).waitFor();
    expectQuiet(room);
  });

  it('has its voice wherever there is running text, one at a time, and slowly where it is to be calm', async () => {
    const page = await newPage(world.browser);
    const room = await toolbox(page);
    await withVoice(room);
    const home = room.url().replace('vaerktoejskasse', '');
    await room.goto(`${home}aktivitet/modul-1-forberedelse/trin/2`);
    await room.getByRole('button', { name: 'Læs højt' }).click();
    await room.getByRole('button', { name: 'Læs højt' }).waitFor();
    expect((await room.evaluate<string[]>('window.spoken'))[0]).to.equal('da-DK Hver uge har tre dele:');
    await room.goto(`${home}vil-du-mere/modul-1`);
    await room.evaluate('window.saysFor = 60_000');
    const reading = room.getByRole('button', { name: 'Læs højt' });
    await reading.first().click();
    await reading.click();
    await room.getByRole('button', { name: 'Læs langsomt højt' }).click();
    expect(await room.getByRole('button', { name: 'Stop oplæsning' }).count()).to.equal(1);
    expect(await room.evaluate<string[]>('window.spoken')).to.deep.equal([
      'da-DK Dennis og døren',
      'da-DK Din egen trappe',
      'da-DK En stol, der bærer dig slowly',
    ]);
    await expectAccessible(room);
    expectQuiet(room);
  });

  it('offers no voice where the browser has none that speaks Danish', async () => {
    const room = await toolbox(await newPage(world.browser));
    await room.getByRole('link', { name: 'Stress', exact: true }).click();
    await room.getByRole('button', { name: 'Udskriv' }).waitFor();
    expect(await room.getByRole('button', { name: 'Læs højt' }).count()).to.equal(0);
  });

  it('has pages without barriers', async () => {
    const room = await toolbox(await newPage(world.browser, { width: 320 }));
    const index = room.url();
    await expectAccessible(room);
    await room.goto(`${index}?q=findes-ikke`);
    await expectAccessible(room);
    await room.goto(index);
    const links = await room.getByRole('list').getByRole('link').all();
    const pages = await Promise.all(links.map((link) => link.getAttribute('href')));
    expect(pages).to.have.length(21);
    // All are made by one template; these two have the first place and the longest heading.
    for (const path of [pages[0], pages.find((href) => href?.endsWith('/jobsamtale'))]) {
      await room.goto(new URL(path ?? '', index).href);
      await expectAccessible(room);
    }
    // The book, and the page with the widest table.
    for (const path of ['kursusbog', 'vil-du-mere/modul-3']) {
      await room.goto(index.replace('vaerktoejskasse', path));
      await expectAccessible(room);
    }
  });
});
