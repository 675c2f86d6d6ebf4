import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { describeWithOwnMongo, mongoForBlock, type Mongo } from '../support/mongo.ts';
import { people, startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import { startProduct, type Product } from '../support/product.ts';
import { until } from '../support/waiting.ts';
import { makeBackups } from './kills/backups.ts';
import { expectKept, expectToldOnce, gradesOf } from './kills/checker.ts';
import { newJourney, promised, type Journey } from './kills/journal.ts';
import { randomFrom } from './kills/random.ts';
import { behaveLikeMost, recordScores } from './kills/scoreRecord.ts';
import { live, type World } from './kills/visitor.ts';

/** `KILLS=200 npx mocha test/faults/kills.test.ts`: docs/faults.md. The seed is printed; `SEED=…` begins alike. */
const kills = Number(process.env['KILLS'] ?? 2);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
/** Longer than a worker may hold a report: each start finds what the dead worker held. */
const LATER = 6 * 60_000;
const VISITORS = 2;
const classmates = [people.mette, people.jens, people.amina, people.unnamed];

function survives(settings: () => Record<string, string>, mongo?: () => Mongo) {
  const random = randomFrom(seed);
  const journeys: Journey[] = [];
  let product: Product;
  let platform: Platform;
  let ahead = 0;
  let state: 'up' | 'down' | 'over' = 'up';
  before(async () => {
    product = await startProduct({ SANDBOX: 'off', ...settings() });
    platform = await startPlatform({ toolUrl: product.url, clock: () => Date.now() + ahead });
    await platform.registerWithTool();
  });
  after(async () => {
    await product.remove();
    await platform.close();
  });

  const world = (): World => ({
    platform,
    random,
    open: async () => {
      while (state === 'down') await pause(20);
      return state === 'up';
    },
  });

  /** New classes come as long as the product is killed: every person of each goes through the preparation once. */
  const visit = async (): Promise<void> => {
    for (;;) {
      const course = await platform.course.copy();
      for (const person of classmates) {
        if (!(await world().open())) return;
        const journey = newJourney(course, person);
        journeys.push(journey);
        await live(world(), journey);
      }
    }
  };

  /** So that on a slow machine too each kill comes while something happens. */
  const someProgress = async () => {
    const [before, more] = [promised(journeys), random.below(5)];
    await until('visitors go on', () => isOver() || promised(journeys) >= before + more, 60_000);
  };

  const isOver = () => state === 'over';

  const restart = async () => {
    ahead += LATER;
    await product.restart(ahead);
    if (!isOver()) state = 'up';
  };
  const killOne = async (kill: number) => {
    if (mongo && kill % 2 === 1) {
      await mongo().kill();
      await pause(random.below(300));
      await mongo().restart();
      return;
    }
    if (!isOver()) state = 'down';
    await product.kill();
    await restart();
  };

  /** A visitor has met what no kill excuses: no more kills, and what the product says of it. */
  const tellWhy = (error: unknown) => {
    state = 'over';
    const lines = product.output().split('\n');
    process.stdout.write(
      lines
        .filter((line) => line.includes('failed'))
        .slice(-3)
        .join('\n'),
    );
    throw error;
  };

  it(`loses nothing that was acknowledged, in ${kills} kills (SEED=${seed})`, async () => {
    behaveLikeMost(platform, random);
    const scores = recordScores(platform);
    const backups = makeBackups({ DATA_DIR: product.dataDir, ...settings() }, random);
    const everyone = Promise.all(Array.from({ length: VISITORS }, visit));
    const killing = async () => {
      for (let kill = 1; kill <= kills && !isOver(); kill += 1) {
        const backup = kill % 4 === 0 ? backups.one() : undefined;
        await someProgress();
        await pause(random.below(200));
        await killOne(kill);
        await backup;
        scores.take();
      }
      await pause(500);
      state = 'over';
    };
    await Promise.all([killing(), everyone.catch(tellWhy)]);

    delete platform.misbehave.always.scores;
    await product.kill();
    state = 'up';
    await restart();
    for (const journey of journeys) await expectKept(world(), journey);
    await until('all scores are there', async () => (await gradesOf(journeys)).missing.length === 0, 60_000);
    await product.stop();
    scores.take();
    expectToldOnce(scores);
    const { uncalledFor, count } = await gradesOf(journeys);
    expect(uncalledFor, 'nobody is graded who has not sent').to.deep.equal([]);
    expect(promised(journeys), 'there was something to lose').to.be.above(kills);
    const { whole, absent } = backups.seen;
    process.stdout.write(
      `      ${kills} kills: ${journeys.length} visits, ${promised(journeys)} savings promised and kept, ${count} scores told by ` +
        `${scores.count()} requests, ${whole} backups whole and ${absent} absent\n`,
    );
  });
}

describe('a product that is killed at random', function () {
  this.timeout(120_000 + kills * 20_000);
  survives(() => ({}));
});

describeWithOwnMongo('a product that is killed at random, and so is its MongoDB', function () {
  this.timeout(120_000 + kills * 20_000);
  const mongo = mongoForBlock();
  let url: string | undefined;
  survives(() => ({ DATABASE_URL: (url ??= mongo().database()) }), mongo);
});
