import { expect } from 'chai';
import type { ClaimedReport, Outcome, ReportQueue, ScoreReport } from '../../src/domain/report.ts';
import { type Lms, type Reply, startLms, verifyAssertion } from './support/lms.ts';
import { startTool, type Tool } from './support/tool.ts';

/** A queue in memory: gives what is put into it once, and tells how it ended. */
const createQueue = () => {
  const waiting: ScoreReport[] = [];
  const outcomes: Outcome[] = [];
  const told: (() => void)[] = [];
  const queue: ReportQueue = {
    claim: () => {
      const report = waiting.shift();
      if (!report) return Promise.resolve(undefined);
      const settle: ClaimedReport['settle'] = (outcome) => {
        outcomes.push(outcome);
        told.splice(0).forEach((tell) => tell());
        return Promise.resolve();
      };
      return Promise.resolve({ report, settle });
    },
  };
  const settled = async (count: number): Promise<Outcome[]> => {
    while (outcomes.length < count) await new Promise<void>((resolve) => void told.push(resolve));
    return outcomes;
  };
  return { waiting, queue, settled };
};

describe('scores', () => {
  let lms: Lms;
  let tool: Tool;
  let line: ReturnType<typeof createQueue>;
  let platform: string;
  beforeEach(async () => {
    line = createQueue();
    [lms, tool] = await Promise.all([startLms(), startTool({ reports: line.queue })]);
    platform = (await tool.lti.platforms.add(lms.facts)).id;
    lms.replies.set('/lineitems/9/lineitem/scores', [{ status: 200 }]);
    tool.lti.reporter.start();
  });
  afterEach(() => Promise.all([lms.close(), tool.close()]));

  const report = (changes: Partial<ScoreReport> = {}): ScoreReport => ({
    platform,
    lineItem: `${lms.url}/lineitems/9/lineitem?type_id=1`,
    lineItems: `${lms.url}/lineitems?type_id=1`,
    resourceLink: 'link-1',
    activity: 'modul-1-forberedelse',
    kind: 'prep',
    subject: 'user-4',
    timestamp: new Date(tool.clock.now - 5000).toISOString().replace(/\.\d+/, ''),
    attempts: 0,
    ...changes,
  });
  const deliver = async (...reports: ScoreReport[]): Promise<Outcome[]> => {
    line.waiting.push(...reports);
    tool.lti.reporter.wake();
    return line.settled(reports.length);
  };
  const sent = (path = '/lineitems/9/lineitem/scores') => lms.received.filter((one) => one.path.split('?')[0] === path);

  it('arrive as the contract says, before the question mark, with a token for all services', async () => {
    const one = report();
    expect(await deliver(one)).to.deep.equal([{ kind: 'delivered' }]);
    const [post] = sent();
    expect(post!.path).to.equal('/lineitems/9/lineitem/scores?type_id=1');
    expect(post!.headers).to.include({
      authorization: 'Bearer token-1',
      'content-type': 'application/vnd.ims.lis.v1.score+json',
    });
    expect(JSON.parse(post!.body)).to.deep.equal({
      userId: 'user-4',
      scoreGiven: 100,
      scoreMaximum: 100,
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
      timestamp: one.timestamp,
    });
    const [token] = sent('/token');
    expect(new URLSearchParams(token!.body).get('scope')).to.equal(lms.facts.scopes.join(' '));
    const assertion = await verifyAssertion(token!.body, lms, `${tool.url}/lti/keys`);
    expect(assertion).to.include({ sub: 'client-1' });
  });

  it('of a whole class need one token, which is asked for anew when it nears its end', async () => {
    await deliver(...Array.from({ length: 8 }, (_, index) => report({ subject: `user-${index}` })));
    expect(sent()).to.have.length(8);
    expect(sent('/token')).to.have.length(1);
    tool.clock.now += 3_550_000;
    line.waiting.push(report());
    tool.lti.reporter.wake();
    await line.settled(9);
    expect(sent('/token')).to.have.length(2);
  });

  const seconds = (outcome: Outcome): number =>
    outcome.kind === 'retry' ? Math.round((outcome.at - tool.clock.now) / 1000) : -1;
  const cases: [name: string, replies: Reply[], expected: string, wait?: number][] = [
    ['200', [{ status: 200 }], 'delivered'],
    ['201', [{ status: 201 }], 'delivered'],
    ['204', [{ status: 204 }], 'delivered'],
    ['409: it is there already', [{ status: 409 }], 'delivered'],
    ['401, then 200 with a new token', [{ status: 401 }, { status: 200 }], 'delivered'],
    ['401 twice', [{ status: 401 }], 'retry http-401', 30],
    ['400', [{ status: 400 }], 'stopped http-400'],
    ['403', [{ status: 403 }], 'stopped http-403'],
    ['404', [{ status: 404 }], 'stopped http-404'],
    ['302', [{ status: 302, headers: { location: 'http://127.0.0.1:1/' } }], 'stopped http-302'],
    ['429 with a number of seconds', [{ status: 429, headers: { 'retry-after': '120' } }], 'retry http-429', 120],
    ['429 without', [{ status: 429 }], 'retry http-429', 30],
    ['500', [{ status: 500 }], 'retry http-500', 30],
    ['503 with HTML', [{ status: 503, body: '<html>' }], 'retry http-503', 30],
  ];
  for (const [name, replies, expected, wait] of cases) {
    it(`answered by ${name}: ${expected}`, async () => {
      lms.replies.set('/lineitems/9/lineitem/scores', replies);
      const [outcome] = await deliver(report());
      expect([outcome!.kind, 'cause' in outcome! ? outcome.cause : ''].join(' ').trim()).to.equal(expected);
      if (wait !== undefined) expect(seconds(outcome!)).to.equal(wait);
    });
  }

  it('that fail wait longer each time, but never more than six hours', async () => {
    lms.replies.set('/lineitems/9/lineitem/scores', [{ status: 500 }]);
    const outcomes = await deliver(...[1, 2, 5, 40].map((attempts) => report({ attempts })));
    expect(outcomes.map(seconds).sort((one, other) => one - other)).to.deep.equal([60, 120, 960, 21_600]);
  });

  it('are given up after thirty days', async () => {
    lms.replies.set('/lineitems/9/lineitem/scores', [{ status: 500 }]);
    const timestamp = new Date(tool.clock.now - 31 * 24 * 3_600_000).toISOString();
    expect(await deliver(report({ timestamp }))).to.deep.equal([{ kind: 'stopped', cause: 'too-old' }]);
  });

  it('wait when the token is refused, and while the platform is away', async () => {
    lms.replies.set('/token', [{ status: 401 }]);
    expect((await deliver(report()))[0]).to.include({ kind: 'retry', cause: 'token-401' });
    const gone = await deliver(report({ lineItem: 'http://127.0.0.1:1/item' }), report());
    expect(gone[1]).to.include({ kind: 'retry' });
  });

  it('do not fall on a platform that is down: after one failure the rest wait without a request', async () => {
    lms.replies.set('/lineitems/9/lineitem/scores', [{ status: 503 }]);
    await deliver(report());
    const before = lms.received.length;
    line.waiting.push(report(), report());
    tool.lti.reporter.wake();
    const outcomes = await line.settled(3);
    expect(outcomes.slice(1).map((one) => 'cause' in one && one.cause)).to.deep.equal([
      'platform-resting',
      'platform-resting',
    ]);
    expect(lms.received).to.have.length(before);
  });

  it('stop for a platform that was removed, and wait for one that is shut out', async () => {
    await tool.lti.platforms.deactivate(platform);
    expect((await deliver(report()))[0]).to.include({ kind: 'retry', cause: 'platform-inactive' });
    await tool.lti.platforms.remove(platform);
    line.waiting.push(report());
    tool.lti.reporter.wake();
    expect((await line.settled(2))[1]).to.deep.equal({ kind: 'stopped', cause: 'platform-removed' });
  });

  it('finish the request in hand when the tool stops', async () => {
    line.waiting.push(report());
    tool.lti.reporter.wake();
    while (line.waiting.length > 0) await new Promise((resolve) => setImmediate(resolve));
    await tool.lti.reporter.stop();
    expect(await line.settled(1)).to.deep.equal([{ kind: 'delivered' }]);
  });

  describe('without a column from the launch', () => {
    const items = (...found: object[]): void =>
      void lms.replies.set('/lineitems', [
        { status: 200, body: found },
        { status: 201, body: { id: `${lms.url}/made?x=1` } },
      ]);
    beforeEach(() => lms.replies.set('/made/scores', [{ status: 200 }]));

    it('find the one that is for the activity and the placement', async () => {
      items(
        { id: `${lms.url}/wrong`, resourceId: 'modul-2-forberedelse', resourceLinkId: 'link-1' },
        { id: `${lms.url}/other`, resourceId: 'modul-1-forberedelse', resourceLinkId: 'link-2' },
        { id: `${lms.url}/lineitems/9/lineitem`, resourceId: 'modul-1-forberedelse', resourceLinkId: 'link-1' },
      );
      expect(await deliver(report({ lineItem: '' }))).to.deep.equal([{ kind: 'delivered' }]);
      const [search] = sent('/lineitems');
      expect(search!.headers['accept']).to.equal('application/vnd.ims.lis.v2.lineitemcontainer+json');
      expect(search!.path).to.equal(
        '/lineitems?type_id=1&resource_id=modul-1-forberedelse&tag=prep&resource_link_id=link-1',
      );
    });

    it('make one, once, however many ask', async () => {
      items();
      const outcomes = await deliver(report({ lineItem: '' }), report({ lineItem: '', subject: 'user-5' }));
      expect(outcomes.map(({ kind }) => kind)).to.deep.equal(['delivered', 'delivered']);
      const [, made, more] = sent('/lineitems');
      expect(more).to.equal(undefined);
      expect(made!.headers['content-type']).to.equal('application/vnd.ims.lis.v2.lineitem+json');
      expect(JSON.parse(made!.body)).to.deep.equal({
        scoreMaximum: 100,
        label: 'Title of modul-1-forberedelse',
        resourceId: 'modul-1-forberedelse',
        tag: 'prep',
        resourceLinkId: 'link-1',
      });
      expect(sent('/made/scores')).to.have.length(2);
    });

    it('stop where the platform has no grades', async () => {
      const none = report({ lineItem: '', lineItems: '' });
      expect(await deliver(none)).to.deep.equal([{ kind: 'stopped', cause: 'no-line-item' }]);
    });
  });
});
