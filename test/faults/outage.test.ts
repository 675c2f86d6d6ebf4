import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import type { Store } from '../../src/store/port.ts';
import { openPreparation, pressIntent, prepareAndSend, headingOf } from '../support/participant.ts';
import { people, startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import { startProduct, type Product } from '../support/product.ts';
import { memoryStore } from '../support/stores.ts';
import { until } from '../support/waiting.ts';

const DAY = 24 * 60 * 60_000;
const everyone = [people.mette, people.jens, people.amina, people.unnamed];

interface Score {
  userId: string;
  timestamp: string;
}

describe('a course room that is away for days', function () {
  this.timeout(180_000);
  let product: Product;
  let platform: Platform;
  let store: Store;
  let ahead = 0;

  const openRoom = (port?: number) =>
    startPlatform({
      toolUrl: product.url,
      store,
      clock: () => Date.now() + ahead,
      ...(port !== undefined && { port }),
    });
  before(async () => {
    store = await memoryStore();
    product = await startProduct({ SANDBOX: 'off' });
    platform = await openRoom();
    await platform.registerWithTool();
  });
  after(async () => {
    await product.remove();
    await platform.close();
    await store.close();
  });

  /** Each try that did not come through, of a score or of a look at the columns, is one line of the log. */
  const failedTries = () => [...product.output().matchAll(/"kind":"retry"|columns not listed/g)].length;
  const later = async (days: number) => {
    ahead = days * DAY;
    await product.restart(ahead);
  };
  const scores = () => platform.requests.of('scores');

  /** From now on each score takes a moment, so that those under way at once can be counted. */
  const countAtOnce = () => {
    const seen = { now: 0, most: 0 };
    Object.defineProperty(platform.misbehave.always, 'scores', {
      get: () => {
        seen.now += 1;
        seen.most = Math.max(seen.most, seen.now);
        return { kind: 'hold', until: pause(30).then(() => void (seen.now -= 1)) };
      },
    });
    return seen;
  };

  it('gets every score once, in order and at its own pace, though the worker is killed meanwhile', async () => {
    // The preparation is in two places of the course room: two columns, two scores for each person.
    await platform.course.addActivity({
      title: 'Forberedelse, igen',
      custom: { activity: 'modul-1-forberedelse' },
      graded: { resourceId: 'modul-1-forberedelse', tag: 'prep' },
    });
    await platform.launch({ person: people.mette, activity: 'Forberedelse, igen' });
    const open = [];
    for (const person of everyone) open.push(await openPreparation(platform, person));
    for (const each of open) each.page = await pressIntent(each.client, each.page, 'next');

    await platform.close();
    const began = Date.now();
    for (const { client, page } of open) {
      expect(headingOf(await prepareAndSend(client, page)), 'work never waits for the LMS').to.match(/^Tak/);
    }
    const sent = Date.now();
    await until('the worker has tried', () => failedTries() > 0);
    await product.kill();
    await later(2);
    await until('it tries again after two days', () => failedTries() > 1);
    await product.kill();

    ahead = 5 * DAY;
    platform = await openRoom(platform.port);
    const atOnce = countAtOnce();
    await later(5);
    await until('all scores have arrived', () => scores().length >= 2 * everyone.length, 60_000);
    await product.stop();

    expect(scores().map(({ status }) => status)).to.deep.equal(Array(2 * everyone.length).fill(200));
    expect(atOnce.most, 'a platform that comes back is not flooded').to.be.within(1, 2);
    expect(platform.requests.of('token'), 'one token for all').to.have.length(1);

    const told = scores().map(({ path, body }) => ({ column: path, ...(body as Score) }));
    expect(new Set(told.map(({ column, userId }) => `${column} ${userId}`)).size, 'each cell once').to.equal(
      told.length,
    );
    for (const person of everyone) {
      const times = told.filter(({ userId }) => userId === person).map(({ timestamp }) => Date.parse(timestamp));
      expect(times, 'the time of the sending').to.satisfy((all: number[]) =>
        all.every((time) => time >= began - 1000 && time <= sent + 1000),
      );
      expect(times, 'in order').to.deep.equal(times.toSorted((one, other) => one - other));
    }
    const grades = await platform.course.grades();
    expect(grades.map(({ score }) => score)).to.deep.equal(Array(2 * everyone.length).fill(100));
  });
});
