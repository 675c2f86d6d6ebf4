import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { texts } from '../../src/text/texts.ts';
import { newPage, sharedBrowser } from '../support/browser.ts';
import { until } from '../support/waiting.ts';
import { withSavingPage } from './savingPage.ts';
import type { SavingServer } from './savingServer.ts';

const words = texts.da.common.saved;

describe('What no save has acknowledged', function () {
  this.timeout(60_000);
  let server: SavingServer;
  let page: Page;

  withSavingPage((given) => ({ server, page } = given), { width: 320, stopsTime: true });

  const field = () => page.getByLabel('Hvad giver dig energi i hverdagen?');
  const told = (text: string) => page.locator('[data-saved]', { hasText: text }).waitFor();
  const kept = () => page.evaluate(() => Object.keys(sessionStorage));
  const putAway = () =>
    page.evaluate(
      `Object.defineProperty(document, 'hidden', { value: true, configurable: true });
       document.dispatchEvent(new Event('visibilitychange'));`,
    );
  const press = (name: string) => page.getByRole('button', { name }).click();

  it('shows what was typed and ticked when the page is loaded again before it was saved, and saves it', async () => {
    page.on('dialog', (dialog) => void dialog.accept());
    server.hold();
    await field().fill('At gå en tur');
    await page.getByRole('checkbox').first().check();
    await page.reload({ waitUntil: 'domcontentloaded' });
    expect(await field().inputValue()).to.equal('At gå en tur');
    expect(await page.getByRole('checkbox').first().isChecked()).to.equal(true);
    await server.postNumber(1);
    server.release();
    await page.clock.runFor(2_000);
    await told(words.at('10.42'));
    expect(server.posts).to.have.length(2);
    expect(server.posts[1]).to.include({ 'answer.energi': 'At gå en tur', page: 'P', base: '1' });
    expect(Number(server.posts[1]?.['turn'])).to.be.above(Number(server.posts[0]?.['turn']));
    expect(await kept()).to.deep.equal([]);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await field().inputValue()).to.equal('');
  });

  it('shows what was typed where the page after a press never came, and forgets it where it came', async () => {
    // With a clock of one's own a page doesn't know how it was come to.
    await page.context().close();
    page = await newPage(await sharedBrowser(), { width: 320 });
    await page.goto(`${server.address}/step`);
    await page.route('**/save', (route) => route.abort());
    await field().fill('At gå en tur');
    await press(texts.da.common.buttons.next);
    await until('the press has failed', () => page.url().startsWith('chrome-error'));
    await page.unroute('**/save');
    await page.goBack();
    await until('the words are back', async () => (await field().inputValue()) === 'At gå en tur');
    await press(texts.da.common.buttons.next);
    await page.getByText('Next page').waitFor();
    await until('they are forgotten', async () => (await kept()).length === 0);
    await page.context().close();
  });

  it('forgets what was not saved when a person signs out, with the session, and for another person', async () => {
    page.on('dialog', (dialog) => void dialog.accept());
    server.hold();
    const leave = async () => {
      await field().fill('At gå en tur');
      await page.goto(`${server.address}/elsewhere`);
      expect(await kept()).to.have.length(1);
    };
    await leave();
    await page.goto(`${server.address}/signed-out`);
    expect(await kept()).to.deep.equal([]);

    await page.goto(`${server.address}/step`);
    await leave();
    await page.goto(`${server.address}/step?other`);
    expect(await field().inputValue()).to.equal('');
    expect(await kept()).to.deep.equal([]);

    await page.goto(`${server.address}/step`);
    await leave();
    await page.clock.fastForward(13 * 60 * 60_000);
    await page.goto(`${server.address}/step`);
    expect(await field().inputValue()).to.equal('');
    server.release();
  });

  it('sends at once what is typed during a save when the phone is put away', async () => {
    server.hold();
    await field().fill('Først');
    await page.clock.runFor(2_000);
    await server.postNumber(1);
    await field().fill('Først og så mere');
    await putAway();
    await server.postNumber(2);
    const [first, second] = server.posts;
    expect(second).to.include({ 'answer.energi': 'Først og så mere', intent: 'save' });
    expect(Number(second?.['turn'])).to.be.above(Number(first?.['turn']));
    expect(await kept()).to.have.length(1);
    server.release();
    await told(words.at('10.42'));
    await until('it is acknowledged', async () => (await kept()).length === 0);
    await page.clock.runFor(20_000);
    expect(server.posts).to.have.length(2);
  });

  it('keeps what it could not save, and sends a form too when it is too large to outlive its page', async () => {
    server.answer = { status: 503, body: { message: 'Senere' } };
    const long = 'å'.repeat(12_000);
    await field().fill(long);
    await putAway();
    await server.postNumber(1);
    expect(server.posts[0]?.['answer.energi']).to.equal(long);
    await told(words.waiting);
    expect(await kept()).to.have.length(1);
    server.answer = 'saved';
    await page.clock.runFor(3_000);
    await told(words.at('10.42'));
    expect(await kept()).to.deep.equal([]);
  });
});
