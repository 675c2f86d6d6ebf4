import { expect } from 'chai';
import { load } from 'cheerio';
import { people } from '../../support/platform/startPlatform.ts';
import type { Visit } from '../../support/platform/webClient.ts';
import { briefWorld, PREP, type BriefWorld } from '../instructor/world.ts';

function wordsOf({ html }: Visit) {
  return load(html)('main').text().replace(/\s+/g, ' ');
}

describe('a greeting to those who have not begun', function () {
  this.timeout(60_000);
  let world: BriefWorld;
  let ids: string[];

  beforeEach(async () => {
    world = await briefWorld();
    ids = await world.fill(5, 2);
  });
  afterEach(() => world.close());

  const writing = (group = 'ikke-begyndt') => world.open(`hold/hilsen/${group}`);
  const press = (from: Visit, intent: string, fields: Record<string, string> = {}) => {
    const $ = load(from.html);
    const form = $('main form').first();
    const shown = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]));
    return world.client.post(new URL(form.attr('action') ?? '', from.url).href, { ...shown, ...fields, intent });
  };
  const repliesTo = (person: string) => world.app.deps.replies.toPerson(world.room, person);

  it('has a draft that can be changed, says to how many it goes, and is sent once however often it is pressed', async () => {
    expect(load((await world.open('hold')).html)('.hand a').attr('href')).to.match(/hold\/hilsen\/ikke-begyndt$/);
    const page = await writing();
    expect(wordsOf(page)).to.include('Den går til 3 personer.');
    expect(load(page.html)('textarea').val()).to.include('Du er ikke begyndt endnu, og det er helt i orden.');
    const preview = await press(page, 'next', { 'answer.svar': 'Hej. Kom, som du er.' });
    expect(load(preview.html)('blockquote').text()).to.equal('Hej. Kom, som du er.');
    expect(await repliesTo(ids[2] ?? ''), 'nothing is sent by looking').to.have.length(0);
    const pressed = await Promise.all([press(preview, 'send'), press(preview, 'send')]);
    for (const { status } of pressed) expect(status).to.equal(303);
    await press(preview, 'send');
    for (const person of ids.slice(2)) {
      const got = await repliesTo(person);
      expect(got.map(({ text }) => text)).to.deep.equal(['Hej. Kom, som du er.']);
    }
    for (const person of ids.slice(0, 2)) expect(await repliesTo(person), 'they have begun').to.have.length(0);
    const again = await writing();
    expect(wordsOf(again))
      .to.include('Der er ingen at sende til lige nu.')
      .and.include('3 har fået en hilsen inden for en uge');
    expect(load(again.html)('main textarea'), 'nobody to write to').to.have.length(0);
    const hands = load((await world.open('hold')).html)('.hand');
    expect(hands.text()).to.include('3 er ikke begyndt').and.include('3 har fået en hilsen inden for en uge');
    expect(hands.find('a')).to.have.length(0);
  });

  it('is told by the audit log, and read by the participant alone', async () => {
    const { client, page: front } = await world.platform.launch({ person: people.mette, activity: 'Min uge' });
    await press(await press(await writing(), 'next'), 'send');
    const home = new URL(front.url);
    const read = await client.get(`${home.origin}${home.pathname}svar-fra-instruktoer`);
    expect(wordsOf(read)).to.include('Venlig hilsen').and.not.include('Person 4');
    expect(wordsOf(await client.get(`${home.origin}${home.pathname}hvem-har-laest`))).to.include(
      'skrev en hilsen til dig',
    );
  });

  it('gives the words back where they cannot be sent, and sends nothing', async () => {
    for (const [text, why] of [
      ['', 'Skriv et svar'],
      ['ord '.repeat(200), 'Der er plads til 500 tegn'],
      ['Mit nummer er 010190-1234', 'cpr-nummer'],
    ] as const) {
      const refused = await press(await writing(), 'next', { 'answer.svar': text });
      expect(refused.status).to.equal(422);
      expect(wordsOf(refused)).to.include(why);
      expect(load(refused.html)('textarea').val()).to.equal(text.trim());
      expect((await press(await writing(), 'send', { 'answer.svar': text })).status).to.equal(422);
    }
    expect(await world.app.deps.replies.inRoom(world.room)).to.have.length(0);
  });

  it('is for those who have been away too, for instructors alone, and for no other group', async () => {
    expect(wordsOf(await writing('vaek'))).to.include('Der er ingen at sende til lige nu.');
    expect((await writing('alle')).status).to.equal(404);
    const { client } = await world.platform.launch({ person: people.mette, activity: PREP });
    expect((await client.get(`${world.app.url}${world.home}hold/hilsen/ikke-begyndt`)).status).to.equal(404);
  });
});
