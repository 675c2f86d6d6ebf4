import { expect } from 'chai';
import { makePlan } from '../activities/handleplan/world.ts';
import { expectAccessible, expectQuiet } from '../support/browser.ts';
import { choose, press, tabTo, type } from './support/keyboard.ts';
import { peopleInRoom } from './support/peopleInRoom.ts';
import { atStep } from './support/preparation.ts';

const PLAN = 'aktivitet/modul-1-handleplan';

describe('a handleplan', function () {
  this.timeout(120_000);
  const room = peopleInRoom();

  const arrive = async (role: 'participant' | 'instructor', subject: string) => {
    const person = await room.arrive({ role, person: { subject, name: '' } });
    return { ...person, plan: `${person.home}/${PLAN}` };
  };

  it('is made by keyboard alone on pages without barriers, helped where one is unsure, and ticked with one press', async () => {
    const page = await (await arrive('participant', 'mette')).window(PLAN, { width: 768 });
    const next = () => press(page, page.getByRole('button', { name: 'Næste' }));
    await atStep(page, 'Lav din plan');
    await press(page, page.getByRole('button', { name: 'Skift uge eller slags plan' }));
    await atStep(page, 'Begynd din plan');
    await expectAccessible(page);
    await tabTo(page, page.getByRole('radiogroup', { name: /Hvilken uge/ }).locator(':checked'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('radio', { name: /Denne uge/ }).isChecked()).to.equal(true);
    await next();
    await press(page, page.getByText('Se eksempler på planer'));
    await expectAccessible(page);
    await type(page, page.getByRole('textbox', { name: 'Hvad vil du gøre?' }), 'Jeg går en tur');
    const card = page.getByRole('region', { name: 'Din plan' });
    expect(await card.innerText()).to.equal('Hvad\nJeg går en tur');
    await choose(page, page.getByRole('radiogroup', { name: /Hvor mange dage/ }), '3');
    expect(await card.innerText()).to.match(/^Hvad\s+Jeg går en tur\s+Hvor tit\s+3 dage i ugen$/);
    await choose(page, page.getByRole('radiogroup', { name: /Hvor sikker er du/ }), '5');
    await page.getByText('I tvivl', { exact: true }).waitFor();
    await expectAccessible(page);
    await press(page, page.getByRole('button', { name: 'Gem min plan' }));
    await atStep(page, 'Gør det lettere for dig selv');
    await expectAccessible(page);
    // The long way is behind the three presses.
    await press(page, page.locator('summary', { hasText: 'Jeg vil selv rette planen' }));
    await expectAccessible(page);
    await type(page, page.getByRole('textbox', { name: /Hvad kan komme i vejen/ }), 'Regn');
    await press(page, page.getByRole('button', { name: 'Gem planen igen' }));
    await page.getByRole('heading', { name: 'Din plan er gemt' }).waitFor();
    await page.getByText('5 af 10: I tvivl').waitFor();
    await expectAccessible(page);
    const saved = page.waitForResponse((response) => response.request().method() === 'POST');
    await press(page, page.getByRole('button', { name: 'Ja, jeg gjorde det i dag' }));
    await page.getByText('Du har sat kryds i dag. Godt gået.').waitFor();
    expect((await saved).status()).to.equal(200);
    await page.reload();
    expect(await page.getByRole('checkbox', { name: /I dag/ }).isChecked()).to.equal(true);
    expectQuiet(page);
  });

  it('has no barriers where something is missing, where the week is closed, nor among all plans', async () => {
    const amina = await arrive('participant', 'amina');
    const page = await amina.window(`${PLAN}/trin/plan`, { width: 320 });
    const address = (path: string) => new URL(path, page.url()).href;
    await page.getByRole('button', { name: 'Gem min plan' }).click();
    await page.getByRole('heading', { name: 'Vi mangler lidt, før du kan gå videre' }).waitFor();
    await expectAccessible(page);
    await makePlan(amina);
    await page.goto(address('uge?lavet'));
    // As wide as Moodle's frame on a phone of 320 px; a word as long as "Kursusrummet" goes beside no picture there.
    await page.setViewportSize({ width: 302, height: 640 });
    const [picture, words] = await Promise.all(
      ['.plan-made img', '.plan-made .alert'].map((part) => page.locator(part).boundingBox()),
    );
    expect(words?.x).to.equal(picture?.x);
    await expectAccessible(page);
    await page.goto(address('gik'));
    await page.getByRole('radio', { name: 'Jeg gjorde noget af det' }).check();
    await page.getByRole('button', { name: 'Næste' }).click();
    await atStep(page, 'Hvad kan hjælpe næste gang?');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Gem og afslut ugen' }).click();
    await page.getByText('Lidt er også noget.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Se alle mine planer' }).click();
    await atStep(page, 'Alle mine planer');
    await expectAccessible(page);
  });

  it('has no barriers for the instructor either, who makes one too', async () => {
    const ulla = await arrive('instructor', 'ulla');
    const page = await ulla.window(`${PLAN}/trin/plan`, { width: 320 });
    await expectAccessible(page);
    await makePlan(ulla);
    await page.goto(page.url().replace(/trin.*$/, 'trin/uge?lavet'));
    await page.getByRole('heading', { name: 'Din plan er gemt' }).waitFor();
    await expectAccessible(page);
  });
});
