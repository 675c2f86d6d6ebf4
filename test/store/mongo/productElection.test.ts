import { expect } from 'chai';
import { load } from 'cheerio';
import { startApp, type App } from '../../support/app.ts';
import { describeWithOwnMongo } from '../../support/mongo.ts';
import { headingOf, openPreparation, prepareAndSend, pressIntent } from '../../support/participant.ts';
import { people, startPlatform, type Platform } from '../../support/platform/startPlatform.ts';
import { startReplicaSet, type ReplicaSet } from '../../support/replicaSet.ts';
import { until } from '../../support/waiting.ts';

describeWithOwnMongo('the whole product while MongoDB elects another primary', function () {
  this.timeout(120_000);
  let set: ReplicaSet;
  let app: App;
  let platform: Platform;
  before(async () => {
    set = await startReplicaSet();
    app = await startApp({ DATABASE_URL: set.database() });
    platform = await startPlatform({ toolUrl: app.url });
    await platform.registerWithTool();
  });
  after(async () => {
    await app.close();
    await platform.close();
    await set.stop();
  });

  const waiting = async (): Promise<number> =>
    Number(
      /^tpj_queue_waiting\{queue="responses"\} (\d+)$/m.exec(await (await fetch(`${app.url}/metrics`)).text())?.[1],
    );

  /** Opens the first question, and writes an answer to it while something happens to MongoDB. */
  const savedWhile = async (person: string, happens: () => Promise<void>): Promise<void> => {
    const { client, page } = await openPreparation(platform, person);
    let question = page;
    while (load(question.html)('[name="answer.haab"]').length === 0)
      question = await pressIntent(client, question, 'next');
    const words = `Mere ro hos ${person}`;
    const elected = happens();
    const saved = await client.submit(question, { 'answer.haab': words, intent: 'save' });
    await elected;
    expect(saved.status).to.equal(303);
    expect(load((await client.get(question.url)).html)('[name="answer.haab"]').val()).to.equal(words);
  };

  it('keeps what someone saves while there is no primary', () => savedWhile(people.mette, () => set.elect()));

  it('keeps what someone saves while the primary breaks down', () =>
    savedWhile(people.jens, () => set.elect('breaks down')));

  it('keeps what the primary took with its last breath, and calls it no conflict', () =>
    savedWhile(people.amina, () => set.electAfter('update')));

  it('lets someone in who comes meanwhile', async () => {
    const elected = set.elect();
    const { page } = await openPreparation(platform, people.jens);
    expect(page.status).to.equal(200);
    await elected;
  });

  for (const how of ['steps down', 'breaks down'] as const)
    it(`tells a score once that is on its way when the primary ${how}`, async () => {
      const course = await platform.course.copy();
      platform.requests.clear();
      const [arrived, taken] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
      const held = {
        kind: 'hold',
        get until() {
          arrived.resolve(undefined);
          return taken.promise;
        },
      } as const;
      platform.misbehave.next.scores = [held];
      const { client, page } = await openPreparation(platform, people.mette, course);
      expect(headingOf(await prepareAndSend(client, page))).to.equal('Tak. Dine svar er sendt');
      await arrived.promise;
      const elected = set.elect(how);
      taken.resolve(undefined);
      await until('the score is entered', async () => (await course.grades()).length > 0);
      await elected;
      await until('nothing waits', async () => (await waiting()) === 0);
      expect(platform.requests.of('scores').map(({ status }) => status)).to.deep.equal([200]);
    });
});
