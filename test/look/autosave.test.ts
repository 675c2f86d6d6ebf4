import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { texts } from '../../src/text/texts.ts';
import { sharedBrowser, newPage } from '../support/browser.ts';
import { withSavingPage } from './savingPage.ts';
import type { SavingServer } from './savingServer.ts';

const words = texts.da.common.saved;

describe('Saving while one writes', function () {
  this.timeout(60_000);
  let server: SavingServer;
  let page: Page;

  withSavingPage((given) => ({ server, page } = given), { width: 320, stopsTime: true });

  const field = () => page.getByLabel('Hvad giver dig energi i hverdagen?');
  const told = (text: string) => page.locator('[data-saved]', { hasText: text }).waitFor();
  const press = (name: string) => page.getByRole('button', { name }).click();

  it('saves when one pauses, says when, and takes what the server gives back', async () => {
    await field().fill('At gå en tur');
    await page.clock.runFor(1_900);
    expect(server.posts).to.have.length(0);
    await page.clock.runFor(200);
    await told(words.at('10.42'));
    expect(server.posts).to.have.length(1);
    expect(server.posts[0]).to.include({ intent: 'save', 'answer.energi': 'At gå en tur', base: '1' });
    expect(await page.locator('[name=base]').inputValue()).to.equal('2');
  });

  it('saves within ten seconds also when one never pauses', async () => {
    for (let second = 0; second < 11; second += 1) {
      await field().press('a');
      await page.clock.runFor(1_000);
    }
    await told(words.at('10.42'));
    expect(server.posts).to.have.length(1);
  });

  it('tells that it could not save, tries again by itself with growing pauses, and tells when it could', async () => {
    server.answer = { status: 503, body: { message: 'Senere' } };
    await field().fill('At gå en tur');
    await page.clock.runFor(2_000);
    await told(words.waiting);
    await page.clock.runFor(2_900);
    expect(server.posts).to.have.length(1);
    await page.clock.runFor(200);
    await server.postNumber(2);
    await told(words.waiting);
    await page.clock.runFor(5_900);
    expect(server.posts).to.have.length(2);
    server.answer = 'saved';
    await page.clock.runFor(200);
    await told(words.at('10.42'));
    expect(server.posts.at(-1)).to.include({ 'answer.energi': 'At gå en tur' });
  });

  it('waits while the net is away, and saves as soon as it is back', async () => {
    await page.context().setOffline(true);
    await field().fill('At gå en tur');
    await page.clock.runFor(2_000);
    await told(words.offline);
    await press(texts.da.common.buttons.next);
    expect(await field().inputValue()).to.equal('At gå en tur');
    await page.context().setOffline(false);
    await told(words.at('10.42'));
  });

  it('keeps a form that is longer than the server takes on the page, whatever is pressed', async () => {
    const book = 'Side efter side. '.repeat(13_000);
    await field().fill(book);
    await page.clock.runFor(2_000);
    await told(words.tooLong);
    await press(texts.da.common.buttons.next);
    await told(words.tooLong);
    expect(server.posts).to.have.length(0);
    expect(await field().inputValue()).to.equal(book);
    await field().fill('Det vigtigste');
    await page.clock.runFor(2_000);
    await told(words.at('10.42'));
    expect(server.posts.at(-1)).to.include({ 'answer.energi': 'Det vigtigste' });
  });

  it('never replaces what is being written, and never saves twice at once', async () => {
    server.hold();
    await field().fill('Først');
    await page.clock.runFor(2_000);
    await server.postNumber(1);
    await field().fill('Først og så mere');
    await page.clock.runFor(15_000);
    expect(server.posts).to.have.length(1);
    server.release();
    await told(words.at('10.42'));
    expect(await field().inputValue()).to.equal('Først og så mere');
    await page.clock.runFor(2_000);
    await server.postNumber(2);
    expect(server.posts[1]).to.include({ 'answer.energi': 'Først og så mere', base: '2' });
    expect(server.mostAtOnce).to.equal(1);
  });

  it('lets a press of a button wait for the save under way', async () => {
    server.hold();
    await field().fill('At gå en tur');
    await page.clock.runFor(2_000);
    await server.postNumber(1);
    await press(texts.da.common.buttons.next);
    server.release();
    await page.getByText('Next page').waitFor();
    expect(server.posts.map(({ intent, base }) => [intent, base])).to.deep.equal([
      ['save', '1'],
      ['next', '2'],
    ]);
  });

  it('holds a press back once where saving fails, and lets the next one through', async () => {
    server.answer = { status: 503, body: { message: 'Senere' } };
    await field().fill('At gå en tur');
    await page.clock.runFor(2_000);
    await told(words.waiting);
    await press(texts.da.common.buttons.next);
    await server.postNumber(2);
    await told(words.waiting);
    expect(await field().inputValue()).to.equal('At gå en tur');
    await press(texts.da.common.buttons.next);
    await page.getByText('Next page').waitFor();
  });

  it('says what the server says where asking again would not help, and asks again when more is written', async () => {
    server.answer = { status: 401, body: { message: 'Du har været væk et stykke tid.' } };
    await field().fill('At gå');
    await page.clock.runFor(2_000);
    await told('Du har været væk et stykke tid.');
    await page.clock.runFor(120_000);
    expect(server.posts).to.have.length(1);
    server.answer = 'saved';
    await field().fill('At gå en tur');
    await page.clock.runFor(2_000);
    await told(words.at('10.42'));
  });

  it('saves what is left when one leaves, and warns only while something is unsaved', async () => {
    const warnings: string[] = [];
    page.on('dialog', (dialog) => {
      warnings.push(dialog.type());
      void dialog.accept();
    });
    await field().pressSequentially('At gå');
    await page.goto(`${server.address}/elsewhere`);
    await server.postNumber(1);
    expect(server.posts[0]).to.include({ 'answer.energi': 'At gå' });
    expect(warnings).to.deep.equal(['beforeunload']);

    await page.goto(`${server.address}/step`);
    await field().pressSequentially('At gå');
    await page.clock.runFor(2_000);
    await told(words.at('10.42'));
    await page.goto(`${server.address}/elsewhere`);
    expect(warnings).to.have.length(1);
  });

  it('works without scripts: the button sends what was written', async () => {
    const plain = await newPage(await sharedBrowser(), { javaScriptEnabled: false });
    await plain.goto(`${server.address}/step`);
    await plain.getByLabel('Hvad giver dig energi i hverdagen?').fill('At gå en tur');
    await plain.getByRole('button', { name: texts.da.common.buttons.save }).click();
    await plain.getByText('Next page').waitFor();
    expect(server.posts[0]).to.include({ intent: 'save', 'answer.energi': 'At gå en tur', 'answer.en-valgt': '2' });
    await plain.context().close();
  });
});
