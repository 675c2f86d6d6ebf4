import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectQuiet, newPage } from '../support/browser.ts';
import { enterAs, openInFrame, openInWindow } from './support/courseRoom.ts';
import { press } from './support/keyboard.ts';
import { productAndBrowser } from './support/world.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The date in Denmark so many days from now, as a date field has it. */
function dayFromNow(days: number) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(Date.now() + days * DAY_MS);
}

describe('a class with dates', function () {
  this.timeout(90_000);
  const world = productAndBrowser();

  const frontPage = async (person: RegExp, width = 1280): Promise<Page> => {
    const page = await newPage(world.browser, { width });
    await enterAs(page, world.product, person);
    return openInWindow(page, 'Min uge');
  };

  it('is set up by the instructor in two presses, and a participant meets it at once', async () => {
    const instructor = await frontPage(/Ulla Brandt/);
    await instructor.getByText('Alt er åbent for deltagerne.').waitFor();
    await instructor.getByText('Ret uger og webinar').click();
    await instructor.getByLabel('Hvornår begynder uge 1?').fill(dayFromNow(3));
    await instructor.getByRole('radio', { name: 'Åbn uge for uge' }).check();
    await instructor.getByLabel('Hvilken dag er der webinar?').selectOption('torsdag');
    await instructor.getByLabel('Hvornår begynder webinaret?').fill('10:00');
    await instructor.getByLabel('Link til webinaret').fill('https://webinar.example/hold-7');
    await instructor.getByRole('button', { name: 'Gem' }).click();
    await instructor.getByText('Webinar: torsdag kl. 10.00.').waitFor();
    expectQuiet(instructor);

    const participant = await frontPage(/Mette Holm/, 320);
    // Before the course there is a welcome, and one thing to do, the survey; the weeks say when they open.
    await participant.getByRole('heading', { level: 2, name: 'Godt, du er her' }).waitFor();
    await participant.getByRole('heading', { level: 3, name: 'Før du går i gang' }).waitFor();
    await participant.locator('summary', { hasText: 'Mere' }).click();
    await participant
      .getByText(/^Åbner /)
      .first()
      .waitFor();
    await expectAccessible(participant);
    const link = participant.getByRole('link', { name: /Gå til webinaret/ });
    expect(await link.getAttribute('href')).to.equal('https://webinar.example/hold-7');
    const download = participant.waitForEvent('download');
    await participant.getByRole('link', { name: 'Læg webinarerne i din kalender' }).click();
    expect((await download).suggestedFilename()).to.equal('webinar.ics');
    await participant.goto(`${participant.url()}aktivitet/modul-1-forberedelse`);
    await participant.getByRole('heading', { level: 1, name: 'Den åbner snart' }).waitFor();
    await expectAccessible(participant);
  });

  it('says what is wrong, keeps what was filled in, and is opened again, by keyboard and without scripts', async () => {
    const page = await newPage(world.browser, { javaScriptEnabled: false, width: 768 });
    await enterAs(page, world.product, /Ulla Brandt/);
    const room = await openInWindow(page, 'Min uge');
    while (!room.url().includes('/rum/')) {
      const here = room.url();
      await room.getByRole('button').first().click();
      await room.waitForURL((url) => url.href !== here);
    }
    await press(room, room.locator('summary', { hasText: 'Ret uger og webinar' }));
    await room.getByLabel('Link til webinaret').fill('http://webinar.example');
    await press(room, room.getByRole('button', { name: 'Gem' }));
    await room.getByRole('link', { name: /Linket skal være en hel adresse/ }).waitFor();
    expect(await room.getByLabel('Link til webinaret').inputValue()).to.equal('http://webinar.example');
    await room.getByLabel('Link til webinaret').fill('');
    await room.getByRole('radio', { name: 'Alt er åbent' }).check();
    await press(room, room.getByRole('button', { name: 'Gem' }));
    await room.getByText('Linket til webinaret mangler.', { exact: true }).waitFor();
  });

  it('speaks English to the one who asks for it, in the course room’s frame', async () => {
    const page = await newPage(world.browser, { width: 768 });
    await enterAs(page, world.product, /Jens Aagaard/);
    const room = await openInFrame(page, 'Min uge');
    await press(page, room.getByRole('button', { name: 'In English' }));
    await room.getByRole('heading', { level: 1, name: 'My week' }).waitFor();
    await room.getByRole('button', { name: 'På dansk' }).click();
    await room.getByRole('heading', { level: 1, name: 'Min uge' }).waitFor();
    expectQuiet(page);
  });

  it('has front pages without barriers, for the instructor too', async () => {
    const participant = await frontPage(/Amina Sørensen/, 320);
    await participant.getByRole('heading', { level: 1, name: 'Min uge' }).waitFor();
    await expectAccessible(participant);
    const instructor = await frontPage(/Ulla Brandt/, 320);
    await instructor.getByText('Ret uger og webinar').click();
    await expectAccessible(instructor);
    await instructor.getByLabel('Hvornår begynder uge 1?').fill('2001-01-01');
    await instructor.getByRole('button', { name: 'Gem' }).click();
    await instructor.getByRole('heading', { name: 'Vi mangler lidt, før du kan gå videre' }).waitFor();
    await expectAccessible(instructor);
  });
});
