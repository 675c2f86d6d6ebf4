import { expect } from 'chai';
import { column, of, responsesWorld, start, write, yes, type ResponsesWorld } from './support/world.ts';

describe('the queue of reports', () => {
  let world: ResponsesWorld;
  let place: ResponsesWorld['place'];
  let responses: ResponsesWorld['responses'];
  const reports = () => world.reports();

  beforeEach(async () => {
    world = await responsesWorld();
    ({ place, responses } = world);
  });
  afterEach(() => world.close());

  beforeEach(() => responses.send(of, write('svar'), yes));

  it('gives what the LMS is to be told, and to one worker only', async () => {
    const [one, two] = await Promise.all([responses.queue.claim(1000), responses.queue.claim(1000)]);
    expect([one, two].filter(Boolean)).to.have.length(1);
    expect((one ?? two)?.report).to.deep.equal({
      platform: 'platform',
      lineItem: 'https://lms.example/one',
      lineItems: 'https://lms.example/lineitems',
      resourceLink: '',
      resourceId: 'modul-1-forberedelse',
      tag: 'prep',
      subject: 'subject',
      name: 'Mette Holm',
      scoreGiven: 100,
      activityProgress: 'Completed',
      timestamp: '2026-11-21T09:42:10Z',
      since: start,
      attempts: 0,
      told: [],
    });
  });

  it('gives nothing more once it is delivered', async () => {
    await (await responses.queue.claim(1000))?.settle({ kind: 'delivered' });
    place.now += 100_000;
    expect(await responses.queue.claim(1000)).to.equal(undefined);
    expect((await reports())[0]).to.include({ state: 'delivered', attempts: 1, settledAt: start });
  });

  it('gives it again when a retry is due, not before', async () => {
    await (await responses.queue.claim(1000))?.settle({ kind: 'retry', at: place.now + 60_000, cause: 'http-503' });
    place.now += 59_999;
    expect(await responses.queue.claim(1000)).to.equal(undefined);
    place.now += 1;
    expect((await responses.queue.claim(1000))?.report.attempts).to.equal(1);
    expect((await reports())[0]?.cause).to.equal('http-503');
  });

  it('keeps what is renewed from other workers, until its last lease is over, and takes its end', async () => {
    const held = await responses.queue.claim(1000);
    place.now += 900;
    await held?.renew(1000);
    place.now += 900;
    expect(await responses.queue.claim(1000)).to.equal(undefined);
    await Promise.all([held?.renew(1000), held?.settle({ kind: 'delivered' })]);
    place.now += 100_000;
    expect(await responses.queue.claim(1000)).to.equal(undefined);
    expect((await reports())[0]).to.include({ state: 'delivered', attempts: 1 });
  });

  it('is not renewed nor ended by a worker that has lost it', async () => {
    const lost = await responses.queue.claim(1000);
    place.now += 1000;
    const taken = await responses.queue.claim(1000);
    await lost?.renew(100_000);
    await lost?.settle({ kind: 'stopped', cause: 'http-404' });
    place.now += 1000;
    expect(await responses.queue.claim(1000), 'its lease is as it was').not.to.equal(undefined);
    expect(taken).not.to.equal(undefined);
    expect((await reports())[0]?.state).not.to.equal('stopped');
  });

  describe('after the clock was years ahead', () => {
    const YEARS = 3 * 365 * 24 * 3_600_000;

    it('gives a report that was tried meanwhile, at once', async () => {
      place.now += YEARS;
      await (await responses.queue.claim(1000))?.settle({ kind: 'retry', at: place.now + 60_000, cause: 'http-503' });
      place.now = start;
      expect((await responses.queue.claim(1000))?.report).to.include({
        timestamp: '2026-11-21T09:42:10Z',
        attempts: 1,
      });
    });

    it('gives one whose worker died holding it, and one worker alone gets it', async () => {
      place.now += YEARS;
      await responses.queue.claim(1000);
      place.now = start;
      const both = await Promise.all([responses.queue.claim(1000), responses.queue.claim(1000)]);
      expect(both.filter(Boolean)).to.have.length(1);
    });

    it('leaves alone what waits as long as a platform may ask for', async () => {
      const day = 24 * 3_600_000;
      await (await responses.queue.claim(1000))?.settle({ kind: 'retry', at: place.now + day, cause: 'http-503' });
      expect(await responses.queue.claim(1000)).to.equal(undefined);
      expect((await reports())[0]?.dueAt).to.equal(start + day);
    });
  });

  it('does not count a try that was put off', async () => {
    await (await responses.queue.claim(1000))?.settle({ kind: 'retry', at: place.now, cause: 'timeout' });
    await (await responses.queue.claim(1000))?.settle({ kind: 'postponed', at: place.now + 60_000, cause: '' });
    expect((await reports())[0]).to.include({ attempts: 1, cause: 'timeout', dueAt: place.now + 60_000 });
  });

  for (const teaching of ['instructor', 'administrator'] as const) {
    it(`stops, unsent, for someone who has become ${teaching}`, async () => {
      place.role = teaching;
      expect(await responses.queue.claim(1000)).to.equal(undefined);
      expect((await reports())[0]).to.include({ state: 'stopped', cause: 'not-participant' });
    });
  }

  it('records the outcome although the person has saved in the meantime', async () => {
    const claimed = await responses.queue.claim(1000);
    await responses.saveDraft(of, write('ny tanke'));
    await responses.send(of, write('ny tanke, sendt'), yes);
    expect(await responses.queue.claim(1000)).to.equal(undefined);
    await claimed?.settle({ kind: 'delivered' });
    const response = await responses.get(of);
    expect(response?.reports[0]?.state).to.equal('delivered');
    expect(response?.sent).to.deep.equal({ hvad: 'ny tanke, sendt' });
  });

  it('keeps a hold on the document while a column appears, which is told then', async () => {
    const claimed = await responses.queue.claim(1000);
    place.columns = [...place.columns, column('later')];
    await responses.columnsAppeared(of.room, [of.activity]);
    expect(await responses.queue.claim(1000)).to.equal(undefined);
    await claimed?.settle({ kind: 'delivered' });
    expect((await responses.queue.claim(1000))?.report.lineItem).to.equal(column('later'));
  });

  it('goes to another worker where the first does not come back, whose outcome then counts', async () => {
    const lost = await responses.queue.claim(1000);
    place.now += 1001;
    const taken = await responses.queue.claim(1000);
    expect(taken?.report.timestamp).to.equal(lost?.report.timestamp);
    await lost?.settle({ kind: 'stopped', cause: 'http-400' });
    expect((await reports())[0]?.state).to.equal('waiting');
    await taken?.settle({ kind: 'delivered' });
    expect((await reports())[0]?.state).to.equal('delivered');
  });

  it('stops a report whose room is gone and goes on with the next', async () => {
    await responses.send({ ...of, person: 'another' }, write('svar'), yes);
    place.room = false;
    expect(await responses.queue.claim(1000)).to.equal(undefined);
    place.room = true;
    expect((await reports())[0]).to.include({ state: 'stopped', cause: 'placement-gone' });
  });
});
