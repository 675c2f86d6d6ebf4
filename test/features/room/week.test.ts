import { expect } from 'chai';
import type { Schedule } from '../../../src/domain/schedule.ts';
import { roomWorld, type Page, type RoomWorld } from './world.ts';

/** Week 2 is the one that it is on 21 November. */
const weekly: Schedule = {
  start: '2026-11-09',
  pace: 'weekly',
  rhythm: '',
  webinar: { weekday: 4, time: '10:00' },
  link: 'https://webinar.example/hold-7',
  municipality: '',
};
function next({ $ }: Page) {
  return $('.next h3').text();
}
function weekStates({ $ }: Page) {
  return $('section[aria-labelledby=weeks] .badge')
    .toArray()
    .map((badge) => $(badge).text());
}
/** The head of the page: which week of how many, and its theme. */
function theme({ $ }: Page) {
  return `${$('.theme__line').text()}: ${$('.theme h2').text()}`;
}
/** The week's few things, with what is said of each. */
function tasks({ $ }: Page) {
  return $('.task')
    .toArray()
    .map((row) => `${$(row).find('.task__title').text()}: ${$(row).find('.task__about').text()}`);
}

describe('Min uge', () => {
  let world: RoomWorld;
  beforeEach(async () => {
    world = await roomWorld();
  });
  afterEach(() => world.close());

  const respond = async (who: { room: { id: string }; person: { id: string } }, activity: string, send: boolean) => {
    const of = { room: who.room.id, person: who.person.id, activity };
    const change = { kind: 'prep', contentVersion: 'v1', step: 'begynd', fields: [], dropped: [] } as const;
    if (send) await world.responses.send(of, { ...change, fields: [], dropped: [] }, () => true);
    else await world.responses.saveDraft(of, { ...change, fields: [], dropped: [] });
  };

  it('has everything open where nothing was ever set', async () => {
    const page = await (await world.arrive()).open((await world.arrive()).home);
    expect(weekStates(page)).to.deep.equal(['Åben', 'Åben', 'Åben']);
    expect(next(page)).to.equal('Forberedelse 1');
    expect(theme(page)).to.equal('Uge 1 af 3: Emne 1');
    expect(page.$('.webinar').length).to.equal(0);
  });

  it('shows what is done and begun, and puts what is begun first', async () => {
    const mette = await world.arrive();
    await respond(mette, 'modul-1-forberedelse', true);
    await respond(mette, 'modul-2-mere', false);
    const page = await mette.open(mette.home);
    expect(next(page)).to.equal('Mere 2');
    expect(page.$('.next .button').text()).to.equal('Fortsæt');
    expect(weekStates(page)).to.deep.equal(['1 af 2 sendt', 'Åben', 'Åben']);
    expect(theme(page)).to.equal('Uge 2 af 3: Emne 2');
    const minutes = page.$('.task__about').first().text();
    expect(minutes).to.match(/^Cirka \d+ minutter$/);
    expect(tasks(page), 'the next thing is not said twice').to.deep.equal([`Forberedelse 2: ${minutes}`]);
    expect(page.$('.next h3 a').attr('href')).to.equal(page.$('.next .button').attr('href'));
  });

  it('puts this week first, and says when the next one opens', async () => {
    const mette = await world.arrive();
    await world.schedules.save(mette.room.id, weekly, 'someone');
    await respond(mette, 'modul-1-forberedelse', false);
    const page = await mette.open(mette.home);
    expect(next(page)).to.equal('Forberedelse 2');
    expect(theme(page)).to.equal('Uge 2 af 3: Emne 2');
    expect(weekStates(page)).to.deep.equal(['Åben', 'Åben', 'Åbner mandag 23. november']);
    expect(page.$('a[href$="modul-3-forberedelse"]').length).to.equal(0);
  });

  it('says what comes when all that is open is sent', async () => {
    const mette = await world.arrive();
    await world.schedules.save(mette.room.id, weekly, 'someone');
    for (const id of ['1-forberedelse', '1-mere', '2-forberedelse', '2-mere'])
      await respond(mette, `modul-${id}`, true);
    const page = await mette.open(mette.home);
    expect(page.words)
      .to.include('Du er færdig for denne gang')
      .and.include('Uge 3: Emne 3 åbner mandag 23. november.');
  });

  it('runs in another rhythm where the class has chosen one', async () => {
    const mette = await world.arrive();
    await world.schedules.save(mette.room.id, { ...weekly, rhythm: 'to-uger' }, 'someone');
    const page = await mette.open(mette.home);
    const titles = page
      .$('section[aria-labelledby=weeks] a')
      .toArray()
      .map((title) => page.$(title).text());
    expect(titles).to.deep.equal(['Uge 1: Emne 1', 'Uge 2: Emne 2 · Emne 3']);
    expect(weekStates(page)).to.deep.equal(['Åben', 'Åben']);
    expect(theme(page)).to.equal('Uge 2 af 2: Emne 2 · Emne 3');
    expect(tasks(page), 'four with the next one').to.have.length(3);
    expect((await mette.open(`${mette.home}aktivitet/modul-3-forberedelse`)).path).to.match(/trin\/1$/);
  });

  it('asks for nothing before the course begins', async () => {
    const mette = await world.arrive();
    await world.schedules.save(mette.room.id, { ...weekly, start: '2026-12-07' }, 'someone');
    const page = await mette.open(mette.home);
    expect(page.words).to.include('Kurset begynder snart').and.include('Uge 1: Emne 1 åbner mandag 7. december.');
    expect(theme(page)).to.equal('Kurset begynder mandag 7. december: Godt, du er her');
    expect(tasks(page)).to.deep.equal([]);
  });

  it('is a path of weeks in words, with the one that it is marked', async () => {
    const mette = await world.arrive();
    await world.schedules.save(mette.room.id, weekly, 'someone');
    for (const id of ['1-forberedelse', '1-mere']) await respond(mette, `modul-${id}`, true);
    const { $ } = await mette.open(mette.home);
    const stops = $('.path ol a')
      .toArray()
      .map((stop) => $(stop).find('.sr-only').text());
    expect(stops).to.deep.equal([
      'Uge 1: Emne 1. Færdig.',
      'Uge 2: Emne 2. Her er du. Åben.',
      'Uge 3: Emne 3. Åbner mandag 23. november.',
    ]);
    expect($('.path [aria-current]').attr('href')).to.equal(`${mette.home}uge/2`);
  });

  it('says that the course is over when its weeks are, and owes nothing', async () => {
    const mette = await world.arrive();
    await world.schedules.save(mette.room.id, { ...weekly, start: '2026-10-05' }, 'someone');
    const page = await mette.open(mette.home);
    expect(theme(page)).to.equal('3 uger: Kurset er slut');
    expect(page.$('.next').length, 'what one did not do is not asked for').to.equal(0);
    expect(tasks(page)).to.deep.equal([]);
    expect(page.$('.path [aria-current]').length).to.equal(0);
  });

  it('takes the mood of the day in one press, on the page itself, and into the diary', async () => {
    const mette = await world.arrive();
    const before = await mette.open(mette.home);
    expect(before.$('.mood-today').text()).to.include('Ét tryk er nok. Kun du kan se det.');
    const after = await mette.press(before, 'humoerdagbog', { 'answer.humoer-6': '4' });
    expect(after.path).to.equal(`${mette.home}#humoer`);
    expect(after.$('[aria-pressed=true]').text()).to.equal('Godt');
    expect(after.$('.mood-today').text()).to.include('Gemt: Godt.');
    const again = await mette.press(after, 'humoerdagbog', { 'answer.humoer-6': '2' });
    expect(again.$('[aria-pressed=true]').text()).to.equal('Dårligt');
    const diary = await mette.open(`${mette.home}humoerdagbog`);
    expect(diary.$('[name="answer.humoer-6"]:checked').val()).to.equal('2');
    expect((await world.arrive({ person: { subject: '5', name: '' } })).home).to.equal(mette.home);
  });

  it('shows the next webinar with its link and a calendar file', async () => {
    const mette = await world.arrive();
    await world.schedules.save(mette.room.id, weekly, 'someone');
    const page = await mette.open(mette.home);
    expect(page.$('.webinar').text()).to.include('Torsdag 26. november kl. 10.00');
    expect(page.$('.webinar .button').attr('href')).to.equal('https://webinar.example/hold-7');
    const file = await mette.ask(page.$('.webinar__calendar a').attr('href') ?? '');
    expect(file.headers.get('content-type')).to.match(/^text\/calendar/);
    expect(await file.text())
      .to.include('DTSTART:20261126T090000Z\r\n')
      .and.not.include('20261119');
  });

  for (const [days, away] of [
    [7, false],
    [8, true],
  ] as const) {
    it(`${away ? 'greets' : 'does not greet'} someone who comes back after ${days} days`, async () => {
      await world.arrive();
      world.passTo(new Date(Date.parse('2026-11-21T09:42:10Z') + days * 24 * 60 * 60 * 1000).toISOString());
      const again = await world.arrive();
      expect((await again.open(again.home)).words.includes('Godt at se dig igen')).to.equal(away);
    });
  }

  it('tells when a closed activity opens, in place of it', async () => {
    const mette = await world.arrive();
    await world.schedules.save(mette.room.id, weekly, 'someone');
    for (const below of ['', '/trin/1', '/kvittering']) {
      const page = await mette.open(`${mette.home}aktivitet/modul-3-forberedelse${below}`);
      expect(page.words).to.include('“Forberedelse 3” åbner mandag 23. november.');
    }
    const open = await mette.open(`${mette.home}aktivitet/modul-2-forberedelse`);
    expect(open.path).to.match(/trin\/1$/);
    world.passTo('2026-11-22T23:00:00Z');
    const later = await world.arrive();
    expect((await later.open(`${later.home}aktivitet/modul-3-forberedelse`)).path).to.match(/trin\/1$/);
  });

  it('keeps open what someone has begun, when a later date is set', async () => {
    const mette = await world.arrive();
    await respond(mette, 'modul-3-forberedelse', false);
    await world.schedules.save(mette.room.id, weekly, 'someone');
    expect((await mette.open(`${mette.home}aktivitet/modul-3-forberedelse`)).path).to.match(/trin\/1$/);
    expect((await mette.open(`${mette.home}aktivitet/modul-3-mere`)).h1).to.equal('Den åbner snart');
  });

  it('closes nothing for an instructor', async () => {
    const ulla = await world.arrive({ role: 'instructor', person: { subject: '9', name: 'Ulla' } });
    await world.schedules.save(ulla.room.id, weekly, 'someone');
    expect((await ulla.open(ulla.home)).$('a[href$="modul-3-forberedelse"]').length).to.equal(1);
    expect((await ulla.open(`${ulla.home}aktivitet/modul-3-forberedelse`)).h1).not.to.equal('Den åbner snart');
  });
});
