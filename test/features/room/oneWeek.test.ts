import { expect } from 'chai';
import { nothingChosen, type Schedule } from '../../../src/domain/schedule.ts';
import { roomWorld, type RoomWorld } from './world.ts';

/** Week 2 is the one that it is on 21 November. */
const weekly: Schedule = { ...nothingChosen, start: '2026-11-09', pace: 'weekly' };

describe('the page of one week', () => {
  let world: RoomWorld;
  beforeEach(async () => {
    world = await roomWorld();
  });
  afterEach(() => world.close());

  const send = (who: { room: { id: string }; person: { id: string } }, activity: string) =>
    world.responses.send(
      { room: who.room.id, person: who.person.id, activity },
      { kind: 'prep', contentVersion: 'v1', step: 'begynd', fields: [], dropped: [] },
      () => true,
    );

  it('shows its one next thing, and nothing of other weeks', async () => {
    const mette = await world.arrive();
    await send(mette, 'modul-2-forberedelse');
    const page = await mette.open(`${mette.home}uge/2`);
    expect(page.h1).to.equal('Uge 2: Emne 2');
    expect(page.$('.next h3').text()).to.equal('Mere 2');
    expect(page.words).not.to.include('Emne 1');
    expect(
      page
        .$('.week__item a')
        .toArray()
        .map((link) => page.$(link).text()),
    ).to.deep.equal(['Forberedelse 2', 'Mere 2']);
    expect(page.$(`a[href="${mette.home}"]`).text()).to.equal('Til min uge');
  });

  it('says when it is done, and leads on', async () => {
    const mette = await world.arrive();
    await send(mette, 'modul-2-forberedelse');
    await send(mette, 'modul-2-mere');
    const page = await mette.open(`${mette.home}uge/2`);
    expect(page.words).to.include('Du er færdig med ugen');
    expect(page.$('.next a').attr('href')).to.equal(mette.home);
  });

  it('says when it opens, and leads to nothing before that', async () => {
    const mette = await world.arrive();
    await world.schedules.save(mette.room.id, weekly, 'someone');
    const page = await mette.open(`${mette.home}uge/3`);
    expect(page.words).to.include('Ugen åbner mandag 23. november');
    expect(page.$('.next').length).to.equal(0);
    expect(page.$('a[href*="aktivitet"]').length).to.equal(0);
  });

  for (const week of ['4', '0', '99', 'to', '-1']) {
    it(`leads to the front page where the class has no week ${week}`, async () => {
      const mette = await world.arrive();
      expect((await mette.open(`${mette.home}uge/${week}`)).h1).to.equal('Min uge');
    });
  }

  it('leads an instructor to what prepares the week’s webinar', async () => {
    const ulla = await world.arrive({ role: 'instructor' });
    const response = await ulla.ask(`${ulla.home}uge/2`);
    expect(response.headers.get('location')).to.equal(`${ulla.home}webinar/modul-2`);
  });

  it('leads an administrator to the front page', async () => {
    const ane = await world.arrive({ role: 'administrator' });
    expect((await ane.ask(`${ane.home}uge/2`)).headers.get('location')).to.equal(ane.home);
  });
});
