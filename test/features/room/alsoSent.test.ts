import { expect } from 'chai';
import { nothingChosen } from '../../../src/domain/schedule.ts';
import { roomWorld, type RoomWorld } from './world.ts';

type Visitor = Awaited<ReturnType<RoomWorld['arrive']>>;

const PREPARATION = 'modul-1-forberedelse';
/** Milliseconds for which it is remembered who has sent. */
const REMEMBERED = 10_000;

describe('how many others have sent', () => {
  let world: RoomWorld;
  beforeEach(async () => {
    world = await roomWorld();
  });
  afterEach(() => world.close());

  const respond = ({ room, person }: Visitor, activity: string) => {
    const change = { kind: 'prep', contentVersion: 'v1', step: 'begynd', fields: [], dropped: [] } as const;
    return world.responses.send(
      { room: room.id, person: person.id, activity },
      { ...change, fields: [], dropped: [] },
      () => true,
    );
  };
  const comers = (count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, number) => world.arrive({ person: { subject: `x${number}`, name: '' } })),
    );
  const haveSent = async (people: Visitor[]) => {
    for (const one of people) await respond(one, PREPARATION);
  };
  const lineOf = async ({ open, home }: Visitor) => (await open(home)).$('.also-sent').text();

  it('is told in fives, only to people who have sent too, and never of everyone', async () => {
    const mette = await world.arrive();
    const line = () => {
      world.pass(REMEMBERED);
      return lineOf(mette);
    };
    const others = await comers(12);
    await haveSent(others.slice(0, 4));
    await respond(mette, PREPARATION);
    expect(await line()).to.equal('');
    const teacher = await world.arrive({ role: 'instructor', person: { subject: '9', name: 'Ulla' } });
    await respond(teacher, PREPARATION);
    expect(await line(), 'an instructor does not count').to.equal('');
    await haveSent(others.slice(4, 9));
    expect(await line()).to.include('Mindst 5 andre på holdet har også sendt');
    await haveSent(others.slice(9));
    expect(await line(), 'of twelve, seven').to.include('Mindst 5 andre');
    expect(await lineOf(others[0] ?? mette)).to.include('Mindst 5 andre');
    const late = await world.arrive({ person: { subject: 'late', name: '' } });
    expect((await late.open(late.home)).$('.also-sent').length, 'nothing to live up to').to.equal(0);
  });

  it('is remembered for ten seconds, and what one has sent oneself counts at once', async () => {
    const mette = await world.arrive();
    const others = await comers(12);
    await haveSent([mette, ...others.slice(0, 4)]);
    expect(await lineOf(mette), 'four others').to.equal('');
    await haveSent(others.slice(4, 6));
    expect(await lineOf(mette), 'as it was').to.equal('');
    expect(await lineOf(others[5] ?? mette), 'one of them: four and Mette').to.include('5 andre');
    world.pass(REMEMBERED - 1);
    expect(await lineOf(mette)).to.equal('');
    world.pass(1);
    expect(await lineOf(mette), 'six others').to.include('Mindst 5 andre');
  });

  it('is of no other class, and of no other activity', async () => {
    const mette = await world.arrive();
    await haveSent([mette, ...(await comers(12))]);
    expect(await lineOf(mette)).to.include('Mindst 5 andre');
    const elsewhere = await world.arrive({ context: { id: 'other', title: 'Hold 8' } });
    await respond(elsewhere, PREPARATION);
    expect(await lineOf(elsewhere)).to.equal('');
    await respond(mette, 'modul-1-mere');
    await respond(mette, 'modul-2-forberedelse');
    await world.schedules.save(mette.room.id, { ...nothingChosen, start: '2026-11-09', pace: 'weekly' }, 'someone');
    expect(await lineOf(mette), 'of week 2').to.equal('');
  });

  it('goes when those who had sent are erased', async () => {
    const mette = await world.arrive();
    const others = await comers(12);
    await haveSent([mette, ...others.slice(0, 5)]);
    expect(await lineOf(mette)).to.include('Mindst 5 andre');
    const [first] = others;
    if (first) await world.deps.privacy.erase({ room: first.room.id, person: first.person.id }, { by: 'self' });
    world.pass(REMEMBERED);
    expect(await lineOf(mette)).to.equal('');
  });
});
