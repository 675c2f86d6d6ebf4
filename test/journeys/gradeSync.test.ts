import { expect } from 'chai';
import { load } from 'cheerio';
import type { Browser, Page } from 'playwright-core';
import { startAppAndPlatform } from '../support/app.ts';
import { expectAccessible, expectQuiet, sharedBrowser, newPage, type PageOptions } from '../support/browser.ts';
import { openPreparation, prepareAndSend } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import { until } from '../support/waiting.ts';
import { formOf } from '../support/platform/webClient.ts';
import { enterAs, openInWindow, preparation } from './support/courseRoom.ts';

describe('what the course room has been told', function () {
  this.timeout(90_000);
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  let browser: Browser;

  const scores = () => both.platform.requests.of('scores');
  const send = async (person: string) => {
    const before = scores().length;
    const { client, page } = await openPreparation(both.platform, person);
    await prepareAndSend(client, page);
    await until('the score was tried', () => scores().length > before);
  };

  before(async () => {
    both = await startAppAndPlatform();
    browser = await sharedBrowser();
  });
  beforeEach(() => both.platform.requests.clear());
  after(async () => {
    await both.close();
  });

  const activity = 'modul-1-forberedelse';
  const roomId = async () => {
    const { page } = await both.platform.launch({ person: people.instructor, activity });
    return new URL(page.url).pathname.split('/')[2];
  };
  const lookAs = async (person: RegExp, options: PageOptions = {}): Promise<Page> => {
    const page = await newPage(browser, options);
    await enterAs(page, { sandboxUrl: both.platform.issuer }, person);
    const room = await openInWindow(page, preparation);
    await room.waitForURL(/\/rum\//);
    return room;
  };
  const section = (page: Page) => page.getByRole('region', { name: 'Besked til kursusrummet' });
  const row = (page: Page, who: string) => section(page).getByRole('listitem').filter({ hasText: who });

  it('is no one’s business before anyone has sent', async () => {
    const page = await lookAs(/Ulla Brandt/);
    await page.getByRole('heading', { level: 1, name: /^Svar:/ }).waitFor();
    expect(await section(page).count()).to.equal(0);
  });

  it('is below the answers: what did not arrive first, with its cause, then what waits, then what arrived', async () => {
    await send(people.mette);
    both.platform.misbehave.next.scores = [{ kind: 'status', status: 400 }];
    await send(people.jens);
    both.platform.misbehave.next.scores = [{ kind: 'status', status: 500, headers: { 'retry-after': '36000' } }];
    await send(people.unnamed);
    const page = await lookAs(/Ulla Brandt/);
    await page.getByText('1 besked til kursusrummet er ikke nået frem.').waitFor();
    await page.getByRole('link', { name: 'Se hvorfor' }).click();
    await section(page).getByText('1 er nået frem. 1 er på vej. 1 er ikke nået frem.').waitFor();
    expect(await row(page, 'Jens Aagaard').textContent()).to.match(/tager ikke imod karakterer for denne person/);
    await section(page).getByText('På vej', { exact: true }).click();
    expect(await row(page, 'Deltager 4').textContent()).to.match(/svarer ikke.*Vi prøver igen kl\. \d\d\.\d\d/s);
    await section(page).getByText('Nået frem', { exact: true }).click();
    expect(await row(page, 'Mette Holm').textContent()).to.match(/Nået frem \S+dag \d+\./);
    await expectAccessible(page);
    expectQuiet(page);
  });

  it('has no barriers', async () => {
    await expectAccessible(await lookAs(/Ulla Brandt/, { width: 320 }));
  });

  it('is counted for the administrator, with causes and without names', async () => {
    const page = await lookAs(/Søren Krogh/, { width: 320 });
    await page.getByRole('heading', { level: 1, name: 'Rummets drift' }).waitFor();
    await page.getByRole('heading', { name: '1 karakter er stoppet' }).waitFor();
    // On a phone each row is a card: a cell that counts nothing is not in it, and the others say what they count.
    const counts = page.getByRole('row', { name: /Forbered dig til første gang/ }).getByRole('cell');
    expect(await counts.allTextContents()).to.deep.equal(['1', '1', '1']);
    await page.getByRole('row', { name: /tager ikke imod.* Antal 1 Kode http-400/ }).waitFor();
    expect(await page.getByRole('main').textContent()).not.to.match(/Jens|Mette|Deltager \d/);
    await expectAccessible(page);
  });

  it('is sent again by one press, once, and without scripts', async () => {
    const { client, page } = await both.platform.launch({ person: people.instructor, activity });
    const form = formOf(page, '.sync__row:contains("Jens Aagaard") form');
    const pressed = await client.post(form.action, form.fields);
    expect(load((await client.follow(pressed)).html)('[role=status]').text()).to.include('Vi sender igen nu');
    const hasGrade = async () => (await both.platform.course.grades()).some(({ person }) => person === people.jens);
    await until('Jens has his grade', hasGrade);
    expect((await client.post(form.action, form.fields)).status, 'pressed again').to.equal(303);
    await until('the page says so', async () => {
      const shown = load((await client.follow(pressed)).html);
      return shown('details .sync__row:contains("Jens Aagaard")').length === 1;
    });
    expect(scores().filter(({ body }) => (body as { userId?: string }).userId === people.jens)).to.have.length(1);
  });

  it('refuses a form without the person’s own secret, and knows no such form for a participant', async () => {
    const form = { action: `${both.app.url}/rum/${await roomId()}/aktivitet/${activity}/send-igen` };
    const teacher = await both.platform.launch({ person: people.instructor, activity });
    expect((await teacher.client.post(form.action, { person: people.jens })).status).to.be.within(400, 403);
    const own = await both.platform.launch({ person: people.amina, activity });
    const { _csrf = '' } = formOf(own.page).fields;
    expect((await own.client.post(form.action, { _csrf })).status).to.equal(404);
  });
});
