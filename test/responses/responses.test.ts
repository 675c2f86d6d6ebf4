import { expect } from 'chai';
import type { Answers } from '../../src/domain/answers.ts';
import { createResponses, type DraftChange, type ReportRooms, type Responses } from '../../src/responses/responses.ts';
import { responseSchema } from '../../src/responses/records.ts';
import type { Store } from '../../src/store/port.ts';
import { memoryStore } from '../support/stores.ts';

const start = Date.parse('2026-11-21T09:42:10.500Z');
const of = { room: 'room', person: 'person', activity: 'modul-1-forberedelse' };
const yes = () => true;

const write = (text: string): DraftChange => ({
  kind: 'prep',
  contentVersion: 'v1',
  step: 'trin-a',
  fields: [{ question: 'hvad', kind: 'text', posted: text, base: '', page: 'page' }],
  dropped: [],
});

const aPlacement = (id: string, lineItem = `https://lms.example/${id}`) => ({
  id,
  resourceLink: `link-${id}`,
  lineItem,
  lineItems: 'https://lms.example/lineitems',
});

describe('responses', () => {
  let store: Store;
  let now: number;
  let placements: ReturnType<typeof aPlacement>[];
  let responses: Responses;
  const rooms: ReportRooms = {
    room: () => Promise.resolve({ platform: 'platform' }),
    person: () => Promise.resolve({ subject: 'subject' }),
    placement: (id) => Promise.resolve(placements.find((placement) => placement.id === id)),
    placements: () => Promise.resolve(placements),
  };
  const raw = async () => {
    const collection = await store.collection(responseSchema);
    return (await collection.find({ where: { room: 'room' } })).items;
  };

  beforeEach(async () => {
    now = start;
    placements = [aPlacement('one')];
    store = await memoryStore();
    responses = await createResponses(store, { clock: () => now, rooms });
  });
  afterEach(() => store.close());

  it('keeps a draft that nobody else can list', async () => {
    await responses.saveDraft(of, write('mit svar'));
    expect((await responses.get(of))?.draft).to.deep.equal({ hvad: 'mit svar' });
    const [listed] = await responses.list('room', of.activity);
    expect(listed).to.include({ person: 'person', sent: null, startedAt: start, completedAt: 0 });
    expect(JSON.stringify(listed)).not.to.include('mit svar');
  });

  it('holds the answers and a waiting report in one document after one sending', async () => {
    const { sent } = await responses.send(of, write('mit svar'), yes);
    expect(sent).to.equal(true);
    const [stored, ...more] = await raw();
    expect(more).to.have.length(0);
    expect(stored?.version).to.equal(1);
    expect(stored?.doc.sent).to.deep.equal({ hvad: 'mit svar' });
    expect(stored?.doc.completedAt).to.equal(start);
    expect(stored?.doc.reports).to.deep.equal([
      {
        placement: 'one',
        timestamp: '2026-11-21T09:42:10Z',
        attempts: 0,
        state: 'waiting',
        cause: '',
        settledAt: 0,
        dueAt: start,
      },
    ]);
    expect(stored?.doc.due).to.equal(start);
  });

  it('saves but neither sends nor reports what is not complete', async () => {
    const seen: Answers[] = [];
    const { sent, response } = await responses.send(of, write('halvt'), (draft) => seen.push(draft) < 0);
    expect(sent).to.equal(false);
    expect(seen).to.deep.equal([{ hvad: 'halvt' }]);
    expect(response).to.deep.include({ draft: { hvad: 'halvt' }, sent: null, completedAt: 0, reports: [] });
    expect(await responses.queue.claim(1000)).to.equal(undefined);
  });

  it('reports a completion once, however often and how simultaneously it is sent', async () => {
    await Promise.all([1, 2, 3].map((n) => responses.send(of, write(`svar ${n}`), yes)));
    now += 5000;
    await responses.send(of, write('rettet'), yes);
    const response = await responses.get(of);
    expect(response?.reports).to.have.length(1);
    expect(response?.sent).to.deep.equal({ hvad: 'rettet' });
    expect(response?.completedAt).to.equal(start);
    expect(response?.lastSentAt).to.equal(now);
  });

  it('reports to each line item, with seconds that rise and never lie ahead of the delivery', async () => {
    placements = [aPlacement('one'), aPlacement('two'), aPlacement('same', 'https://lms.example/one')];
    await responses.send(of, write('svar'), yes);
    const reports = (await responses.get(of))?.reports ?? [];
    expect(reports.map(({ placement }) => placement)).to.deep.equal(['one', 'two']);
    expect(reports.map(({ timestamp }) => timestamp)).to.deep.equal(['2026-11-21T09:42:10Z', '2026-11-21T09:42:11Z']);
    for (const report of reports) expect(report.dueAt).to.be.at.least(Date.parse(report.timestamp));
  });

  it('reports nothing where the platform takes no grades', async () => {
    placements = [{ ...aPlacement('one'), lineItem: '', lineItems: '' }];
    const { response } = await responses.send(of, write('svar'), yes);
    expect(response.reports).to.deep.equal([]);
  });

  it('reports a completed activity to a placement that comes later, and a draft to none', async () => {
    await responses.saveDraft(of, write('kladde'));
    await responses.ensureReports(of);
    expect((await responses.get(of))?.reports).to.deep.equal([]);
    await responses.send(of, write('svar'), yes);
    placements = [...placements, aPlacement('later')];
    now += 60_000;
    await responses.ensureReports(of);
    await responses.ensureReports(of);
    const reports = (await responses.get(of))?.reports ?? [];
    expect(reports.map(({ placement }) => placement)).to.deep.equal(['one', 'later']);
    expect(reports[1]?.timestamp).to.equal('2026-11-21T09:43:10Z');
  });

  it('lets a launch try again what had been given up', async () => {
    await responses.send(of, write('svar'), yes);
    await (await responses.queue.claim(1000))?.settle({ kind: 'stopped', cause: 'http-404' });
    now += 1000;
    await responses.ensureReports(of);
    const reports = (await responses.get(of))?.reports ?? [];
    expect(reports).to.have.length(1);
    expect(reports[0]).to.include({ state: 'waiting', timestamp: '2026-11-21T09:42:11Z' });
  });

  describe('as a queue', () => {
    beforeEach(() => responses.send(of, write('svar'), yes));

    it('gives what the LMS is to be told, and to one worker only', async () => {
      const [one, two] = await Promise.all([responses.queue.claim(1000), responses.queue.claim(1000)]);
      expect([one, two].filter(Boolean)).to.have.length(1);
      expect((one ?? two)?.report).to.deep.equal({
        platform: 'platform',
        lineItem: 'https://lms.example/one',
        lineItems: 'https://lms.example/lineitems',
        resourceLink: 'link-one',
        activity: 'modul-1-forberedelse',
        kind: 'prep',
        subject: 'subject',
        timestamp: '2026-11-21T09:42:10Z',
        attempts: 0,
      });
    });

    it('gives nothing more once it is delivered', async () => {
      await (await responses.queue.claim(1000))?.settle({ kind: 'delivered' });
      now += 100_000;
      expect(await responses.queue.claim(1000)).to.equal(undefined);
      expect((await responses.get(of))?.reports[0]).to.include({ state: 'delivered', attempts: 1, settledAt: start });
    });

    it('gives it again when a retry is due, not before', async () => {
      await (await responses.queue.claim(1000))?.settle({ kind: 'retry', at: now + 60_000, cause: 'http-503' });
      now += 59_999;
      expect(await responses.queue.claim(1000)).to.equal(undefined);
      now += 1;
      expect((await responses.queue.claim(1000))?.report.attempts).to.equal(1);
      expect((await responses.get(of))?.reports[0]?.cause).to.equal('http-503');
    });

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

    it('keeps a hold on the document while a launch adds a report', async () => {
      const claimed = await responses.queue.claim(1000);
      placements = [...placements, aPlacement('later')];
      await responses.ensureReports(of);
      expect(await responses.queue.claim(1000)).to.equal(undefined);
      await claimed?.settle({ kind: 'delivered' });
      now += 1000;
      expect((await responses.queue.claim(1000))?.report.resourceLink).to.equal('link-later');
    });

    it('goes to another worker where the first does not come back, whose outcome then counts', async () => {
      const lost = await responses.queue.claim(1000);
      now += 1001;
      const taken = await responses.queue.claim(1000);
      expect(taken?.report.timestamp).to.equal(lost?.report.timestamp);
      await lost?.settle({ kind: 'stopped', cause: 'http-404' });
      expect((await responses.get(of))?.reports[0]?.state).to.equal('waiting');
      await taken?.settle({ kind: 'delivered' });
      expect((await responses.get(of))?.reports[0]?.state).to.equal('delivered');
    });

    it('stops a report whose placement is gone and goes on with the next', async () => {
      await responses.send({ ...of, person: 'another' }, write('svar'), yes);
      const gone = placements;
      placements = [];
      expect(await responses.queue.claim(1000)).to.equal(undefined);
      placements = gone;
      expect((await responses.get(of))?.reports[0]).to.include({ state: 'stopped', cause: 'placement-gone' });
    });
  });
});
