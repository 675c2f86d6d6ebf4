import { expect } from 'chai';
import { load } from 'cheerio';
import { startAppAndPlatform } from '../support/app.ts';
import { headingOf } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import { formOf, type Visit, type WebClient } from '../support/platform/webClient.ts';

describe('one participant who saves far too much', function () {
  this.timeout(90_000);
  let world: Awaited<ReturnType<typeof startAppAndPlatform>>;
  let client: WebClient;
  let page: Visit;
  beforeEach(async () => {
    world = await startAppAndPlatform();
    ({ client, page } = await world.platform.launch({ person: people.mette, activity: 'modul-1-forberedelse' }));
  });
  afterEach(() => world.close());

  const save = (fields: Record<string, string>, headers: Record<string, string> = { accept: 'application/json' }) =>
    client.post(formOf(page).action, { ...formOf(page).fields, intent: 'save', base: '', ...fields }, headers);
  const stored = async (): Promise<number> => {
    const all = world.app.deps.store.opened().find(({ name }) => name === 'responses');
    return JSON.stringify((await all?.documents.find({ where: {} }))?.items ?? []).length;
  };

  it('does not make a document that slows everyone down', async () => {
    const [megabyte, tenth] = ['x'.repeat(1_000_000), 'x'.repeat(100_000)];
    for (const text of [megabyte, tenth]) {
      const sent = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((one) => save({ 'answer.haab': `${one}${text}` })));
      expect(sent.map(({ status }) => status)).to.deep.equal(Array.from({ length: 8 }, () => 413));
    }
    const statuses: number[] = [];
    for (let time = 0; time < 25; time += 1)
      statuses.push((await save({ page: `side-${time}`, 'answer.haab': `${time} ${'y'.repeat(19_000)}` })).status);
    expect(statuses.slice(0, 8)).not.to.include(422);
    expect(statuses.at(-1)).to.equal(422);
    expect(await stored()).to.be.lessThan(300_000);
  });

  it('gets a form back that is too long to be taken', async () => {
    const answer = await save(
      { 'answer.haab': `Begyndelsen ${'æ'.repeat(60_000)} slutningen` },
      { accept: 'text/html' },
    );
    expect(answer.status).to.equal(413);
    expect(load(answer.html)('.kept').text()).to.match(/Begyndelsen æ{60000} slutningen/);
  });

  it('is told of it, with all that was written', async () => {
    for (let time = 0; time < 25; time += 1) await save({ page: `side-${time}`, 'answer.haab': `Udgave ${time}.` });
    const answer = await save({ page: 'her', 'answer.haab': 'Mine nye ord' }, { accept: 'text/html' });
    expect(answer.status).to.equal(422);
    expect(headingOf(answer)).to.equal('Der er ikke plads til mere her');
    expect(load(answer.html)('.kept').text()).to.include('Mine nye ord');
    const silent = await save({ page: 'her', 'answer.haab': 'Mine nye ord' });
    expect(JSON.parse(silent.html)).to.have.property('message').which.includes('Kopiér din tekst');
  });
});
