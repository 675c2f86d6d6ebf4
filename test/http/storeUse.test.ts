import { expect } from 'chai';
import { load } from 'cheerio';
import { startAppAndPlatform, type App } from '../support/app.ts';
import { openPreparation, pressIntent } from '../support/participant.ts';
import { people, type Platform } from '../support/platform/startPlatform.ts';
import { until } from '../support/waiting.ts';

const writes = ['insert', 'replace', 'rewrite', 'take', 'delete'];
const reads = ['get', 'find', 'count'];

describe('what is asked of the store', () => {
  let app: App;
  let platform: Platform;
  let world: Awaited<ReturnType<typeof startAppAndPlatform>>;
  before(async () => {
    world = await startAppAndPlatform();
    ({ app, platform } = world);
    await openPreparation(platform, people.mette);
  });
  after(() => world.close());

  const operations = async (): Promise<Record<'reads' | 'writes', number>> => {
    const text = await (await fetch(`${app.url}/metrics`)).text();
    const counts = new Map(
      [...text.matchAll(/^tpj_store_seconds_count\{operation="(\w+)",outcome="ok"\} (\d+)$/gm)].map(
        ([, operation = '', count]) => [operation, Number(count)] as const,
      ),
    );
    const sum = (names: string[]) => names.reduce((all, name) => all + (counts.get(name) ?? 0), 0);
    return { reads: sum(reads), writes: sum(writes) };
  };
  /** What something costs once all that runs by itself rests, after a question about `/metrics` each. */
  const costOf = async (work: () => Promise<unknown>): Promise<Record<'reads' | 'writes', number>> => {
    let before = await operations();
    const looking = { reads: 0, writes: 0 };
    await until('nothing else goes on', async () => {
      const now = await operations();
      [looking.reads, looking.writes] = [now.reads - before.reads, now.writes - before.writes];
      before = now;
      return looking.writes === 0;
    });
    await work();
    const after = await operations();
    return { reads: after.reads - before.reads - looking.reads, writes: after.writes - before.writes };
  };

  it('at a launch with its page: 14 readings, and two writings that last', async () => {
    // That the login is used, so that nobody uses it again; and that the person was here, so that they are not erased.
    // Two of the readings are the platform's, which holds for five seconds.
    const { reads: read, writes: written } = await costOf(() => openPreparation(platform, people.mette));
    expect(written).to.be.at.most(2);
    expect(read).to.be.at.most(14);
  });

  it('at a draft that is saved: one writing', async () => {
    const { client, page } = await openPreparation(platform, people.jens);
    let question = page;
    while (load(question.html)('[name="answer.haab"]').length === 0)
      question = await pressIntent(client, question, 'next');
    const cost = await costOf(() => client.submit(question, { 'answer.haab': 'Mere ro', intent: 'autosave' }));
    expect(cost.writes).to.equal(1);
  });
});
