import { expect } from 'chai';
import { load } from 'cheerio';
import type { Page } from 'playwright-core';
import { startAppAndPlatform } from '../support/app.ts';
import { expectAccessible, expectQuiet } from '../support/browser.ts';
import { openPreparation, pressIntent, prepareAndSend } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import { windowOf } from './support/windowOf.ts';

describe('an instructor', function () {
  this.timeout(90_000);
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  before(async () => {
    both = await startAppAndPlatform();
    const mette = await openPreparation(both.platform, people.mette);
    await prepareAndSend(mette.client, mette.page);
    await sendWith('<script>alert(1)</script> & lidt mod', people.unnamed);
    const jens = await openPreparation(both.platform, people.jens);
    await pressIntent(jens.client, jens.page, 'save');
  });
  after(() => both.close());

  const sendWith = async (hope: string, person: string): Promise<void> => {
    const { client, page: first } = await openPreparation(both.platform, person);
    let page = first;
    while (load(page.html)('textarea[name="answer.haab"]').length === 0) page = await pressIntent(client, page, 'next');
    page = await client.follow(await client.submit(page, { 'answer.haab': hope, intent: 'next' }));
    await prepareAndSend(client, page);
  };
  const comes = async (person: string, width: number): Promise<Page> => {
    const { client, page } = await openPreparation(both.platform, person);
    return windowOf(client, page.url, { width });
  };

  it('sees who has sent, begun and not begun, including people who have never been here', async () => {
    const room = await comes(people.instructor, 1280);
    await room.getByRole('heading', { level: 1, name: /^Svar:/ }).waitFor();
    await room.getByText('2 har sendt. 1 er i gang. 1 er ikke begyndt.').waitFor();
    const group = (title: string) => room.getByRole('heading', { level: 3, name: title, exact: true }).locator('..');
    expect(await group('Har sendt').getByRole('listitem').allTextContents()).to.have.members([
      'Mette Holm',
      'Deltager 2',
    ]);
    expect(await group('Er i gang').getByRole('listitem').allTextContents()).to.deep.equal(['Jens Aagaard']);
    expect(await group('Er ikke begyndt').getByRole('listitem').allTextContents()).to.deep.equal(['Amina Sørensen']);
  });

  it('reads every answer that was sent to a question, exactly as it was written, and no draft, on pages without barriers', async () => {
    const room = await comes(people.instructor, 320);
    const question = room.getByRole('article', { name: 'Hvad håber du, at kurset kan give dig?' });
    expect(await question.getByRole('listitem').getByRole('paragraph').allTextContents()).to.deep.equal([
      'Mere ro i hverdagen',
      'Mette Holm',
      '<script>alert(1)</script> & lidt mod',
      'Deltager 2',
    ]);
    const choices = room.getByRole('article', { name: 'Hvordan har du det med at gå i gang?' });
    // His draft says the same.
    expect(await choices.textContent())
      .to.match(/Jeg glæder mig\s+2\s/)
      .and.not.include('Jens');
    const scale = room.getByRole('article', { name: /Hvor meget tror du på/ });
    await scale.getByText('Gennemsnit: 3 af 5').waitFor();
    await expectAccessible(room);
    await room.getByRole('link', { name: 'Til holdets uge' }).click();
    await room.getByRole('heading', { level: 1, name: 'Holdets uge' }).waitFor();
    await expectAccessible(room);
    await room.getByText('2 har sendt. 1 er i gang.').waitFor();
    await room.getByRole('link', { name: /Læs svarene.*første gang/ }).click();
    await room.getByRole('heading', { level: 1, name: /^Svar:/ }).waitFor();
    expectQuiet(room);
  });

  it('leaves grades and operation to the administrator, who reads no answers', async () => {
    const room = await comes(people.administrator, 320);
    await room.getByRole('heading', { level: 1, name: 'Rummets drift' }).waitFor();
    const row = room.getByRole('row', { name: /Forbered dig til første gang/ });
    // On a phone a cell that counts nothing is not in the row's card.
    expect(await row.getByRole('cell').allTextContents()).to.deep.equal(['2']);
    expect(await room.getByRole('main').textContent()).not.to.include('Mere ro');
    await expectAccessible(room);
  });
});
