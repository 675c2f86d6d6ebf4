import { expect } from 'chai';
import { roomWorld, type RoomWorld } from '../room/world.ts';

const ulla = { role: 'instructor', person: { subject: '9', name: 'Ulla Brandt' } } as const;

describe('an instructor’s greeting', () => {
  let world: RoomWorld;
  beforeEach(async () => {
    world = await roomWorld();
  });
  afterEach(() => world.close());

  const write = async (fields: Record<string, string>, who: Parameters<RoomWorld['arrive']>[0] = ulla) => {
    const visitor = await world.arrive(who);
    return visitor.press(await visitor.open(`${visitor.home}hilsen`), '/hilsen$', fields);
  };
  const front = async (who: Parameters<RoomWorld['arrive']>[0] = {}) => {
    const mette = await world.arrive(who);
    return (await mette.open(mette.home)).$('.greeting');
  };

  it('is on every participant’s front page, with the name and initials that were chosen', async () => {
    const visitor = await world.arrive(ulla);
    expect((await visitor.open(visitor.home)).$('a[href$=hilsen]').text()).to.equal('Din hilsen til holdet');
    const form = await visitor.open(`${visitor.home}hilsen`);
    expect(form.$('#answer-navn').val()).to.equal('Ulla');
    expect(form.$('#answer-initialer').val()).to.equal('UB');
    const saved = await write({
      'answer.navn': 'Ulla fra Odense',
      'answer.initialer': 'uo',
      'answer.hilsen': 'Godt <b>set</b>',
    });
    expect(saved.words).to.include('Hilsenen er gemt').and.include('Sådan ser holdet den nu');
    const greeting = await front();
    expect(greeting.find('blockquote').text()).to.equal('Godt <b>set</b>');
    expect(greeting.find('.initials').text()).to.equal('UO');
    expect(greeting.text()).to.include('Ulla fra Odense, din instruktør').and.not.include('Brandt');
    const elsewhere = { context: { id: '3', title: 'Hold 8' } };
    expect((await front(elsewhere)).length, 'another class').to.equal(0);
  });

  it('goes when it is emptied, and when its writer is no instructor any more', async () => {
    await write({ 'answer.hilsen': 'Hej' });
    expect((await front()).length).to.equal(1);
    expect((await write({ 'answer.navn': '', 'answer.initialer': '', 'answer.hilsen': '' })).words).to.include(
      'fjernet',
    );
    expect((await front()).length).to.equal(0);
    await write({ 'answer.hilsen': 'Hej' });
    await world.arrive({ ...ulla, role: 'participant' });
    expect((await front()).length).to.equal(0);
  });

  it('comes back whole where it cannot be saved, and asks about a CPR number', async () => {
    const long = 'å'.repeat(401);
    const refused = await write({ 'answer.hilsen': long });
    expect(refused.status).to.equal(422);
    expect(refused.$('#answer-hilsen').val()).to.equal(long);
    expect(refused.$('.error-summary a').attr('href')).to.equal('#answer-hilsen');
    for (const fields of [{ 'answer.hilsen': '' }, { 'answer.navn': '' }, { 'answer.initialer': 'ABCD' }])
      expect((await write({ 'answer.hilsen': 'Hej', ...fields })).status).to.equal(422);
    expect((await write({ 'answer.hilsen': 'Ring om 010190-1234' })).status).to.equal(422);
    expect((await front()).length).to.equal(0);
  });

  it('is written by instructors alone, and stored under encryption', async () => {
    for (const role of ['participant', 'administrator', 'builder'] as const) {
      const other = await world.arrive({ role, person: { subject: '5', name: '' } });
      expect((await other.open(`${other.home}hilsen`)).status, role).to.equal(404);
    }
    await write({ 'answer.hilsen': 'Hemmelige ord' });
    const opened = world.deps.store.opened().find(({ name }) => name === 'greetings');
    expect(opened?.encrypted).to.have.members(['name', 'initials', 'text']);
  });
});
