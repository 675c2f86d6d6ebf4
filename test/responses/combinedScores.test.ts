import { expect } from 'chai';
import { column, responsesWorld, start, type ResponsesWorld } from './support/world.ts';

const of = { room: 'room', person: 'person' };

describe('a score that is made up of several activities', () => {
  let world: ResponsesWorld;
  beforeEach(async () => {
    world = await responsesWorld();
  });
  afterEach(() => world.close());

  const tell = (scoreGiven: number, activityProgress: 'Completed' | 'InProgress' = 'InProgress') =>
    world.combinedScores.tell(of, {
      resourceId: 'uge-1',
      tag: 'week',
      scoreGiven,
      activityProgress,
      earnedAt: world.place.now,
    });
  const claim = () => world.combinedScores.queue.claim(1000);

  it('is told as far as it has come: a newer one takes the place of one that has not been told', async () => {
    await tell(33);
    world.place.now += 5000;
    await tell(67);
    const claimed = await claim();
    expect(claimed?.report).to.include({
      resourceId: 'uge-1',
      tag: 'week',
      scoreGiven: 67,
      activityProgress: 'InProgress',
    });
    expect(claimed?.report.timestamp).to.equal('2026-11-21T09:42:15Z');
    await claimed?.settle({ kind: 'delivered' });
    expect(await claim()).to.equal(undefined);
  });

  it('is told again to the same column when it rises, with a later second, and not when it does not', async () => {
    await tell(67);
    await (await claim())?.settle({ kind: 'delivered' });
    await tell(67);
    await tell(33);
    expect(await claim()).to.equal(undefined);
    await tell(100, 'Completed');
    world.place.now += 1000;
    const claimed = await claim();
    expect(claimed?.report).to.include({ scoreGiven: 100, activityProgress: 'Completed', lineItem: column('one') });
    expect(claimed?.report.timestamp).to.equal('2026-11-21T09:42:11Z');
  });

  it('is not lost where it rises while the one before is in a worker’s hand', async () => {
    await tell(33);
    const inHand = await claim();
    await tell(67);
    expect(await claim(), 'one at a time').to.equal(undefined);
    await inHand?.settle({ kind: 'delivered' });
    world.place.now += 1000;
    expect((await claim())?.report.scoreGiven).to.equal(67);
  });

  it('is told within a second where it rises many times in one', async () => {
    await tell(10);
    await (await claim())?.settle({ kind: 'delivered' });
    for (const percent of [20, 30, 40, 50]) await tell(percent);
    expect(await claim(), 'it has no second of its own yet').to.equal(undefined);
    world.place.now += 1000;
    const inHand = await claim();
    expect(inHand?.report).to.include({ scoreGiven: 50, timestamp: '2026-11-21T09:42:11Z' });
    for (const percent of [60, 70]) await tell(percent);
    await inHand?.settle({ kind: 'delivered' });
    world.place.now += 1000;
    expect((await claim())?.report).to.include({ scoreGiven: 70, timestamp: '2026-11-21T09:42:12Z' });
  });

  it('waits for its column, and goes to it at once', async () => {
    world.place.columns = [];
    world.place.cause = 'no-column';
    await tell(100, 'Completed');
    expect(await claim()).to.equal(undefined);
    const [document] = await world.combinedScores.ofPerson(of);
    expect(document?.reports[0]).to.include({ state: 'columnless', dueAt: start + 24 * 3_600_000 });
    world.place.columns = [column('one')];
    await world.combinedScores.columnsAppeared('room', ['uge-1']);
    expect((await claim())?.report.lineItem).to.equal(column('one'));
  });
});
