import { expect } from 'chai';
import { AT_ONCE_PER_PLATFORM, times } from '../../src/lti/scores/reporter.ts';
import { LOOK_EVERY } from '../../src/store/worker.ts';
import { startLms } from './support/lms.ts';
import { inWords, SCORES, scoreWorld, type ScoreWorld } from './support/scores.ts';
import { REQUEST } from '../../src/lti/scores/accessTokens.ts';

const MINUTE = 60_000;

async function turnsOfTheLoop(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** The next answers at an address wait until `release` is called. */
function hold(world: ScoreWorld, path = SCORES) {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const reply = world.lms.replies.get(path)![0]!;
  world.lms.replies.set(path, [{ ...reply, after: promise }]);
  return {
    reached: async (count: number) => {
      while (world.got(path).length < count) await turnsOfTheLoop(1);
    },
    release: () => resolve(undefined),
  };
}

describe('the worker that delivers scores', () => {
  let world: ScoreWorld;
  beforeEach(async () => {
    world = await scoreWorld();
    world.reset();
  });
  afterEach(() => world.close());

  const aClass = (size: number) =>
    Array.from({ length: size }, (_, index) => world.report({ subject: `user-${index}` }));

  it('never has more than two requests at one platform, however many wait', async () => {
    const held = hold(world);
    const all = world.deliver(...aClass(20));
    await held.reached(AT_ONCE_PER_PLATFORM);
    await turnsOfTheLoop(50);
    expect(world.got()).to.have.length(AT_ONCE_PER_PLATFORM);
    held.release();
    expect((await all).filter(({ outcome }) => outcome.kind === 'delivered')).to.have.length(20);
    const subjects = world.got().map(({ body }) => (JSON.parse(body) as { userId: string }).userId);
    expect(new Set(subjects).size, 'each once').to.equal(20);
  });

  it('tells one person’s columns one after the other: a gradebook that sums up would otherwise stumble over itself', async () => {
    const held = hold(world);
    const all = world.deliver(world.report(), world.report({ resourceId: 'modul-1-medkursister' }));
    await held.reached(1);
    await turnsOfTheLoop(50);
    expect(world.got()).to.have.length(1);
    held.release();
    expect((await all).map(inWords)).to.deep.equal(['delivered', 'delivered']);
  });

  it('does not let a platform that hangs hold up another', async () => {
    const held = hold(world);
    const other = await startLms();
    other.replies.set('/item/scores', [{ status: 200 }]);
    const { id: platform } = await world.tool.lti.platforms.add(other.facts);
    const all = world.deliver(
      world.report(),
      world.report(),
      world.report(),
      world.report({ platform, lineItem: `${other.url}/item` }),
    );
    const [first] = await world.line.settled(1);
    expect(first!.report.platform).to.equal(platform);
    held.release();
    await all;
    await other.close();
  });

  it('has time for its turn, its delivery and a last request before the lease of a look runs out', () => {
    // A token and a request that begin just before the end of a delivery may take a request's time each.
    expect(times.turn + times.delivery + 2 * REQUEST).to.be.lessThan(times.look);
  });

  it('tells within half a minute what a dead process held, and renews what it holds in good time', () => {
    expect(times.lease + LOOK_EVERY).to.be.lessThan(30_000);
    expect(3 * times.renewal).to.be.lessThan(times.lease);
  });

  it('gives back untried what has waited for its turn too long', async () => {
    const held = hold(world);
    const all = world.deliver(...aClass(4));
    await held.reached(2);
    world.tool.clock.now += times.turn + 1;
    held.release();
    expect((await all).map(inWords).sort()).to.deep.equal(['delivered', 'delivered', 'postponed', 'postponed']);
    expect(world.got()).to.have.length(2);
  });

  it('asks nothing more when a delivery has taken its time', async () => {
    const held = hold(world, '/token');
    const all = world.deliver(world.report());
    await held.reached(1);
    world.tool.clock.now += times.delivery;
    held.release();
    expect((await all).map(inWords)).to.deep.equal(['retry timeout']);
    expect(world.got()).to.deep.equal([]);
  });

  it('gives up on a request that hangs, at the latest when the delivery has taken its time', async () => {
    const held = hold(world, '/token');
    world.lms.replies.set(SCORES, [{ status: 200, hang: true }]);
    const all = world.deliver(world.report());
    await held.reached(1);
    world.tool.clock.now += times.delivery - 20;
    held.release();
    expect((await all).map(inWords)).to.deep.equal(['retry timeout']);
    expect(world.got()).to.have.length(1);
  });

  it('leaves a platform alone after one failure, and tries again with one report after the rest', async () => {
    world.lms.replies.set(SCORES, [{ status: 503 }]);
    await world.deliver(world.report());
    const before = world.lms.received.length;
    const resting = await world.deliver(...aClass(3));
    expect(resting.map(inWords)).to.deep.equal(Array(3).fill('postponed http-503'));
    expect(world.lms.received).to.have.length(before);
    for (const { outcome } of resting) {
      expect('at' in outcome && outcome.at - world.tool.clock.now).to.be.within(30_000, 90_000);
    }
    world.tool.clock.now += MINUTE;
    world.lms.replies.set(SCORES, [{ status: 200 }]);
    expect((await world.deliver(world.report(), world.report())).map(inWords)).to.deep.equal([
      'delivered',
      'delivered',
    ]);
  });

  it('rests longer each time, and never more than a quarter of an hour', async () => {
    world.lms.replies.set(SCORES, [{ status: 503 }]);
    const rests: number[] = [];
    for (let time = 0; time < 10; time += 1) {
      await world.deliver(world.report());
      const [{ outcome } = { outcome: undefined }] = await world.deliver(world.report());
      const until = outcome && 'at' in outcome ? outcome.at - 30_000 : 0;
      rests.push(Math.round((until - world.tool.clock.now) / 1000));
      world.tool.clock.now = until;
    }
    expect(rests).to.deep.equal([30, 60, 120, 240, 480, 900, 900, 900, 900, 900]);
  });

  it('leaves a platform alone for as long as it asks, with all reports', async () => {
    world.lms.replies.set(SCORES, [{ status: 429, headers: { 'retry-after': '3600' } }, { status: 200 }]);
    await world.deliver(world.report());
    world.tool.clock.now += 59 * MINUTE;
    expect((await world.deliver(world.report())).map(inWords)).to.deep.equal(['postponed http-429']);
    world.tool.clock.now += MINUTE;
    expect((await world.deliver(world.report())).map(inWords)).to.deep.equal(['delivered']);
  });

  it('names whole milliseconds for the next try, as the store demands, whatever chance says', async () => {
    world.chance = Math.PI - 3;
    world.lms.replies.set(SCORES, [{ status: 503 }]);
    const settled = [...(await world.deliver(world.report())), ...(await world.deliver(world.report()))];
    expect(settled.map(inWords)).to.deep.equal(['retry http-503', 'postponed http-503']);
    for (const { outcome } of settled) expect('at' in outcome && Number.isSafeInteger(outcome.at)).to.equal(true);
  });

  it('does not take the trouble of one report for that of the platform', async () => {
    world.lms.replies.set(SCORES, [{ status: 500 }, { status: 400 }, { status: 200 }]);
    const settled = [
      await world.deliver(world.report()),
      await world.deliver(world.report()),
      await world.deliver(world.report()),
    ];
    expect(settled.flat().map(inWords)).to.deep.equal(['retry http-500', 'stopped http-400', 'delivered']);
  });

  it('finishes the requests in hand when it stops, and gives the rest back at once', async () => {
    const held = hold(world);
    const all = world.deliver(...aClass(4));
    await held.reached(2);
    const stopped = world.tool.lti.reporter.stop();
    held.release();
    await stopped;
    const { now } = world.tool.clock;
    const outcomes = (await all).map(({ outcome }) => outcome);
    expect(outcomes.filter(({ kind }) => kind === 'delivered')).to.have.length(2);
    const back = { kind: 'postponed', at: now, cause: '' };
    expect(outcomes.filter(({ kind }) => kind === 'postponed')).to.deep.equal([back, back]);
  });
});
