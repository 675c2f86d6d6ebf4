import type { Page } from 'playwright-core';
import { expectAccessible, expectQuiet } from '../support/browser.ts';
import { peopleInRoom, type PersonInRoom } from './support/peopleInRoom.ts';
import { atStep } from './support/preparation.ts';

/** How each is made, without scripts, is in test/features/diary and takeAlong. */
describe('what a participant keeps for herself, on a phone', function () {
  this.timeout(120_000);
  const room = peopleInRoom();
  let mette: PersonInRoom;
  let page: Page;
  before(async () => {
    mette = await room.arrive();
    page = await mette.window('', { width: 320 });
  });
  const go = (path: string) => page.goto(`${room.app.origin}${mette.home}/${path}`);
  /** Where pictures of the pages are wanted: a folder in SCREENSHOTS. */
  const look = async (name: string) => {
    await expectAccessible(page);
    const folder = process.env['SCREENSHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };

  it('has no barriers in the diary: the day in two presses, then a few words, and the week as a picture', async () => {
    await go('humoerdagbog');
    await page.getByRole('radio', { name: '4 Godt' }).check();
    await page.getByRole('button', { name: 'Gem dagen' }).click();
    await page.getByRole('heading', { name: 'Dagen er gemt' }).waitFor();
    await page.getByText('Skriv lidt om dagen').click();
    await page.getByRole('textbox', { name: 'Hvad hjalp dig?' }).fill('En kop te');
    await page.getByRole('img', { name: /Dit humør i uge/ }).waitFor();
    await look('diary');
    await page.getByRole('link', { name: 'Se og udskriv ugen' }).click();
    await page.getByRole('heading', { level: 1, name: /^Din uge/ }).waitFor();
    await look('week');
    expectQuiet(page);
  });

  it('has none in a circle, its three steps and the list of them', async () => {
    const circles = `${mette.home}/symptomcirkel`;
    const first = await mette.open(`${circles}/ny`);
    const fill = { 'answer.maerker': ['traet', 'soevn'] };
    const second = await mette.press({ page: first, intent: 'next', fill });
    const leads = { 'answer.foerer-traet': 'mindre', 'answer.foerer-soevn': 'traet' };
    const third = await mette.press({ page: second, intent: 'next', fill: leads });
    await mette.press({ page: third, intent: 'next', fill: { 'answer.begynd': 'soevn' } });
    await go('symptomcirkel');
    await look('circles');
    await page.getByRole('link', { name: /^Cirkel fra/ }).click();
    await page.getByRole('img', { name: 'Din symptomcirkel' }).waitFor();
    await look('circle');
    const circle = page.url();
    for (const step of [1, 2, 3]) {
      await page.goto(`${circle}/trin/${step}`);
      await look(`circle-${step}`);
    }
    expectQuiet(page);
  });

  it('has none in what is taken along, and in the sheet', async () => {
    await go('tag-med');
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
