import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { lifelike } from '../features/instructor/lifelike.ts';
import { briefWorld, PREP, type BriefWorld } from '../features/instructor/world.ts';
import { expectAccessible, expectQuiet, sharedBrowser, newPage } from '../support/browser.ts';
import { people } from '../support/platform/startPlatform.ts';

/** Where pictures of the pages are put, to be looked at; none where not set. */
const pictures = process.env['PICTURES'] ?? '';

describe('an instructor before and at the webinar', function () {
  this.timeout(120_000);
  let world: BriefWorld;
  let browser: Browser;

  before(async () => {
    world = await briefWorld();
    await world.fill(15, 3);
    browser = await sharedBrowser();
  });
  after(async () => {
    await world.close();
  });

  /** A browser that has made the launch of this client. */
  const as = async (client: BriefWorld['client'], width: number, { app, home } = world): Promise<Page> => {
    const page = await newPage(browser, { width });
    const cookies = client.cookiesFor(app.url + home);
    await page.context().addCookies(
      Object.entries(cookies).map(([name, value]) => ({
        name,
        value,
        url: app.url + home,
        secure: true,
      })),
    );
    return page;
  };
  const look = async (page: Page, name: string) => {
    await expectAccessible(page);
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
  };

  it('reads, chooses, notes and replies on a phone', async () => {
    const page = await as(world.client, 320);
    await page.goto(world.app.url + world.home);
    await look(page, 'class-320');
    await page.getByRole('link', { name: 'Gør klar til webinaret' }).click();
    await page.getByRole('heading', { level: 1, name: 'Webinar i uge 1: Velkommen' }).waitFor();
    await look(page, 'brief-320');
    const hope = page.getByRole('article', { name: 'Hvad håber du, at kurset kan give dig?' });
    await page.getByRole('textbox', { name: 'Noter til webinaret' }).fill('Begynd med søvn');
    await hope.getByRole('button', { name: /^Vælg til skærmen ?: Person 1$/ }).click();
    await hope.getByRole('button', { name: /^Valgt til skærmen · fjern ?: Person 1$/ }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Noter til webinaret' }).inputValue()).to.equal('Begynd med søvn');
    const start = page.getByRole('article', { name: 'Hvordan har du det med at gå i gang?' });
    await start.getByRole('button', { name: /^Vælg til skærmen/ }).click();
    await start.getByRole('button', { name: /^Valgt til skærmen · fjern/ }).waitFor();
    await hope.getByRole('link', { name: /^Svar\s+Person 1$/ }).click();
    await page.getByRole('textbox', { name: 'Dit svar' }).fill('Tak. Det tager vi op på tirsdag.');
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await page.getByRole('status').filter({ hasText: 'Svaret er sendt' }).waitFor();
    await look(page, 'reply-320');
    await page.goto(`${world.app.url}${world.home}aktivitet/modul-1-handleplan`);
    await look(page, 'plans-320');
    expectQuiet(page);
  });

  it('shows what was chosen by the arrow keys, large and without a name', async () => {
    const page = await as(world.client, 1280);
    await page.goto(`${world.app.url}${world.home}webinar/modul-1/vis`);
    await look(page, `screen-start-1280`);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'Nu kommer et svar fra holdet' }).waitFor();
    expect(await page.content()).not.to.include('Håb nummer');
    await look(page, `screen-announced-1280`);
    await page.keyboard.press('ArrowRight');
    await page.getByText('Håb nummer 1').waitFor();
    expect(await page.content()).not.to.match(/Person \d|Deltager \d|Hold 7/);
    await look(page, `screen-answer-1280`);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('row', { name: /Jeg er nervøs/ }).waitFor();
    await look(page, `screen-chart-1280`);
    await page.keyboard.press('ArrowLeft');
    await page.getByText('Håb nummer 1').waitFor();
    expectQuiet(page);
  });

  it('takes two screens of a computer for a class of 15, all of whom have a say', async () => {
    // A class that nobody has replied to or chosen from.
    const untouched = await briefWorld();
    const everyone = await untouched.fill(15, 0);
    for (const [index, person] of everyone.slice(0, 12).entries()) {
      for (const [activity, answers] of lifelike(index)) await untouched.send(person, activity, answers);
    }
    const page = await as(untouched.client, 1280, untouched);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${untouched.app.url}${untouched.home}webinar/modul-1`);
    await look(page, 'brief-1280');
    expect(await page.evaluate<number>('document.documentElement.scrollHeight')).to.be.at.most(2 * 800);
    const order = await page.locator('.brief h2, .brief__notes label').allInnerTexts();
    expect(order).to.deep.equal([
      'Spørgsmål til dig (4)',
      'Sådan kan du begynde',
      'Det har holdet svaret',
      'Valgt til skærmen',
      'Noter til webinaret',
    ]);
    expectQuiet(page);
    await untouched.close();
  });

  it('has room for it all on two sheets of paper', async () => {
    const all = await world.fill(52, 12);
    // More hopes than the page lists at once.
    for (const person of all.slice(12)) await world.send(person, PREP, { haab: 'At sove bedre', tro: '3' });
    const form = await world.open('webinar/modul-1');
    for (const person of all.slice(0, 10)) {
      const { lastSentAt } = (await world.app.deps.responses.get({ room: world.room, person, activity: PREP }))!;
      await world.post(form, {
        saet: `${PREP}/lykkedes/${person}/${lastSentAt}`,
        'answer.noter': 'Spørg til søvn. '.repeat(200),
      });
    }
    const page = await as(world.client, 1280);
    await page.goto(`${world.app.url}${world.home}webinar/modul-1/print`);
    await look(page, 'print-1280');
    expect(await sheetsOf(page, 'print')).to.be.at.most(2);
    const phone = await as(world.client, 320);
    await phone.goto(`${world.app.url}${world.home}webinar/modul-1`);
    expect(await phone.locator('#haab .answer').count()).to.equal(50);
    await look(phone, 'brief-many-320');
    expectQuiet(phone);
  });

  const sheetsOf = async (page: Page, name: string): Promise<number> => {
    const pdf = await page.pdf({ format: 'A4', ...(pictures && { path: `${pictures}/${name}.pdf` }) });
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  };

  it('is answered on the participant’s own page', async () => {
    const { client } = await world.platform.launch({ person: people.mette, activity: 'Min uge' });
    const form = await world.open('svar-til/holdet?om=modul-1');
    await world.client.submit(form, { 'answer.svar': 'Godt at se jer.\nVi ses på tirsdag.' });
    const page = await as(client, 320);
    await page.goto(world.app.url + world.home);
    await page.getByRole('heading', { name: 'Du har fået et svar fra din instruktør' }).waitFor();
    await look(page, 'week-320');
    await page.getByRole('link', { name: 'Læs svaret' }).click();
    await page.getByText('Vi ses på tirsdag.').waitFor();
    await look(page, 'read-320');
  });
});
