import { expect } from 'chai';
import { expectAccessible, expectQuiet } from '../support/browser.ts';
import { peopleInRoom } from './support/peopleInRoom.ts';

describe('a class with dates', function () {
  this.timeout(90_000);
  const room = peopleInRoom();

  it('has a front page without barriers while all is open', async () => {
    const page = await (await room.arrive()).window('', { width: 320 });
    await page.getByRole('heading', { level: 1, name: 'Min uge' }).waitFor();
    await expectAccessible(page);
  });

  it('is set up by the instructor in two presses, on a page without barriers that says what is wrong', async () => {
    const ulla = await room.arrive({ role: 'instructor', person: { subject: 'ulla', name: 'Ulla' } });
    const page = await ulla.window('', { width: 320 });
    const start = page.getByLabel('Hvornår begynder uge 1?');
    await page.getByText('Alt er åbent for deltagerne.').waitFor();
    await page.getByText('Ret uger og webinar').click();
    await expectAccessible(page);
    await start.fill('2026-11-27');
    await page.getByRole('radio', { name: 'Åbn uge for uge' }).check();
    await page.getByLabel('Hvilken dag er der webinar?').selectOption('torsdag');
    await page.getByLabel('Hvornår begynder webinaret?').fill('10:00');
    await page.getByLabel('Link til webinaret').fill('https://webinar.example/hold-7');
    await page.getByRole('button', { name: 'Gem' }).click();
    await page.getByText('Webinar: torsdag kl. 10.00.').waitFor();
    expectQuiet(page);
    await page.getByText('Ret uger og webinar').click();
    await start.fill('2001-01-01');
    await page.getByRole('button', { name: 'Gem' }).click();
    await page.getByRole('heading', { name: 'Vi mangler lidt, før du kan gå videre' }).waitFor();
    await expectAccessible(page);
  });

  it('says to a participant when it opens, on pages without barriers', async () => {
    const page = await (await room.arrive()).window('', { width: 320 });
    // Before the course there is a welcome, and one thing to do, the survey; the weeks say when they open.
    await page.getByRole('heading', { level: 2, name: 'Godt, du er her' }).waitFor();
    await page.getByRole('heading', { level: 3, name: 'Før du går i gang' }).waitFor();
    await page.locator('summary', { hasText: 'Mere' }).click();
    await page
      .getByText(/^Åbner /)
      .first()
      .waitFor();
    await expectAccessible(page);
    const link = page.getByRole('link', { name: /Gå til webinaret/ });
    expect(await link.getAttribute('href')).to.equal('https://webinar.example/hold-7');
    await page.goto(`${page.url()}aktivitet/modul-1-forberedelse`);
    await page.getByRole('heading', { level: 1, name: 'Den åbner snart' }).waitFor();
    await expectAccessible(page);
  });
});
