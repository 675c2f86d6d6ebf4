import { expect } from 'chai';
import { aPlacement, of, responsesWorld, start, write, yes, type ResponsesWorld } from './support/world.ts';

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

  it('reports to each line item, with seconds that rise and never lie ahead of the delivery', async () => {
    place.placements = [aPlacement('one'), aPlacement('two'), aPlacement('same', 'https://lms.example/one')];
    await responses.send(of, write('svar'), yes);
    const all = await reports();
    expect(all.map(({ placement }) => placement)).to.deep.equal(['one', 'two']);
    expect(all.map(({ timestamp }) => timestamp)).to.deep.equal(['2026-11-21T09:42:10Z', '2026-11-21T09:42:11Z']);
    for (const report of all) expect(report.dueAt).to.be.at.least(Date.parse(report.timestamp));
  });

  const silent: [string, Partial<ReturnType<typeof aPlacement>>][] = [
    ['offers no grades', { lineItem: '', lineItems: '' }],
    ['lets us read grades only', { scopes: ['https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly'] }],
  ];
  for (const [what, change] of silent) {
    it(`reports nothing where the platform ${what}`, async () => {
      place.placements = [{ ...aPlacement('one'), ...change }];
      const { response } = await responses.send(of, write('svar'), yes);
      expect(response.reports).to.deep.equal([]);
    });
  }

  it('reports a completed activity to a placement that comes later, and a draft to none', async () => {
    await responses.saveDraft(of, write('kladde'));
    await responses.ensureReports(of);
    expect(await reports()).to.deep.equal([]);
    await responses.send(of, write('svar'), yes);
    place.placements = [...place.placements, aPlacement('later')];
    place.now += 60_000;
    await responses.ensureReports(of);
    await responses.ensureReports(of);
    const all = await reports();
    expect(all.map(({ placement }) => placement)).to.deep.equal(['one', 'later']);
    expect(all[1]?.timestamp, 'the time of the sending').to.equal('2026-11-21T09:42:11Z');
  });

  it('lets a launch try again what had been given up', async () => {
    await responses.send(of, write('svar'), yes);
    await (await responses.queue.claim(1000))?.settle({ kind: 'stopped', cause: 'http-404' });
    place.now += 1000;
    await responses.ensureReports(of);
    const all = await reports();
    expect(all).to.have.length(1);
    expect(all[0]).to.include({ state: 'waiting', timestamp: '2026-11-21T09:42:10Z', since: place.now, cause: '' });
  });

  it('reports anew to a line item that the platform names later than it was told of another', async () => {
    place.placements = [aPlacement('one', '')];
    await responses.send(of, write('svar'), yes);
    await (await responses.queue.claim(1000))?.settle({ kind: 'delivered' }, 'https://lms.example/found');
    place.placements = [aPlacement('one', 'https://lms.example/found')];
    await responses.ensureReports(of);
    expect(await reports(), 'the same one').to.have.length(1);
    place.placements = [aPlacement('one', 'https://lms.example/other')];
    await responses.ensureReports(of);
    await responses.ensureReports(of);
    const all = await reports();
    expect(all.map(({ state }) => state)).to.deep.equal(['delivered', 'waiting']);
    place.now += 1000;
    expect((await responses.queue.claim(1000))?.report.told).to.deep.equal(['https://lms.example/found']);
  });

  describe('asked to try again', () => {
    const stop = async () => (await responses.queue.claim(1000))?.settle({ kind: 'stopped', cause: 'http-404' });
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
