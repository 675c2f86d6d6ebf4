import { expect } from 'chai';
import { createQueue, inWords, SCORES, scoreWorld, type ScoreWorld } from './support/scores.ts';
import { scopes } from './support/lms.ts';
import { startTool } from './support/tool.ts';

const [WRITE = '', SCORE = ''] = scopes;

describe('scores without a column from the launch', () => {
  let world: ScoreWorld;
  before(async () => {
    world = await scoreWorld();
    world.lms.replies.set('/made/scores', [{ status: 200 }]);
  });
  beforeEach(() => {
    world.reset();
    // Each test has a link of its own: what is found for one is remembered.
    link += 1;
  });
  after(() => world.close());
  let link = 0;

  const ours = { resourceId: 'modul-1-forberedelse', tag: 'prep' };
  const found = (...items: object[]): void => void world.lms.replies.set('/lineitems', [{ status: 200, body: items }]);
  /** The LMS has none of ours; the third request makes one. */
  const none = (made: object = { status: 201, body: { id: `${world.lms.url}/made?x=1` } }): void =>
    void world.lms.replies.set('/lineitems', [
      { status: 200, body: [] },
      { status: 200, body: [] },
      { status: 500, ...made },
    ]);
  const here = (): string => `link-${link}`;
  const columnless = (changes = {}) => world.report({ lineItem: '', resourceLink: here(), ...changes });
  const item = (id: string, fields: object) => ({ id: `${world.lms.url}${id}`, ...fields });
  const makes = () => world.got('/lineitems').filter(({ method }) => method === 'POST');

  it('find the one that is for the activity and the placement', async () => {
    found(
      item('/wrong', { ...ours, resourceId: 'modul-2-forberedelse', resourceLinkId: here() }),
      item('/other', { ...ours, resourceLinkId: 'elsewhere' }),
      item('/kind', { ...ours, tag: 'survey', resourceLinkId: here() }),
      item('/lineitems/9/lineitem', { ...ours, resourceLinkId: here() }),
    );
    const [settled] = await world.deliver(columnless());
    expect(settled).to.deep.include({
      outcome: { kind: 'delivered' },
      lineItem: `${world.lms.url}/lineitems/9/lineitem`,
    });
    const [search, ...more] = world.got('/lineitems');
    expect(search!.headers['accept']).to.equal('application/vnd.ims.lis.v2.lineitemcontainer+json');
    expect(search!.path).to.equal('/lineitems?type_id=1&resource_link_id=' + here());
    expect(more).to.deep.equal([]);
  });

  it('wait for their column where the platform gives no right to make one, though it registered us with it', async () => {
    const fewer = scopes.map((one) => (one === WRITE ? `${WRITE}.readonly` : one));
    const token = (scope: string[]) => ({
      status: 200,
      body: { access_token: 't', token_type: 'bearer', expires_in: 30, scope: scope.join(' ') },
    });
    world.lms.replies.set('/token', [token(fewer.slice(1)), token(fewer)]);
    none();
    const [settled] = await world.deliver(columnless());
    expect(inWords(settled!)).to.equal('columnless no-column');
    expect(makes()).to.deep.equal([]);
  });

  it('find one that a teacher made for the placement, and one of ours that no placement has', async () => {
    found(item('/lineitems/9/lineitem', { resourceLinkId: here() }));
    await world.deliver(columnless());
    world.lms.replies.set('/lineitems', [
      { status: 200, body: [] },
      { status: 200, body: [item('/lineitems/9/lineitem', { ...ours, resourceLinkId: null })] },
    ]);
    await world.deliver(columnless({ resourceLink: 'elsewhere' }));
    expect(world.got('/lineitems').at(-1)!.path).to.equal(
      '/lineitems?type_id=1&resource_id=modul-1-forberedelse&tag=prep',
    );
    expect(world.got()).to.have.length(2);
  });

  it('look on the next page too, where the LMS has many', async () => {
    const link = `<${world.lms.url}/lineitems?type_id=1&amp;from=1>; rel="next"`;
    world.lms.replies.set('/lineitems', [
      { status: 200, headers: { link }, body: [] },
      { status: 200, body: [item('/lineitems/9/lineitem', { ...ours, resourceLinkId: here() })] },
    ]);
    expect((await world.deliver(columnless())).map(inWords)).to.deep.equal(['delivered']);
    expect(makes()).to.deep.equal([]);
  });

  it('make one, once, however many ask, and remember it after a restart', async () => {
    const later = createQueue();
    none();
    const settled = await world.deliver(columnless(), columnless({ subject: 'user-5' }));
    expect(settled.map(inWords)).to.deep.equal(['delivered', 'delivered']);
    const [made, ...more] = makes();
    expect(more).to.deep.equal([]);
    expect(made!.headers['content-type']).to.equal('application/vnd.ims.lis.v2.lineitem+json');
    expect(JSON.parse(made!.body)).to.deep.equal({
      scoreMaximum: 100,
      label: 'Title of modul-1-forberedelse',
      ...ours,
      resourceLinkId: here(),
    });
    expect(world.got('/made/scores')).to.have.length(2);

    const again = await startTool({ store: world.tool.store, reports: later.queue });
    again.lti.reporter.start();
    later.waiting.push(columnless({ subject: 'user-6' }));
    again.lti.reporter.wake();
    expect((await later.settled(1)).map(inWords)).to.deep.equal(['delivered']);
    expect(world.got('/lineitems')).to.have.length(3);
    await again.stop();
  });

  it('make no second one when two processes look at the same time', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
    world.lms.replies.set('/lineitems', [
      { status: 200, body: [] },
      { status: 200, body: [] },
      { status: 201, body: { id: `${world.lms.url}/made` }, after: held },
      { status: 200, body: [] },
    ]);
    const first = world.deliver(columnless());
    while (makes().length === 0) await new Promise((resolve) => setImmediate(resolve));
    const second = createQueue();
    const other = await startTool({ store: world.tool.store, reports: second.queue });
    other.clock.now = world.tool.clock.now;
    other.lti.reporter.start();
    second.waiting.push(columnless({ subject: 'user-5' }));
    other.lti.reporter.wake();
    expect((await second.settled(1)).map(inWords)).to.deep.equal(['retry line-item-busy']);
    release(undefined);
    expect((await first).map(inWords)).to.deep.equal(['delivered']);
    expect(makes()).to.have.length(1);
    await other.stop();
  });

  it('do not make a second one when the answer to the first got lost', async () => {
    none({ status: 201, drop: true });
    expect((await world.deliver(columnless())).map(inWords)).to.deep.equal(['retry connection']);
    world.tool.clock.now += 30_001;
    none();
    const retried = await world.deliver(columnless({ attempts: 1 }));
    expect(retried.map(inWords), 'a search that finds nothing is believed only after a while').to.deep.equal([
      'retry line-item-busy',
    ]);
    found(item('/made', { ...ours, resourceLinkId: here() }));
    expect((await world.deliver(columnless({ attempts: 2 }))).map(inWords)).to.deep.equal(['delivered']);
    expect(makes()).to.have.length(1);
  });

  it('tell a column that two placements share only once', async () => {
    const shared = item('/lineitems/9/lineitem', ours);
    found(shared);
    const [first] = await world.deliver(columnless());
    const [second] = await world.deliver(columnless({ resourceLink: 'elsewhere', told: [first!.lineItem] }));
    expect(second).to.deep.include({ outcome: { kind: 'delivered', cause: 'shared' }, lineItem: first!.lineItem });
    expect(world.got()).to.have.length(1);
  });

  it('stop where a found column is gone, and look anew when asked to try again', async () => {
    found(item('/lineitems/9/lineitem', { ...ours, resourceLinkId: here() }));
    world.lms.replies.set(SCORES, [{ status: 404 }, { status: 200 }]);
    expect((await world.deliver(columnless())).map(inWords)).to.deep.equal(['stopped http-404']);
    expect((await world.deliver(columnless())).map(inWords)).to.deep.equal(['delivered']);
    expect(world.got('/lineitems')).to.have.length(2);
  });

  const answers: [string, object, string][] = [
    ['404: the course is gone', { status: 404 }, 'stopped line-item-404'],
    ['403', { status: 403 }, 'stopped line-item-403'],
    ['503', { status: 503 }, 'retry line-item-503'],
    ['no JSON', { status: 200, body: 'no json' }, 'retry malformed'],
    ['no list', { status: 200, body: { id: 'x' } }, 'retry malformed'],
  ];
  for (const [name, reply, expected] of answers) {
    it(`answered by ${name}: ${expected}`, async () => {
      world.lms.replies.set('/lineitems', [{ status: 200, ...reply }]);
      expect((await world.deliver(columnless())).map(inWords)).to.deep.equal([expected]);
      expect(world.got()).to.deep.equal([]);
    });
  }

  it('give back the right to make one that was refused', async () => {
    none({ status: 403 });
    expect((await world.deliver(columnless())).map(inWords)).to.deep.equal(['stopped line-item-403']);
    none();
    expect((await world.deliver(columnless())).map(inWords)).to.deep.equal(['delivered']);
  });

  it('wait where the platform has no grades', async () => {
    expect((await world.deliver(columnless({ lineItems: '' }))).map(inWords)).to.deep.equal(['columnless no-column']);
  });

  it('make none where we may not, and do not look where we may not', async () => {
    const { tool, lms } = world;
    const granted = async (clientId: string, ...some: string[]) =>
      (await tool.lti.platforms.add({ ...lms.facts, clientId, scopes: some })).id;
    const reader = await granted('reader', `${WRITE}.readonly`, SCORE);
    found();
    expect((await world.deliver(columnless({ platform: reader }))).map(inWords)).to.deep.equal([
      'columnless no-column',
    ]);
    expect(makes()).to.deep.equal([]);
    const before = world.got('/lineitems').length;
    const scorer = await granted('scorer', SCORE);
    expect((await world.deliver(columnless({ platform: scorer }))).map(inWords)).to.deep.equal([
      'columnless no-column',
    ]);
    expect(world.got('/lineitems')).to.have.length(before);
  });
});
