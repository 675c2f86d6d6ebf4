import { expectAccessible, expectQuiet } from '../support/browser.ts';
import { press, type } from './support/keyboard.ts';
import { peopleInRoom } from './support/peopleInRoom.ts';
import { atStep } from './support/preparation.ts';

describe('a participant who meets a digital co-participant', function () {
  this.timeout(90_000);
  const room = peopleInRoom();

  it('chooses whom to meet, follows the story by keyboard, and is done; no page has barriers', async () => {
    const page = await (await room.arrive()).window('aktivitet/modul-1-medkursister', { width: 768 });
    await atStep(page, 'Hvem vil du møde?');
    await expectAccessible(page);
    const people = page.getByRole('group', { name: /Vælg en/ });
    await press(page, people.getByRole('button', { name: /^Kasper/ }));
    await atStep(page, 'Kasper foran skærmen');
    await page.getByRole('heading', { name: 'Ti minutter til' }).waitFor();
    await expectAccessible(page);
    const ways = page.getByRole('group', { name: /Hvad ville du gøre/ });
    await press(page, ways.getByRole('button', { name: 'Skrive til instruktøren først' }));
    await atStep(page, 'Han skriver');
    await page.getByRole('heading', { name: 'Sådan gik det for Kasper' }).waitFor();
    await page.getByRole('button', { name: 'Mød en anden' }).waitFor();
    await expectAccessible(page);
    await type(page, page.getByRole('textbox', { name: 'Hvad vil du sige til Kasper?' }), 'Det er modigt at gå med');
    await press(page, page.getByRole('button', { name: 'Send og stop her' }));
    await atStep(page, 'Tak, fordi du var med');
    await press(page, page.locator('summary', { hasText: 'Se og ret dine svar' }));
    await page.getByText('Det er modigt at gå med').waitFor();
    expectQuiet(page);
  });

  it('presses an answer while the net is away: it is saved when the net is back, and then leads on', async () => {
    const page = await (
      await room.arrive({ person: { subject: 'uden', name: '' } })
    ).window('aktivitet/modul-1-medkursister');
    const answer = page.getByRole('button', { name: /^Kasper/ });
    await page.context().setOffline(true);
    await answer.click();
    await page.getByText('Du er ikke på nettet lige nu.').waitFor();
    await page.context().setOffline(false);
    await page.getByText(/^Gemt kl\./).waitFor();
    await answer.click();
    await atStep(page, 'Kasper foran skærmen');
  });
});
