import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { openPreparation, prepareAndSend } from '../support/participant.ts';
import { people, startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import { startProduct, type Product } from '../support/product.ts';
import { until } from '../support/waiting.ts';

describe('a process that is asked to stop', function () {
  this.timeout(90_000);
  let product: Product;
  let platform: Platform;
  let ahead = 0;
  before(async () => {
    product = await startProduct({ SANDBOX: 'off' });
    platform = await startPlatform({ toolUrl: product.url, clock: () => Date.now() + ahead });
    await platform.registerWithTool();
  });
  after(async () => {
    await product.remove();
    await platform.close();
  });

  const scores = () => platform.requests.of('scores');
  const send = async (person: string) => {
    const { client, page } = await openPreparation(platform, person);
    await prepareAndSend(client, page);
  };
  const stopped = async () => {
    const begun = performance.now();
    return { code: await product.stop(), seconds: (performance.now() - begun) / 1000 };
  };

  it('ends the score in hand, and then itself', async () => {
    platform.misbehave.next.scores = [{ kind: 'hold', until: pause(1500) }];
    await send(people.mette);
    await until('the score is under way', () => scores().length > 0);
    const { code, seconds } = await stopped();
    expect(code).to.equal(0);
    expect(seconds).to.be.lessThan(10);
    expect(scores().map(({ status }) => status)).to.deep.equal([200]);
  });

  it('does not wait for a platform that hangs; the score is told at the next start', async () => {
    await product.restart();
    platform.misbehave.always.scores = { kind: 'hang' };
    await send(people.jens);
    await until('the score is under way', () => scores().length > 1);
    const { code, seconds } = await stopped();
    expect(code).to.equal(0);
    expect(seconds).to.be.lessThan(11);
    delete platform.misbehave.always.scores;
    // It is tried again after half a minute, as after any time-out.
    ahead = 90_000;
    await product.restart(ahead);
    await until('the score is taken', async () => (await platform.course.grades()).length === 2);
  });
});
