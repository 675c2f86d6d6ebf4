import { expect } from 'chai';
import { load } from 'cheerio';
import { aLaunch } from '../../support/launches.ts';
import { testApp } from '../../support/testApp.ts';

type World = Awaited<ReturnType<typeof testApp>>;
type Visitor = Awaited<ReturnType<World['arrive']>>;

const HARD = 'Jeg orker ikke mere og tænker på selvmord';

describe('ideas from the class', function () {
  this.timeout(60_000);
  let world: World;
  let mette: Visitor;
  let jens: Visitor;
  let ulla: Visitor;

  beforeEach(async () => {
    world = await testApp({ at: '2026-12-01T10:00:00Z' });
    const one = (subject: string, name: string) => world.arrive({ person: { ...aLaunch().person, subject, name } });
    mette = await one('mette', 'Mette Holm');
    jens = await one('jens', 'Jens Aagaard');
    ulla = await world.arrive({
      role: 'instructor',
      person: { ...aLaunch().person, subject: 'ulla', name: 'Ulla Brandt' },
    });
  });
  afterEach(() => world.close());

  const get = async (who: Visitor, path: string) => {
    const answer = await fetch(`${world.origin}${who.home}${path}`, { headers: { cookie: who.cookie } });
    return {
      status: answer.status,
      words: load(await answer.text())('main')
        .text()
        .replace(/\s+/g, ' '),
    };
  };
  const post = async (who: Visitor, path: string, fields: Record<string, string>) => {
    const page = await fetch(`${world.origin}${who.home}${who === ulla ? '/ideer-fra-holdet' : '/mine-data'}`, {
      headers: { cookie: who.cookie },
    });
    const csrf = String(
      load(await page.text())('[name=_csrf]')
        .first()
        .val(),
    );
    const answer = await fetch(`${world.origin}${who.home}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie: who.cookie,
        origin: world.origin,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ _csrf: csrf, ...fields }),
    });
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      words: load(await answer.text())('main')
        .text()
        .replace(/\s+/g, ' '),
    };
  };
  const ask = (who: Visitor, tekst: string, fields = {}) => post(who, '/ideer', { tekst, intent: 'send', ...fields });
  const all = () => world.deps.ideas.inRoom(mette.room.id);
  const idOf = async (text: string) => (await all()).find((one) => one.text === text)?.id ?? '';
  const press = async (what: string, text: string) =>
    post(ulla, '/ideer-fra-holdet', { goer: `${what}/${await idOf(text)}` });

  it('are seen by the class once the instructor has let them through, and by nobody with a name', async () => {
    expect((await ask(mette, 'Hvad gør I, når det regner?')).status).to.equal(303);
    expect((await get(jens, '/ideer')).words).not.to.include('når det regner');
    const staff = await get(ulla, '/ideer-fra-holdet');
    expect(staff.words).to.include('når det regner').and.not.include('Mette');
    await press('vis', 'Hvad gør I, når det regner?');
    const seen = await get(jens, '/ideer');
    expect(seen.words).to.include('når det regner').and.not.include('Mette');
    const question = await idOf('Hvad gør I, når det regner?');
    await post(jens, `/ideer/${question}`, { tekst: 'Jeg går op og ned ad trappen', intent: 'send' });
    expect((await get(mette, '/ideer')).words).not.to.include('trappen');
    await press('vis', 'Jeg går op og ned ad trappen');
    expect((await get(mette, '/ideer')).words)
      .to.include('Et spørgsmål med 1 idé')
      .and.include('trappen')
      .and.not.include('Jens');
    await press('skjul', 'Jeg går op og ned ad trappen');
    expect((await get(mette, '/ideer')).words).not.to.include('trappen');
  });

  it('with hard words meet the help text before they are sent, and reach the instructor alone, with the name', async () => {
    const refused = await ask(mette, HARD);
    expect(refused.status).to.equal(422);
    expect(refused.words).to.include('Du skal ikke stå med det alene').and.include(HARD);
    expect(await all()).to.have.length(0);
    expect((await ask(mette, HARD, { intent: 'instructor' })).status).to.equal(303);
    expect((await get(ulla, '/ideer-fra-holdet')).words)
      .to.include(HARD)
      .and.include('Mette Holm');
    await press('vis', HARD);
    await press('vaelg', HARD);
    expect((await get(jens, '/ideer')).words, 'no press lets it through').not.to.include(HARD);
    expect((await get(ulla, '/webinar/modul-1/vis')).words).to.include('Der er 0 ting');
  });

  it('are chosen for the screen, where nobody’s name stands', async () => {
    await ask(mette, 'Hvad gør I, når det regner?');
    await press('vis', 'Hvad gør I, når det regner?');
    await press('vaelg', 'Hvad gør I, når det regner?');
    expect((await get(ulla, '/webinar/modul-1/vis')).words).to.include('Der er 1 ting');
    const slide = await get(ulla, `/webinar/modul-1/vis/${await idOf('Hvad gør I, når det regner?')}/aaben`);
    expect(slide.words).to.include('når det regner').and.not.include('Mette');
  });

  it('refuse a CPR number and too much, keep the words, and count a press that comes twice once', async () => {
    for (const [text, why] of [
      ['', 'Skriv et par ord'],
      ['Jeg er 010190-1234', 'cpr-nummer'],
      ['x'.repeat(301), 'Der er plads til 300 tegn'],
    ] as const) {
      const refused = await ask(mette, text);
      expect(refused.status).to.equal(422);
      expect(refused.words).to.include(why).and.include(text);
    }
    await Promise.all([ask(mette, 'Et'), ask(mette, 'Et')]);
    for (const text of ['To', 'Tre']) await ask(mette, text);
    expect((await all()).map(({ text }) => text)).to.have.members(['Et', 'To', 'Tre']);
    expect((await ask(mette, 'Fire')).words).to.include('Kom igen om nogle dage');
  });

  it('can be taken back by the writer and nobody else', async () => {
    await ask(mette, 'Hvad gør I?');
    const id = await idOf('Hvad gør I?');
    await post(jens, `/ideer/${id}/tilbage`, {});
    expect(await all()).to.have.length(1);
    await post(mette, `/ideer/${id}/tilbage`, {});
    expect(await all()).to.have.length(0);
  });

  it('show three questions at a time, folded, and nothing where the instructor has switched them off', async () => {
    for (const n of [1, 2]) {
      await ask(mette, `Spørgsmål ${n} fra den ene`);
      await ask(jens, `Spørgsmål ${n} fra den anden`);
    }
    for (const { text } of await all()) await press('vis', text);
    const answer = await fetch(`${world.origin}${mette.home}/ideer`, { headers: { cookie: mette.cookie } });
    const $ = load(await answer.text());
    expect($('#fra-holdet ~ details')).to.have.length(3);
    expect($('#fra-holdet ~ details[open]')).to.have.length(0);
    expect((await get(mette, '/ideer?fra=3')).words).to.include('Et spørgsmål uden idéer endnu');
    await post(ulla, '/ideer-fra-holdet', { goer: 'sluk' });
    expect((await get(mette, '/ideer')).words)
      .to.include('er slået fra')
      .and.not.include('Spørgsmål 1');
    await ask(mette, 'Endnu et');
    expect(await all()).to.have.length(4);
  });

  it('are for the class to write and for its instructor to tend', async () => {
    expect((await get(ulla, '/ideer')).status).to.equal(404);
    expect((await get(mette, '/ideer-fra-holdet')).status).to.equal(404);
    await ask(mette, 'Hvad gør I?');
    expect((await get(jens, `/ideer/${await idOf('Hvad gør I?')}`)).status, 'not let through').to.equal(404);
    await get(ulla, '/ideer-fra-holdet');
    expect((await get(mette, '/hvem-har-laest')).words).to.include('læste dine svar');
  });

  it('are switched off and on where an instructor has the other settings of the class', async () => {
    await post(mette, '/ideer', { tekst: 'Hvad gør I, når I ikke kan sove?', intent: 'send' });
    const front = await get(ulla, '/');
    expect(front.words).to.include('Holdet kan spørge hinanden om idéer uden navn.').and.include('1 venter på dig.');
    const off = await post(ulla, '/ideer-fra-holdet', { goer: 'sluk', fra: 'ideer' });
    expect(off.location).to.equal(`${ulla.home}/#ideer`);
    expect((await get(ulla, '/')).words)
      .to.include('Siden er slået fra.')
      .and.include('Slå til for holdet');
    expect((await get(mette, '/ideer')).words).to.include('Idéer fra holdet er slået fra');
    await post(ulla, '/ideer-fra-holdet', { goer: 'taend', fra: 'ideer' });
    expect((await get(mette, '/ideer')).words).not.to.include('slået fra');
  });
});
