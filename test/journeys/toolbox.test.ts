import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectQuiet } from '../support/browser.ts';
import { press, type } from './support/keyboard.ts';
import { peopleInRoom, type PersonInRoom } from './support/peopleInRoom.ts';
import { atStep } from './support/preparation.ts';

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
  const room = peopleInRoom();
  let mette: PersonInRoom;
  before(async () => (mette = await room.arrive()));

  it('is searched and read by keyboard', async () => {
    const page = await mette.window('vaerktoejskasse', { width: 768 });
    await type(page, page.getByRole('searchbox', { name: 'Søg i værktøjskassen' }), 'soevn');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'om “soevn”' }).waitFor();
    await press(page, page.getByRole('link', { name: 'Søvn', exact: true }));
    await atStep(page, 'Søvn');
    await page.getByRole('heading', { level: 2, name: 'Prøv det nu' }).waitFor();
    expectQuiet(page);
  });

  it('is reached from a text in the preparation, and leads back there', async () => {
    const page = await mette.window('aktivitet/modul-1-forberedelse/trin/5');
    await page.getByRole('link', { name: 'handleplaner i værktøjskassen' }).click();
    await atStep(page, 'Handleplaner');
    await page.getByRole('link', { name: 'Tilbage til det, du var i gang med' }).click();
    await atStep(page, 'Et første kig på handleplanen');
  });

  it('is read aloud where there is a Danish voice and nowhere else, and stops', async () => {
    const page = await mette.window('vaerktoejskasse/soevn');
    await page.getByRole('button', { name: 'Udskriv' }).waitFor();
    expect(await page.getByRole('button', { name: 'Få det læst op' }).count()).to.equal(0);
    await withVoice(page);
    await page.reload();
    await page.getByRole('button', { name: 'Få det læst op' }).click();
    await page.getByRole('button', { name: 'Få det læst op' }).waitFor();
    const spoken = await page.evaluate<string[]>('window.spoken');
    expect(spoken[0]).to.equal('da-DK Søvn');
    expect(spoken.some((text) => text.startsWith('da-DK Stå op på samme tid hver dag'))).to.equal(true);
    expect(spoken).not.to.include('da-DK Udskriv');
    expect(new Set(spoken).size).to.equal(spoken.length);
    // By keyboard, in the middle of a word.
    await page.evaluate('window.saysFor = 60_000');
    await page.getByRole('button', { name: 'Få det læst op' }).press('Enter');
    await page.getByRole('button', { name: 'Stop oplæsning' }).press('Space');
    await page.getByRole('button', { name: 'Få det læst op' }).waitFor();
    expectQuiet(page);
  });

  it('has its voice wherever there is running text, one at a time, and slowly where it is to be calm', async () => {
    const page = await mette.window('aktivitet/modul-1-forberedelse/trin/2');
    await withVoice(page);
    await page.reload();
    await page.getByRole('button', { name: 'Få det læst op' }).click();
    await page.getByRole('button', { name: 'Få det læst op' }).waitFor();
    expect((await page.evaluate<string[]>('window.spoken'))[0]).to.equal('da-DK Hver uge har tre dele:');
    await page.goto(page.url().replace(/aktivitet.*$/, 'vil-du-mere/modul-1'));
    await page.evaluate('window.saysFor = 60_000');
    const reading = page.getByRole('button', { name: 'Få det læst op' });
    await reading.first().click();
    await reading.click();
    await page.getByRole('button', { name: 'Få det læst langsomt op' }).click();
    expect(await page.getByRole('button', { name: 'Stop oplæsning' }).count()).to.equal(1);
    expect(await page.evaluate<string[]>('window.spoken')).to.deep.equal([
      'da-DK Dennis og døren',
      'da-DK Din egen trappe',
      'da-DK En stol, der bærer dig slowly',
    ]);
    await expectAccessible(page);
    expectQuiet(page);
  });

  it('has pages without barriers', async () => {
    const page = await mette.window('vaerktoejskasse', { width: 320 });
    const index = page.url();
    await expectAccessible(page);
    const links = await page.getByRole('list').getByRole('link').all();
    const pages = await Promise.all(links.map((link) => link.getAttribute('href')));
    expect(pages).to.have.length(21);
    // All are made by one template; these two have the first place and the longest heading.
    const tools = [pages[0], pages.find((href) => href?.endsWith('/jobsamtale'))];
    // The book, and the page with the widest table.
    for (const path of ['?q=findes-ikke', ...tools, 'kursusbog', 'vil-du-mere/modul-3']) {
      await page.goto(new URL(path ?? '', index).href);
      await expectAccessible(page);
    }
  });
});
