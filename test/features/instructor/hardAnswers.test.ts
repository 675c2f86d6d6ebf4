import { expect } from 'chai';
import { load } from 'cheerio';
import { briefWorld, PREP, type BriefWorld } from './world.ts';

const HARD = 'Jeg orker ikke mere. Jeg har tænkt på at tage mit eget liv.';

function wordsOf(html: string) {
  return load(html)('main').text().replace(/\s+/g, ' ');
}

describe('words that may tell of danger', function () {
  this.timeout(60_000);
  let world: BriefWorld;
  let people: string[];
  beforeEach(async () => {
    world = await briefWorld();
    people = await world.fill(25, 24);
  });
  afterEach(() => world.close());

  const write = (question: string, words = HARD) =>
    world.send(people[11]!, PREP, { 'til-instruktoeren': 'Hvad tid er det?', [question]: words });

  for (const question of ['til-instruktoeren', 'haab']) {
    it(`are read before all others, wherever they stand: ${question}`, async () => {
      expect(wordsOf((await world.open('')).html)).not.to.include('fare');
      expect(load((await world.open('webinar/modul-1')).html)('.alert-error')).to.have.length(0);
      await write(question);
      expect(wordsOf((await world.open('')).html), 'on the way in').to.include('1 svar kan handle om fare');
      const brief = await world.open('webinar/modul-1');
      const $ = load(brief.html);
      const told = $('.brief__read > :first-child');
      expect(told.text()).to.include('Læs et svar først').and.include('Deltager 13').and.include('læs også de andre');
      const there = $(`[id="${told.find('li a').attr('href')?.slice(1)}"]`);
      expect(there.text()).to.include(HARD).and.include('Kan handle om fare');
      expect(there.closest('details'), 'it is not folded away').to.have.length(0);
      expect(there.is(':first-child')).to.equal(true);
      expect(there.find('.star'), 'it is for nobody’s screen').to.have.length(0);
      expect(there.find('a').text()).to.include('Deltager 13');
      const guide = await world.open(told.find('a.button').attr('href') ?? '');
      expect(load(guide.html)('#svaere-beskeder').text()).to.include('Ring til nummeret');
      expect(wordsOf((await world.open('webinar/modul-1/print')).html), 'paper').not.to.include('tage mit eget liv');
    });
  }

  it('leave the screen that they were chosen for before they were sent again', async () => {
    const before = load((await world.open('webinar/modul-1')).html);
    const star = before(`[id="haab.${people[11]!}"] .star`).attr('value') ?? '';
    await write('haab');
    const value = star.replace(/\d+$/, String((await world.app.deps.responses.list(world.room, PREP)).find(({ person }) => person === people[11])!.lastSentAt)); // prettier-ignore
    await world.post(await world.open('webinar/modul-1'), { saet: value });
    const screens = await world.open('webinar/modul-1/vis');
    expect(wordsOf(screens.html)).not.to.include('tage mit eget liv').and.not.include('Begynd');
  });

  it('say when someone has been answered, so that the next instructor knows', async () => {
    await write('haab');
    const told = async () => load((await world.open('webinar/modul-1')).html)('.brief__read > :first-child li').text();
    expect(await told()).not.to.include('Der er svaret.');
    await world.post(await world.open(`svar-til/${people[11]!}?om=${PREP}`), {
      'answer.svar': 'Tak, fordi du skriver.',
    });
    expect(await told()).to.include('Der er svaret.');
  });

  it('can be answered in words that are ready, to the one person', async () => {
    const to = async (whom: string, about: string) =>
      load((await world.open(`svar-til/${whom}?om=${about}`)).html)('main');
    const one = await to(people[11]!, PREP);
    expect(one.find('details').text())
      .to.include('Er det svært at svare på?')
      .and.include('Ring til Livslinien på 70 201 201');
    expect(one.find('details a').attr('href')).to.include('/instruktoerhjaelp#svaere-beskeder');
    expect((await to('holdet', 'modul-1')).find('details')).to.have.length(0);
  });
});
