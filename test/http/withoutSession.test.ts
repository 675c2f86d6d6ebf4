import { expect } from 'chai';
import { load } from 'cheerio';
import { startAppAndPlatform } from '../support/app.ts';
import { headingOf, prepareAndSend } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import { createWebClient, formOf, type Visit } from '../support/platform/webClient.ts';

const WORDS = 'Ring-til-os-paa-dette-nummer';

describe('a form without a session', function () {
  this.timeout(90_000);
  let world: Awaited<ReturnType<typeof startAppAndPlatform>>;
  let page: Visit;
  beforeEach(async () => {
    world = await startAppAndPlatform();
    ({ page } = await world.platform.launch({ person: people.mette, activity: 'modul-1-forberedelse' }));
  });
  afterEach(() => world.close());

  const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    createWebClient().post(formOf(page).action, { ...formOf(page).fields, intent: 'save', ...fields }, headers);
  const draft = async () => {
    const { rooms, responses } = world.app.deps;
    const room = /(?<=\/rum\/)[^/]+/.exec(page.url)?.[0] ?? '';
    const [mette] = await rooms.people(room);
    return responses.get({ room, person: mette?.id ?? '', activity: 'modul-1-forberedelse' });
  };

  it('is shown back only by its own token, or if the browser says that it is ours', async () => {
    for (const fields of [{ kept: 'x' }, { kept: '' }]) {
      const answer = await send({ 'answer.haab': WORDS, ...fields });
      expect(answer.status).to.equal(401);
      expect(answer.html).not.to.contain(WORDS);
    }
    expect((await send({ 'answer.haab': WORDS })).html).to.contain(WORDS);
    // Or where the browser itself says that it was our page, whatever has become of the token.
    const ours = await send({ 'answer.haab': WORDS, kept: 'x' }, { 'sec-fetch-site': 'same-origin' });
    expect(ours.status).to.equal(401);
    expect(ours.html).to.contain(WORDS);
  });

  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
  ])
    it(`is neither saved nor shown where another site sends it: ${JSON.stringify(headers)}`, async () => {
      const answer = await send({ 'answer.haab': WORDS }, headers);
      expect(answer.status).to.equal(401);
      expect(answer.html).not.to.contain(WORDS);
      expect(await draft()).to.equal(undefined);
    });

  it('is saved where our own page sends it', async () => {
    const { origin } = new URL(page.url);
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin }]) {
      const answer = await send({ 'answer.haab': WORDS }, headers);
      expect(headingOf(answer)).to.equal('Din tekst er gemt');
    }
  });

  it('is no fault of ours, whatever is sent instead of a form', async () => {
    const { action } = formOf(page);
    for (const [type, body] of [
      ['application/json', '{"kept":"x"}'],
      ['application/json', 'null'],
      ['text/plain', WORDS],
      ['multipart/form-data; boundary=x', '--x--'],
      ['application/x-www-form-urlencoded', ''],
    ] as const) {
      const answer = await fetch(action, { method: 'POST', headers: { 'content-type': type }, body });
      expect(answer.status, type).to.equal(401);
      expect(await answer.text()).not.to.contain(WORDS);
    }
  });

  it('is read to 64 kB, and one with a session to 200', async () => {
    const { client } = await world.platform.launch({ person: people.mette, activity: 'modul-1-forberedelse' });
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`answer.x${index}`, 'x'.repeat(10_000)]));
    const words = { intent: 'save', ...many(7) };
    expect((await send(words)).status).to.equal(413);
    const { action, fields } = formOf(page);
    expect((await client.post(action, { ...fields, ...words })).status).to.equal(422);
    expect((await client.post(action, { ...fields, ...many(21) })).status).to.equal(413);
  });

  it('may come only so often from one address, and is not read beyond that', async () => {
    const statuses = new Map<number, number>();
    for (let time = 0; time < 400; time += 1) {
      const { status } = await send({ 'answer.haab': 'x'.repeat(100_000), kept: 'x' });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(statuses.get(413)).to.be.within(290, 300);
    expect(statuses.get(429)).to.be.within(100, 110);
    const refused = await send({ 'answer.haab': WORDS });
    expect(refused.status).to.equal(429);
    expect(refused.html).not.to.contain(WORDS);
  });

  it('saves one person’s draft so often in a minute', async () => {
    const statuses = [];
    for (let time = 0; time < 70; time += 1) statuses.push((await send({ 'answer.haab': `Ro ${time}` })).status);
    expect(statuses.filter((status) => status === 200)).to.have.length(60);
    expect(statuses.at(-1)).to.equal(429);
  });

  it('takes nothing back of what was sent, and lets nobody read more', async () => {
    const { client, page: first } = await world.platform.launch({
      person: people.mette,
      activity: 'modul-1-forberedelse',
    });
    await prepareAndSend(client, first);
    const before = await draft();
    expect(before?.sent).to.have.property('haab');
    const reader = `answer.${load(page.html)('[name$="--laeser"]').attr('name')?.replace('answer.', '') ?? 'haab--laeser'}`;
    const answer = await send({ [reader]: 'mig', 'answer.haab': 'Andre ord' });
    expect(answer.status).to.equal(200);
    const after = await draft();
    expect(after?.sent).to.deep.equal(before?.sent);
    expect(after?.completedAt).to.equal(before?.completedAt);
    // Her own words of before are beside the new ones.
    expect(after?.other['haab']).to.deep.equal([before?.draft['haab']]);
    await send({ [reader]: 'instruktoer' });
    expect((await draft())?.draft[reader.replace('answer.', '')]).not.to.equal('instruktoer');
  });
});
