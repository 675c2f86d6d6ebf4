import { expect } from 'chai';
import type { DeliveryOutcome } from '../../src/responses/report.ts';
import { column, of, responsesWorld, start, write, yes, type ResponsesWorld } from './support/world.ts';

describe('what the LMS is to be told', () => {
  let world: ResponsesWorld;
  let place: ResponsesWorld['place'];
  let responses: ResponsesWorld['responses'];
  const reports = () => world.reports();

  beforeEach(async () => {
    world = await responsesWorld();
    ({ place, responses } = world);
  });
  afterEach(() => world.close());

  it('reports a completion once, however often and how simultaneously it is sent', async () => {
    await Promise.all([1, 2, 3].map((n) => responses.send(of, write(`svar ${n}`), yes)));
    place.now += 5000;
    await responses.send(of, write('rettet'), yes);
    const response = await responses.get(of);
    expect(response?.reports).to.have.length(1);
    expect(response?.sent).to.deep.equal({ hvad: 'rettet' });
    expect(response?.completedAt).to.equal(start);
    expect(response?.lastSentAt).to.equal(place.now);
  });

  const deliver = async (outcome: DeliveryOutcome = { kind: 'delivered' }): Promise<string> => {
    const claimed = await responses.queue.claim(1000);
    await claimed?.settle(outcome);
    return claimed?.report.lineItem ?? 'nothing';
  };

  it('reports to every column of the activity, each once, with the submission’s own second', async () => {
    place.columns = [column('one'), column('two')];
    await responses.send(of, write('svar'), yes);
    place.now += 5000;
    const claimed = await responses.queue.claim(1000);
    expect(claimed?.report).to.include({ lineItem: column('one'), timestamp: '2026-11-21T09:42:10Z' });
    await claimed?.settle({ kind: 'delivered' });
    const second = await responses.queue.claim(1000);
    expect(second?.report).to.deep.include({ lineItem: column('two'), told: [column('one')] });
    await second?.settle({ kind: 'delivered' });
    expect(await deliver()).to.equal('nothing');
    expect((await reports())[0]).to.include({ state: 'delivered', attempts: 2 });
  });

  it('does not let one column that fails keep the other waiting', async () => {
    place.columns = [column('one'), column('two')];
    await responses.send(of, write('svar'), yes);
    await deliver({ kind: 'retry', at: place.now + 60_000, cause: 'http-500' });
    expect(await deliver()).to.equal(column('two'));
    expect((await reports())[0]).to.include({ state: 'waiting', dueAt: place.now + 60_000, cause: '' });
    place.now += 60_000;
    expect(await deliver()).to.equal(column('one'));
    expect((await reports())[0]?.state).to.equal('delivered');
  });

  describe('where the room has no column', () => {
    beforeEach(async () => {
      place.columns = [];
      place.cause = 'no-column';
      await responses.send(of, write('svar'), yes);
    });

    it('keeps the report in the same write, calls it columnless, and has the room looked at', async () => {
      expect((await reports())[0]).to.include({ state: 'columnless', dueAt: start });
      expect(await deliver()).to.equal('nothing');
      expect((await reports())[0]).to.include({ state: 'columnless', cause: 'no-column' });
      expect(place.asked).to.deep.equal(['look in room']);
      expect(world.ended).to.deep.equal(['columnless no-column']);
    });

    it('tells it when the column appears, with the submission’s own second and its patience from then on', async () => {
      await deliver();
      place.now += 40 * 24 * 3_600_000;
      place.columns = [column('later')];
      await responses.columnsAppeared(of.room, [of.activity]);
      const claimed = await responses.queue.claim(1000);
      expect(claimed?.report).to.include({ timestamp: '2026-11-21T09:42:10Z', since: place.now, attempts: 0 });
      expect(claimed?.report.lineItem).to.equal(column('later'));
    });

    it('makes one where a placement was launched without its own', async () => {
      place.makeFor = 'link-1';
      place.cause = '';
      const claimed = await responses.queue.claim(1000);
      expect(claimed?.report).to.include({ lineItem: '', resourceLink: 'link-1' });
      await claimed?.settle({ kind: 'delivered' }, column('made'));
      expect(place.asked).to.deep.equal([`found ${column('made')}`]);
      expect((await reports())[0]).to.include({ state: 'delivered' });
      expect((await reports())[0]?.columns.map(({ lineItem }) => lineItem)).to.deep.equal([column('made')]);
    });
  });

  it('tells a second column that appears later, and the first never again', async () => {
    await responses.send(of, write('svar'), yes);
    await deliver();
    await responses.columnsAppeared(of.room, [of.activity]);
    expect(await deliver(), 'no news').to.equal('nothing');
    place.columns = [column('one'), column('later')];
    place.now += 60_000;
    await responses.columnsAppeared(of.room, [of.activity]);
    expect(await deliver()).to.equal(column('later'));
    expect(await deliver()).to.equal('nothing');
    expect((await reports())[0]?.state).to.equal('delivered');
  });

  for (const gone of ['http-404', 'http-410']) {
    it(`waits for another column where its only one is gone (${gone}), and is told to that one`, async () => {
      await responses.send(of, write('svar'), yes);
      await deliver({ kind: 'stopped', cause: gone });
      expect(place.asked).to.deep.equal([`gone ${column('one')}`]);
      expect((await reports())[0]).to.include({ state: 'columnless', cause: 'no-column' });
      place.columns = [];
      place.makeFor = 'link-1';
      await responses.columnsAppeared(of.room, [of.activity]);
      expect(await deliver(), 'what a teacher has removed is not made once more').to.equal('nothing');
      place.columns = [column('one'), column('new')];
      await responses.columnsAppeared(of.room, [of.activity]);
      expect(await deliver()).to.equal(column('new'));
      expect(await deliver()).to.equal('nothing');
      expect((await reports())[0]?.state).to.equal('delivered');
    });
  }

  it('is delivered where one of two columns is gone', async () => {
    place.columns = [column('one'), column('two')];
    await responses.send(of, write('svar'), yes);
    await deliver({ kind: 'stopped', cause: 'http-404' });
    await deliver();
    expect((await reports())[0]?.state).to.equal('delivered');
  });

  it('makes the report of what was completed before reports were always made, at the first look at the room', async () => {
    await responses.send(of, write('svar'), yes);
    await responses.saveDraft({ ...of, person: 'another' }, write('kladde'));
    await world.forgetReports();
    place.now += 40 * 24 * 3_600_000;
    await responses.columnsAppeared(of.room);
    const claimed = await responses.queue.claim(1000);
    expect(claimed?.report).to.include({
      lineItem: column('one'),
      timestamp: '2026-11-21T09:42:10Z',
    });
    expect(await responses.queue.claim(1000), 'a draft is no completion').to.equal(undefined);
  });

  it('keeps what the platform said when it refused', async () => {
    await responses.send(of, write('svar'), yes);
    await deliver({ kind: 'stopped', cause: 'http-400', reason: 'Tool is not enabled' });
    expect((await reports())[0]).to.include({ state: 'stopped', cause: 'http-400', reason: 'Tool is not enabled' });
  });

  it('reports a draft to none, and lets a launch try again what had been given up', async () => {
    await responses.saveDraft(of, write('kladde'));
    await responses.ensureReports(of);
    expect(await reports()).to.deep.equal([]);
    await responses.send(of, write('svar'), yes);
    await deliver({ kind: 'stopped', cause: 'http-400' });
    place.now += 1000;
    await responses.ensureReports(of);
    const all = await reports();
    expect(all).to.have.length(1);
    expect(all[0]).to.include({ state: 'waiting', timestamp: '2026-11-21T09:42:10Z', since: place.now, cause: '' });
  });

  it('tells of each completion until the listener has gone well once', async () => {
    const heard: string[] = [];
    responses.onCompletion(({ activity }) => {
      heard.push(activity);
      return heard.length === 1 ? Promise.reject(new Error('the store is away')) : Promise.resolve();
    });
    await responses.send(of, write('svar'), yes);
    await responses.queue.claim(1000).catch(() => undefined);
    place.now += 1001;
    expect((await responses.queue.claim(1000))?.report.resourceId).to.equal(of.activity);
    expect(heard).to.deep.equal([of.activity, of.activity]);
  });

  describe('asked to try again', () => {
    const stop = async () => (await responses.queue.claim(1000))?.settle({ kind: 'stopped', cause: 'http-400' });
    beforeEach(() => responses.send(of, write('svar'), yes));

    it('tries what was given up at once, with its own time and its patience anew', async () => {
      await stop();
      place.now += 40 * 24 * 3_600_000;
      const wakes: number[] = [];
      responses.onReport(() => wakes.push(place.now));
      expect(await responses.retryReports(of)).to.equal(true);
      expect(wakes).to.deep.equal([place.now]);
      const claimed = await responses.queue.claim(1000);
      expect(claimed?.report).to.include({ timestamp: '2026-11-21T09:42:10Z', since: place.now, attempts: 0 });
    });

    it('does nothing the second time, nor for what waits its first turn, was delivered or was never sent', async () => {
      expect(await responses.retryReports(of), 'waits').to.equal(false);
      await stop();
      await responses.retryReports(of);
      expect(await responses.retryReports(of), 'second').to.equal(false);
      await (await responses.queue.claim(1000))?.settle({ kind: 'delivered' });
      expect(await responses.retryReports(of), 'delivered').to.equal(false);
      expect(await responses.retryReports({ ...of, person: 'nobody' }), 'nobody').to.equal(false);
      expect(await reports()).to.have.length(1);
    });

    it('tries what waits after a failure now', async () => {
      await (await responses.queue.claim(1000))?.settle({ kind: 'retry', at: place.now + 3_600_000, cause: 'timeout' });
      expect(await responses.retryReports(of)).to.equal(true);
      expect((await responses.queue.claim(1000))?.report.attempts).to.equal(0);
    });

    it('does not take the report from a worker that has it in hand', async () => {
      await (await responses.queue.claim(1000))?.settle({ kind: 'retry', at: place.now, cause: 'timeout' });
      const inHand = await responses.queue.claim(1000);
      await responses.retryReports(of);
      expect(await responses.queue.claim(1000)).to.equal(undefined);
      await inHand?.settle({ kind: 'delivered' });
      place.now += 100_000;
      expect(await responses.queue.claim(1000)).to.equal(undefined);
    });
  });
});
