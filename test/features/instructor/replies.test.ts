import { expect } from 'chai';
import { load } from 'cheerio';
import { inDataFolder } from '../../support/app.ts';
import { people } from '../../support/platform/startPlatform.ts';
import { briefWorld, PREP, visitsOf, type BriefWorld } from './world.ts';

function wordsOf(html: string) {
  return load(html)('main').text().replace(/\s+/g, ' ');
}

describe('a reply from an instructor', function () {
  this.timeout(60_000);
  let world: BriefWorld;
  let mette: ReturnType<typeof visitsOf>;
  let person: string;

  const begin = async (settings: Record<string, string> = {}) => {
    world = await briefWorld(settings);
    const { client } = await world.platform.launch({ person: people.mette, activity: 'Min uge' });
    mette = visitsOf(world.app, client, world.home);
    person = (await world.app.deps.rooms.people(world.room)).find(({ name }) => name.startsWith('Mette'))!.id;
  };
  beforeEach(() => begin());
  afterEach(() => world.close());

  const form = (to = person, about = PREP) => world.open(`svar-til/${to}?om=${about}`);
  const front = async () => wordsOf((await mette.open('')).html);
  const NEWS = 'Du har fået et svar fra din instruktør';

  it('is written with what it answers a press away; a word to the class about a week answers nothing', async () => {
    const read = async (to?: string, about?: string) =>
      load((await form(to, about)).html)('main a[target=_blank]').attr('href');
    expect(await read()).to.equal(`${world.home}aktivitet/${PREP}`);
    expect(await read('holdet', 'modul-1')).to.equal(undefined);
  });

  it('is told of on the front page, read on its own page, and then no longer new', async () => {
    expect(await front()).not.to.include('instruktør');
    const sent = await world.client.follow(await world.post(await form(), { 'answer.svar': 'Flot <b>set</b>\ntak' }));
    expect(wordsOf(sent.html)).to.include('Svaret er sendt').and.include('Det er ikke læst endnu.');
    const week = await mette.open('');
    expect(wordsOf(week.html)).to.include(NEWS).and.not.include('Flot');
    const read = await mette.open('svar-fra-instruktoer');
    expect(load(read.html)('.letter blockquote').text()).to.equal('Flot <b>set</b>\ntak');
    expect(wordsOf(read.html)).to.include('Til dig').and.include('Nyt');
    expect(await front()).not.to.include(NEWS);
    expect(wordsOf((await form()).html)).to.include('Det er læst.');
    const other = await world.platform.launch({ person: people.jens, activity: 'Min uge' });
    const elsewhere = visitsOf(world.app, other.client, world.home);
    expect(wordsOf((await elsewhere.open('svar-fra-instruktoer')).html)).to.include('ikke noget svar lige nu');
  });

  it('is a letter: by whom, about what, with a link there and a way home', async () => {
    await world.post(await form(), { 'answer.svar': 'Godt set' });
    const $ = load((await mette.open('svar-fra-instruktoer')).html);
    expect($('.letter h2').text()).to.match(/^Ulla skriver/);
    expect($('.initials').text()).to.equal('UB');
    expect($('.letter__foot a').attr('href')).to.equal(`${world.home}aktivitet/${PREP}`);
    expect($('main .button-primary').attr('href')).to.equal(world.home);
  });

  it('is thanked for in one press, once, and the writer is told', async () => {
    await world.post(await form(), { 'answer.svar': 'Godt set' });
    await world.post(await form('holdet', 'modul-1'), { 'answer.svar': 'Vi ses' });
    const press = async (which: number) => {
      const page = await mette.open('svar-fra-instruktoer');
      const $ = load(page.html);
      const fields = Object.fromEntries(
        $('.letter')
          .eq(which)
          .find('form')
          .serializeArray()
          .map(({ name, value }) => [name, value]),
      );
      return { page, fields };
    };
    const [toClass, toMette] = [await press(0), await press(1)];
    const thank = ({ page, fields }: Awaited<ReturnType<typeof press>>) =>
      mette.post(page, fields, load(page.html)('.letter form').attr('action'));
    await Promise.all([thank(toMette), thank(toMette)]);
    const after = load((await mette.open('svar-fra-instruktoer')).html);
    expect(after('.letter__thanked').text()).to.include('Du har sagt tak');
    expect(after('.letter form')).to.have.length(1);
    expect(wordsOf((await form()).html)).to.match(/Mette Holm siger tak/);
    await thank(toClass);
    expect(wordsOf((await form('holdet', 'modul-1')).html)).to.include('1 siger tak');
    // A letter that is changed is another letter; and what is thanked for must be one's own.
    await world.post(await form(), { 'answer.svar': 'Godt set, Mette' });
    expect(wordsOf((await form()).html)).not.to.include('siger tak');
    const other = await world.platform.launch({ person: people.jens, activity: 'Min uge' });
    const jens = visitsOf(world.app, other.client, world.home);
    const his = await jens.open('svar-fra-instruktoer');
    const _csrf = String(load(his.html)('[name=_csrf]').first().val());
    const now = (await press(1)).fields['brev'] ?? '';
    await jens.post(his, { _csrf, brev: now }, load(his.html)('.letter form').attr('action'));
    expect(wordsOf((await form()).html)).not.to.include('siger tak');
  });

  it('reaches everyone when it is to the class', async () => {
    await world.post(await form('holdet', 'modul-1'), { 'answer.svar': 'Vi ses på tirsdag' });
    expect(wordsOf((await mette.open('svar-fra-instruktoer')).html)).to.include('Vi ses på tirsdag');
    expect(wordsOf((await form('holdet', 'modul-1')).html)).to.include('1 har læst det.');
    expect(wordsOf((await world.open('webinar/modul-1')).html)).to.include('Til hele holdet');
  });

  it('is one, however often it is sent, and a second tab overwrites nothing unseen', async () => {
    const [one, two] = [await form(), await form()];
    const send = () => world.post(one, { 'answer.svar': 'Tak' });
    await Promise.all([send(), send(), send()]);
    const all = () => world.app.deps.replies.toPerson(world.room, person);
    expect((await all()).map(({ text }) => text)).to.deep.equal(['Tak']);
    const refused = await world.post(two, { 'answer.svar': 'Noget andet' });
    expect(refused.status).to.equal(422);
    expect(load(refused.html)('textarea').val()).to.equal('Noget andet');
    expect(load(refused.html)('.conflict blockquote').text()).to.equal('Tak');
    expect((await all())[0]?.text).to.equal('Tak');
    await world.post(refused, { 'answer.svar': 'Noget andet' });
    expect((await all()).map(({ text }) => text)).to.deep.equal(['Noget andet']);
  });

  it('can be taken back, and the words stay with the writer', async () => {
    await world.post(await form(), { 'answer.svar': 'Fortrudt' });
    const back = load((await form()).html)('form[action*=fortryd]').attr('action')!;
    const taken = await world.post(await form(), {}, back);
    expect(wordsOf(taken.html)).to.include('Svaret er taget tilbage');
    expect(load(taken.html)('textarea').val()).to.equal('\nFortrudt'.trim());
    expect((await mette.open('svar-fra-instruktoer')).html).not.to.include('Fortrudt');
    expect(wordsOf((await world.post(await form(), {}, back)).html)).to.include('ikke noget svar at tage tilbage');
  });

  it('keeps what was written where it is too long or empty', async () => {
    const long = 'a'.repeat(501);
    const refused = await world.post(await form(), { 'answer.svar': long });
    expect(refused.status).to.equal(422);
    expect(load(refused.html)('title').text()).to.match(/^Fejl: /);
    expect(load(refused.html)('textarea').val()).to.equal(long);
    expect(load(refused.html)('.error-summary a').attr('href')).to.equal('#answer-svar');
    expect((await world.post(await form(), { 'answer.svar': '  ' })).status).to.equal(422);
    expect(await world.app.deps.replies.toPerson(world.room, person)).to.deep.equal([]);
  });

  it('is not sent with what looks like a CPR number before that is asked about', async () => {
    const asked = await world.post(await form(), { 'answer.svar': 'Ring om 010190-1234' });
    expect(asked.status).to.equal(422);
    expect(load(asked.html)('textarea').val()).to.equal('Ring om 010190-1234');
    expect(await world.app.deps.replies.toPerson(world.room, person)).to.deep.equal([]);
    const kept = String(load(asked.html)('[name="cpr.svar"]').val());
    await world.post(asked, { 'answer.svar': 'Ring om 010190-1234', 'cpr.svar': kept });
    expect(await world.app.deps.replies.toPerson(world.room, person)).to.have.length(1);
  });

  it('goes to no one outside the room, about nothing unknown, and from no participant', async () => {
    expect((await form('nobody')).status).to.equal(404);
    expect((await form(person, 'constructor')).status).to.equal(404);
    const instructor = (await world.app.deps.rooms.people(world.room)).find(({ role }) => role === 'instructor')!.id;
    expect((await form(instructor)).status, 'an instructor').to.equal(404);
    expect((await mette.open(`svar-til/${person}?om=${PREP}`)).status).to.equal(404);
    expect((await world.open('svar-fra-instruktoer')).status).to.equal(404);
  });

  it('is not readable in the store', async () => {
    await world.close();
    const onDisk = inDataFolder();
    await begin(onDisk);
    await world.post(await form(), { 'answer.svar': 'Hemmelige ord' });
    const { readFileSync, readdirSync } = await import('node:fs');
    const folder = onDisk['DATA_DIR'] ?? '';
    const files = readdirSync(folder).filter((name) => /sqlite|db/.test(name));
    expect(files).not.to.deep.equal([]);
    for (const file of files) expect(readFileSync(`${folder}/${file}`).includes('Hemmelige ord')).to.equal(false);
  });
});
