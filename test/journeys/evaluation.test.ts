import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { PNG } from 'pngjs';
import { answering, type AnsweringApp } from '../features/evaluation/answering.ts';
import { expectAccessible, expectQuiet, newPage, sharedBrowser } from '../support/browser.ts';

describe('an instructor looks at the evaluation', function () {
  this.timeout(120_000);
  let app: AnsweringApp;

  before(async () => {
    app = await answering();
    for (const person of [1, 2, 3, 4, 5, 6])
      await app.answer(String(person), app.surveyAt('foer'), { value: (person % 5) + 1 });
  });
  after(() => app.close());

  it('with pictures that have their numbers beside them', async () => {
    const { cookie, home } = await app.enter('ib', { role: 'instructor' });
    const page = await newPage(await sharedBrowser());
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, path: home, domain: 'localhost', secure: true, sameSite: 'None' }]);
    await page.goto(`${app.origin}${home}/evaluering`);
    await page.getByRole('heading', { level: 1, name: 'Evaluering' }).waitFor();
    await expectAccessible(page);
    expect(await page.getByRole('img', { name: /^Før: 1: 17 %. 2: 33 %/ }).count()).to.be.greaterThan(0);
    await page.getByText('Det, vi leder efter, ligger nok et sted imellem.').waitFor();
    expect(await page.getByRole('columnheader', { name: '95 %-interval' }).count()).to.equal(0);
    // Folded, a question takes half the room; on a phone its tables are cards, and nothing lies to the right.
    await page.setViewportSize({ width: 320, height: 900 });
    await page.getByText('Tallene i en tabel').first().click();
    await page.getByRole('rowheader', { name: 'Før', exact: true }).first().waitFor();
    const hidden = `Math.max(...[...document.querySelectorAll('.table--responsive-scroll')].filter((one) => one.checkVisibility()).map((one) => one.scrollWidth - one.clientWidth))`;
    expect(await page.evaluate(hidden)).to.equal(0);
    await page.getByText('Find et spørgsmål').click();
    await page.getByRole('link', { name: 'Tror du, at en arbejdsplads kan bruge det, du kan?' }).click();
    expect(page.url()).to.match(/#\S+$/);
    expectQuiet(page);
  });

  it('of one time, and how the numbers are made, without scripts', async () => {
    const ib = await app.enter('ib', { role: 'instructor' });
    const front = await ib.open(`${ib.home}/`);
    const all = await ib.open(front.$('a:contains("Se alle tal samlet")').attr('href') ?? '');
    const time = all.$('select option:contains("Lige efter")');
    const later = await ib.open(
      `${all.path}?${String(time.parent().attr('name'))}=${encodeURIComponent(String(time.val()))}`,
    );
    expect(later.words).to.include('Ingen har svaret endnu');
    expect(later.$('article').length, 'questions that nobody has answered').to.equal(0);
    const how = await ib.open(later.$('a:contains("Sådan er tallene lavet")').attr('href') ?? '');
    expect(how.words).to.include('snit ± t · s / √n');
  });

  it('as an evaluator, who takes a figure of the report as a PNG', async () => {
    const page = await newPage(await sharedBrowser());
    await page.goto(await app.deps.evaluators.link());
    await page.getByRole('button', { name: 'Log ind' }).click();
    await page.getByRole('link', { name: 'Rapporten' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rapport' }).waitFor();
    await expectAccessible(page);
    await page.getByText('Hent figurerne: Tror du, at en arbejdsplads kan bruge det, du kan?').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('button[data-name="evner-spoergeskema-foer.png"]').click(),
    ]);
    expect(download.suggestedFilename()).to.equal('evner-spoergeskema-foer.png');
    const { width, height } = PNG.sync.read(await readFile(await download.path()));
    expect(
      [width, height].every((side) => side > 200),
      `${width} x ${height}`,
    ).to.equal(true);
    expectQuiet(page);
  });

  it('as an evaluator on a phone, who reads means first; on paper and without scripts all tables are there', async () => {
    const [phone, plain] = [
      await newPage(await sharedBrowser(), { width: 320 }),
      await newPage(await sharedBrowser(), { width: 320, javaScriptEnabled: false }),
    ];
    for (const page of [phone, plain]) {
      await page.goto(await app.deps.evaluators.link());
      await page.getByRole('button', { name: 'Log ind' }).click();
      await page.getByRole('link', { name: 'Rapporten' }).click();
      await page.getByRole('heading', { level: 1, name: 'Rapport' }).waitFor();
    }
    const table = (page: typeof phone) => page.locator('#evner-spoergeskema-foer');
    expect(await table(plain).isVisible(), 'without scripts').to.equal(true);
    expect(await table(phone).isVisible()).to.equal(false);
    await phone.getByText('Gennemsnit. Før: 2,83 (n=6).').first().waitFor();
    await phone.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await table(phone).isVisible(), 'on paper').to.equal(true);
    await phone.evaluate(`dispatchEvent(new Event('afterprint'))`);
    expect(await table(phone).isVisible()).to.equal(false);
    await phone.getByText('Svar og gennemsnit: Tror du, at en arbejdsplads kan bruge det, du kan?').click();
    await table(phone).getByRole('rowheader', { name: 'Det tvivler jeg på' }).waitFor();
    const beside = `(() => { const { scrollWidth, clientWidth } = document.querySelector('#evner-spoergeskema-foer').parentElement; return scrollWidth - clientWidth; })()`;
    expect(await phone.evaluate(beside), 'nothing lies to the right').to.equal(0);
    expectQuiet(phone);
  });
});
