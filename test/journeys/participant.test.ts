import { expect } from 'chai';
import { load } from 'cheerio';
import { startAppAndPlatform } from '../support/app.ts';
import { expectAccessible, expectQuiet, newPage, sharedBrowser } from '../support/browser.ts';
import { headingOf, openPreparation, pressIntent, prepareAndSend } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import type { Visit } from '../support/platform/webClient.ts';
import { waitForOwnGrade } from './support/courseRoom.ts';
import { choose, press, type } from './support/keyboard.ts';
import { peopleInRoom } from './support/peopleInRoom.ts';
import { atStep, hopeQuestion as hope } from './support/preparation.ts';

describe('a participant', function () {
  this.timeout(90_000);
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  before(async () => (both = await startAppAndPlatform()));
  after(() => both.close());
  const hoped = ({ html }: Visit) => load(html)('textarea[name="answer.haab"]').val();

  it('goes the whole way by keyboard only, in the course room’s frame: chooses, writes what saves itself, sends, and has a grade', async () => {
    const page = await newPage(await sharedBrowser());
    await page.goto(both.platform.issuer);
    await press(page, page.getByRole('button', { name: /Mette Holm/ }));
    await press(page, page.getByRole('link', { name: 'Åbn', exact: true }).first());
    const room = page.frameLocator('iframe');
    const goOn = () => press(page, room.getByRole('button', { name: 'Næste' }));

    await atStep(room, 'Godt, du er her');
    const start = room.getByRole('group', { name: /Hvordan har du det/ });
    await press(page, start.getByRole('button', { name: 'Jeg er nervøs' }));
    await atStep(room, 'Sådan er en uge på kurset');
    await press(page, room.getByRole('checkbox', { name: 'At der er pauser' }), 'Space');
    await goOn();
    await atStep(room, 'Det kan du håbe på');
    const saved = page.waitForResponse((response) => response.request().method() === 'POST');
    await type(page, room.getByRole('textbox', { name: hope }), 'Mere ro. Og mod på en dag ad gangen.');
    expect((await saved).status()).to.equal(200);
    await room.getByText(/^Gemt kl\. \d\d\.\d\d/).waitFor();
    const onPhone = await openPreparation(both.platform, people.mette);
    expect(hoped(onPhone.page)).to.equal('Mere ro. Og mod på en dag ad gangen.');
    await goOn();
    await atStep(room, 'Troen på, at du kan');
    await choose(page, room.getByRole('radiogroup', { name: /Hvor meget tror du/ }), '3 Noget');
    await goOn();
    await atStep(room, 'Et første kig på handleplanen');
    await choose(page, room.getByRole('radiogroup', { name: /lave planer/ }), 'Det hjælper nogle gange');
    await room.getByRole('heading', { name: 'Inden I mødes' }).waitFor();
    await press(page, room.getByRole('button', { name: 'Send og gå videre' }));
    await room.getByRole('heading', { name: 'Tak. Dine svar er sendt' }).waitFor();
    await atStep(room, 'Vil du være med?');

    await waitForOwnGrade(page, { sandboxUrl: both.platform.issuer });
    expectQuiet(page);
  });

  it('takes a break without scripts, loses nothing when the session ends, and goes on from another device', async () => {
    const phone = await openPreparation(both.platform, people.jens);
    let page = phone.page;
    while (hoped(page) === undefined) page = await pressIntent(phone.client, page, 'next');
    const text = 'At sove bedre.\nOg få lidt energi 🌱';
    const paused = await phone.client.submit(page, { 'answer.haab': text, intent: 'save' });
    expect(load((await phone.client.follow(paused)).html)('[role=status]').text()).to.include('Det er gemt');
    phone.client.clearCookies();
    const ended = await phone.client.submit(page, { 'answer.haab': `${text}\nOg mere`, intent: 'next' });
    expect(headingOf(ended)).to.equal('Din tekst er gemt');
    const computer = await openPreparation(both.platform, people.jens);
    expect(headingOf(computer.page)).to.equal('Det kan du håbe på');
    expect(hoped(computer.page)).to.equal(`${text}\nOg mere`);
    const receipt = await prepareAndSend(computer.client, computer.page);
    expect(headingOf(receipt)).to.equal('Tak. Dine svar er sendt');
  });

  const inRoom = peopleInRoom();

  it('meets pages without barriers', async () => {
    const page = await (await inRoom.arrive()).window('aktivitet/modul-1-forberedelse/trin/1', { width: 320 });
    const base = page.url().replace(/trin\/\d+$/, '');
    for (let step = 1; step <= 5; step += 1) {
      if (step > 1) await page.goto(`${base}trin/${step}`);
      await expectAccessible(page);
    }
    await page.getByRole('button', { name: 'Send og gå videre' }).click();
    await page.getByRole('heading', { name: 'Vi mangler lidt, før du kan gå videre' }).waitFor();
    await expectAccessible(page);
    await page.goto(`${base}findes-ikke`);
    await expectAccessible(page);
  });
});
