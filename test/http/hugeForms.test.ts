import { expect } from 'chai';
import { load } from 'cheerio';
import { startAppAndPlatform } from '../support/app.ts';
import { headingOf, pressIntent } from '../support/participant.ts';
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
    for (const [text, status] of [
      [megabyte, 413],
      [tenth, 422],
    ] as const) {
      const sent = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((one) => save({ 'answer.haab': `${one}${text}` })));
      expect(sent.map(({ status }) => status)).to.deep.equal(Array.from({ length: 8 }, () => status));
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

  it('gets a whole book back, and the answers beside it, but not many a minute', async () => {
    const book = (bytes: number) => `Begyndelsen ${'en side til '.repeat(bytes / 12)} slutningen`;
    for (const bytes of [1_500_000, 3_000_000]) {
      const answer = await save({ 'answer.haab': book(bytes), 'answer.planer': 'Min mor' }, { accept: 'text/html' });
      expect(answer.status).to.equal(413);
      expect(load(answer.html)('.kept').text()).to.include(book(bytes)).and.to.include('Min mor');
    }
    const statuses: number[] = [];
    for (let time = 0; time < 19; time += 1) statuses.push((await save({ 'answer.haab': book(300_000) })).status);
    expect(statuses.filter((status) => status === 413)).to.have.length(18);
    expect(statuses.at(-1)).to.equal(429);
    expect((await save({ 'answer.haab': 'Kort' })).status, 'shorter ones go on').to.equal(200);
  });

  it('gets the form itself back where one text is far too long, with that text in its field', async () => {
    const long = `Begyndelsen ${'og så videre '.repeat(3_000)}slutningen`;
    while (!load(page.html)('[name="answer.haab"]').length) page = await pressIntent(client, page, 'next');
    const answer = await save({ 'answer.haab': long, intent: 'next' }, { accept: 'text/html' });
    expect(answer.status).to.equal(422);
    const $ = load(answer.html);
    expect($('[name="answer.haab"]').val()).to.equal(long);
    expect($('.error-summary').text()).to.match(/39.022 tegn lang. Der er plads til .* ikke gemt endnu/);
    expect(await stored()).to.be.lessThan(5_000);
    const silent = await save({ 'answer.haab': long });
    expect(silent.status).to.equal(422);
    expect(JSON.parse(silent.html))
      .to.include({ withheld: true })
      .and.to.have.property('message')
      .which.includes('alt for lang');
  });

  it('is told so, with everything that was written', async () => {
    for (let time = 0; time < 25; time += 1) await save({ page: `side-${time}`, 'answer.haab': `Udgave ${time}.` });
    const answer = await save({ page: 'her', 'answer.haab': 'Mine nye ord' }, { accept: 'text/html' });
    expect(answer.status).to.equal(422);
    expect(headingOf(answer)).to.equal('Der er ikke plads til mere her');
    expect(load(answer.html)('.kept').text()).to.include('Mine nye ord');
    const silent = await save({ page: 'her', 'answer.haab': 'Mine nye ord' });
    expect(JSON.parse(silent.html)).to.have.property('message').which.includes('Kopiér din tekst');
  });
});
