import { expect } from 'chai';
import { type Reply, verifyAssertion } from './support/lms.ts';
import { inWords, SCORES, scoreWorld, type ScoreWorld, type Settled } from './support/scores.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('scores', () => {
  let world: ScoreWorld;
  before(async () => {
    world = await scoreWorld();
  });
  beforeEach(() => world.reset());
  after(() => world.close());

  /** Seconds until the next try. */
  const wait = ({ outcome }: Settled): number =>
    'at' in outcome ? Math.round((outcome.at - world.tool.clock.now) / 1000) : -1;

  const COLUMNS = 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem';
  const scopesAsked = () => world.got('/token').map(({ body }) => new URLSearchParams(body).get('scope')?.split(' '));
  const token = (access_token: string, more = {}): Reply => ({
    status: 200,
    body: { access_token, token_type: 'bearer', expires_in: 3600, ...more },
  });

  it('arrive as the contract says, before the question mark, with a token for all services', async () => {
    const { lms, tool, got } = world;
    const one = world.report();
    const [settled] = await world.deliver(one);
    expect(settled!.outcome).to.deep.equal({ kind: 'delivered' });
    expect(settled!.lineItem).to.equal(one.lineItem);
    const [post] = got();
    expect(post!.path).to.equal(`${SCORES}?type_id=1`);
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
    const [token] = got('/token');
    expect(new URLSearchParams(token!.body).get('scope')).to.equal(lms.facts.scopes.join(' '));
    const assertion = await verifyAssertion(token!.body, lms, `${tool.url}/lti/keys`);
    expect(assertion).to.include({ sub: 'client-1' });
  });

  it('of a whole class need one token, which is asked for anew when it nears its end', async () => {
    const { tool, got } = world;
    await world.deliver(...Array.from({ length: 8 }, (_, index) => world.report({ subject: `user-${index}` })));
    expect(got()).to.have.length(8);
    tool.clock.now += 58 * MINUTE;
    await world.deliver(world.report());
    expect(got('/token')).to.have.length(1);
    tool.clock.now += MINUTE + 1;
    await world.deliver(world.report());
    expect(got('/token')).to.have.length(2);
  });

  it('with a short-lived token still use it more than once', async () => {
    const { lms, got } = world;
    lms.replies.set('/token', [{ status: 200, body: { access_token: 't', token_type: 'bearer', expires_in: 30 } }]);
    await world.deliver(world.report());
    await world.deliver(world.report());
    expect(got('/token')).to.have.length(1);
  });

  it('that meet a token no longer taken go again with a new one', async () => {
    const { lms, got } = world;
    lms.replies.set('/token', [token('old'), token('new')]);
    lms.replies.set(SCORES, [{ status: 401 }, { status: 200 }]);
    expect((await world.deliver(world.report())).map(inWords)).to.deep.equal(['delivered']);
    expect(got().map(({ headers }) => headers.authorization)).to.deep.equal(['Bearer old', 'Bearer new']);
  });

  it('go where the platform allows less than it registered us with, and refuses the rest by its name', async () => {
    const { lms } = world;
    const { scopes } = lms.facts;
    const refused: Reply = { status: 400, body: { error: 'invalid_scope' } };
    const [all, ...each] = [scopes, ...scopes.flatMap((one) => (one === COLUMNS ? [one, `${one}.readonly`] : [one]))];
    const allowed = [`${COLUMNS}.readonly`, ...scopes.filter((one) => one.endsWith('/score'))];
    lms.replies.set('/token', [
      refused,
      ...each.map((one) => (allowed.includes(one) ? token('alone') : refused)),
      token('all that is allowed'),
    ]);
    expect((await world.deliver(world.report())).map(inWords)).to.deep.equal(['delivered']);
    expect(world.got()[0]?.headers.authorization).to.equal('Bearer all that is allowed');
    expect(scopesAsked()[0]).to.deep.equal(all);
    expect(scopesAsked().at(-1)).to.have.members(allowed);
    world.tool.clock.now += 59.5 * MINUTE;
    await world.deliver(world.report());
    expect(scopesAsked().slice(each.length + 2), 'it is known for an hour').to.deep.equal([scopesAsked().at(-1)]);
  });

  it('have their columns read where the platform leaves out the right to make them', async () => {
    const { lms } = world;
    const fewer = lms.facts.scopes.filter((one) => one !== COLUMNS).join(' ');
    lms.replies.set('/token', [token('without columns', { scope: fewer }), token('that reads columns')]);
    expect((await world.deliver(world.report())).map(inWords)).to.deep.equal(['delivered']);
    expect(world.got()[0]?.headers.authorization).to.equal('Bearer that reads columns');
    expect(scopesAsked()[1]).to.include(`${COLUMNS}.readonly`).and.not.include(COLUMNS);
  });

  it('are not asked for twice where what the platform says of scopes is none of ours', async () => {
    world.lms.replies.set('/token', [token('good', { scope: 'default' })]);
    await world.deliver(world.report());
    expect(scopesAsked()).to.have.length(1);
  });

  const inTwoMinutes = () => new Date(world.tool.clock.now + 2 * MINUTE).toUTCString();
  const cases: [name: string, replies: () => Reply[], expected: string, wait?: number][] = [
    ['201', () => [{ status: 201 }], 'delivered'],
    ['204', () => [{ status: 204 }], 'delivered'],
    ['200 and words', () => [{ status: 200, body: { resultUrl: 'x' } }], 'delivered'],
    ['200 and a page: no one has taken it', () => [{ status: 200, body: ' <!doctype html>' }], 'retry malformed', 30],
    ['409: it is there already', () => [{ status: 409 }], 'delivered http-409'],
    ['401 twice', () => [{ status: 401 }], 'retry http-401', 30],
    ['400', () => [{ status: 400 }], 'stopped http-400'],
    ['403', () => [{ status: 403 }], 'stopped http-403'],
    ['403 that means too fast', () => [{ status: 403, body: 'Rate Limit Exceeded' }], 'retry http-429', 30],
    ['404', () => [{ status: 404 }], 'stopped http-404'],
    ['410', () => [{ status: 410 }], 'stopped http-410'],
    ['a redirect', () => [{ status: 302, headers: { location: '/elsewhere' } }], 'retry http-302', 30],
    ['a redirect for good', () => [{ status: 301, headers: { location: '/elsewhere' } }], 'stopped http-301'],
    ['429 and seconds', () => [{ status: 429, headers: { 'retry-after': '120' } }], 'retry http-429', 120],
    ['429 and a date', () => [{ status: 429, headers: { 'retry-after': inTwoMinutes() } }], 'retry http-429', 120],
    ['429 and nonsense', () => [{ status: 429, headers: { 'retry-after': 'soon' } }], 'retry http-429', 30],
    ['429 and ten years', () => [{ status: 429, headers: { 'retry-after': '315360000' } }], 'retry http-429', 86_400],
    ['429', () => [{ status: 429 }], 'retry http-429', 30],
    ['500', () => [{ status: 500 }], 'retry http-500', 30],
    ['502', () => [{ status: 502 }], 'retry http-502', 30],
    ['503 with HTML', () => [{ status: 503, body: '<html>' }], 'retry http-503', 30],
  ];
  for (const [name, replies, expected, seconds] of cases) {
    it(`answered by ${name}: ${expected}`, async () => {
      world.lms.replies.set(SCORES, replies());
      const [settled] = await world.deliver(world.report());
      expect(inWords(settled!)).to.equal(expected);
      if (seconds !== undefined) expect(wait(settled!)).to.be.closeTo(seconds, 1);
      expect(world.got('/elsewhere'), 'no redirect is followed').to.deep.equal([]);
    });
  }

  it('are tried again after a connection that broke, or was refused', async () => {
    const { lms } = world;
    const [refused] = await world.deliver(world.report({ lineItem: 'http://127.0.0.1:1/item' }));
    expect(inWords(refused!)).to.equal('retry connection');
    world.tool.clock.now += 60 * MINUTE;
    lms.replies.set(SCORES, [{ status: 200, drop: true }]);
    const [dropped] = await world.deliver(world.report());
    expect(inWords(dropped!)).to.equal('retry connection');
  });

  it('that fail wait longer each time, but never more than an hour', async () => {
    world.lms.replies.set(SCORES, [{ status: 500 }]);
    const settled = await world.deliver(...[1, 2, 5, 40].map((attempts) => world.report({ attempts })));
    expect(settled.map(wait).sort((one, other) => one - other)).to.deep.equal([60, 120, 960, 3600]);
  });

  it('are given up after thirty days in the queue, not before, however old the completion', async () => {
    world.lms.replies.set(SCORES, [{ status: 500 }]);
    const since = world.tool.clock.now;
    const timestamp = new Date(since - 400 * DAY).toISOString();
    const old = await world.deliver(
      world.report({ timestamp, since: since - 29 * DAY }),
      world.report({ timestamp, since: since - 31 * DAY }),
    );
    expect(old.map(inWords).sort()).to.deep.equal(['retry http-500', 'stopped too-old']);
  });

  it('wait where no token is given', async () => {
    for (const [reply, cause] of [
      [{ status: 401 }, 'token-401'],
      [{ status: 503 }, 'token-503'],
      [{ status: 200, body: 'no token' }, 'token'],
    ] as const) {
      world.tool.clock.now += 60 * MINUTE;
      world.lms.replies.set('/token', [reply]);
      expect((await world.deliver(world.report())).map(inWords)).to.deep.equal([`retry ${cause}`]);
    }
    expect(world.got()).to.deep.equal([]);
  });

  it('stop for a platform that was removed, and wait for one that is shut out', async () => {
    const { tool, lms } = world;
    const { id: platform } = await tool.lti.platforms.add({ ...lms.facts, clientId: 'another' });
    const report = world.report({ platform });
    await tool.lti.platforms.deactivate(platform);
    expect((await world.deliver(report)).map(inWords)).to.deep.equal(['retry platform-inactive']);
    await tool.lti.platforms.remove(platform);
    expect((await world.deliver(report)).map(inWords)).to.deep.equal(['stopped platform-removed']);
  });

  it('say in the log how they ended, and nothing of whom', async () => {
    await world.deliver(world.report({ subject: 'secret-subject' }));
    expect(world.tool.logs.find(({ msg }) => msg === 'score')).to.include({ kind: 'delivered' });
    expect(JSON.stringify(world.tool.logs)).not.to.include('secret-subject');
  });
});
