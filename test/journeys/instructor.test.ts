import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible, expectQuiet, sharedBrowser, newPage } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';
import { enterAs, openInFrame, openInWindow, preparation, waitForOwnGrade } from './support/courseRoom.ts';
import { prepareAndSend } from './support/preparation.ts';

describe('an instructor', function () {
  this.timeout(90_000);
  let product: Product;
  let browser: Browser;

  const participantSends = async (person: RegExp, hope: string) => {
    const page = await newPage(browser);
    await enterAs(page, product, person);
    await prepareAndSend(await openInWindow(page, preparation), hope);
    return page;
  };

  before(async () => {
    product = await startProduct();
    browser = await sharedBrowser();
    await participantSends(/Mette Holm/, 'Mere ro i hverdagen');
    await participantSends(/Deltager uden navn/, '<script>alert(1)</script> & lidt mod');
    const begins = await newPage(browser);
    await enterAs(begins, product, /Jens Aagaard/);
    const room = await openInWindow(begins, preparation);
    await room.getByRole('radio', { name: 'Jeg er nervøs' }).check();
    await room.getByText(/^Gemt kl\. .* Du kan lukke siden/).waitFor();
  });
  after(async () => {
    await product.remove();
  });

  const answersPage = async (width: number): Promise<Page> => {
    const page = await newPage(browser, { width });
    await enterAs(page, product, /Ulla Brandt/);
    const room = await openInWindow(page, preparation);
    await room.getByRole('heading', { level: 1, name: /^Svar:/ }).waitFor();
    return room;
  };

  it('sees who has sent, who has begun and who has not, also one who has never been here', async () => {
    const room = await answersPage(1280);
    await room.getByText('2 har sendt. 1 er i gang. 1 er ikke begyndt.').waitFor();
    const group = (title: string) => room.getByRole('heading', { level: 3, name: title, exact: true }).locator('..');
    expect(await group('Har sendt').getByRole('listitem').allTextContents()).to.have.members([
      'Mette Holm',
      'Deltager 2',
    ]);
    expect(await group('Er i gang').getByRole('listitem').allTextContents()).to.deep.equal(['Jens Aagaard']);
    expect(await group('Er ikke begyndt').getByRole('listitem').allTextContents()).to.deep.equal(['Amina Sørensen']);
  });

  it('reads every answer that was sent to a question, exactly as it was written, and no draft', async () => {
    const room = await answersPage(320);
    const question = room.getByRole('article', { name: 'Hvad håber du, at kurset kan give dig?' });
    expect(await question.getByRole('listitem').getByRole('paragraph').allTextContents()).to.deep.equal([
      'Mere ro i hverdagen',
      'Mette Holm',
      '<script>alert(1)</script> & lidt mod',
      'Deltager 2',
    ]);
    const choices = room.getByRole('article', { name: 'Hvordan har du det med at gå i gang?' });
    expect(await choices.textContent())
      .to.include('0 svar')
      .and.not.include('Jens');
    const scale = room.getByRole('article', { name: /Hvor meget tror du på/ });
    await scale.getByText('Gennemsnit: 4 af 5').waitFor();
  });

  it('finds the way from the front page, in the course room’s frame', async () => {
    const page = await newPage(browser, { width: 768 });
    await enterAs(page, product, /Ulla Brandt/);
    const room = await openInFrame(page, 'Min uge');
    await room.getByText('2 har sendt. 1 er i gang.').waitFor();
    await room.getByRole('link', { name: /Læs svarene.*første gang/ }).click();
    await room.getByRole('heading', { level: 1, name: /^Svar:/ }).waitFor();
    expectQuiet(page);
  });

  it('meets pages without barriers at 320, 768 and 1280 px', async () => {
    const room = await answersPage(320);
    await expectAccessible(room);
    await room.getByRole('link', { name: 'Til holdets uge' }).click();
    await room.getByRole('heading', { level: 1, name: 'Holdets uge' }).waitFor();
    await expectAccessible(room);
  });

  it('leaves grades and operation to the administrator, who reads no answers', async () => {
    const page = await newPage(browser, { width: 320 });
    await enterAs(page, product, /Søren Krogh/);
    const room = await openInWindow(page, preparation);
    await room.getByRole('heading', { level: 1, name: 'Rummets drift' }).waitFor();
    const row = room.getByRole('row', { name: /Forbered dig til første gang/ });
    expect(await row.getByRole('cell').allTextContents()).to.deep.equal(['2', '0', '0', '0']);
    expect(await room.getByRole('main').textContent()).not.to.include('Mere ro');
    await expectAccessible(room);
  });

  it('finds the participant’s grade in the course room', async () => {
    const page = await newPage(browser);
    await enterAs(page, product, /Mette Holm/);
    await waitForOwnGrade(page, product);
  });
});
