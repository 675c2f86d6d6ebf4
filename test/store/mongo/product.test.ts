import { expect } from 'chai';
import { startApp, type App } from '../../support/app.ts';
import { describeWithOwnMongo, mongoForBlock, type Mongo } from '../../support/mongo.ts';
import { openPreparation, pressIntent, prepareAndSend } from '../../support/participant.ts';
import { people, startPlatform, type Platform } from '../../support/platform/startPlatform.ts';
import { until } from '../../support/waiting.ts';

/** The whole tool on this server, and a platform that knows it; both end with the suite. */
function productOn(mongo: () => Mongo): () => Platform {
  let both: { app: App; platform: Platform } | undefined;
  before(async () => {
    const app = await startApp({ DATABASE_URL: mongo().database() });
    both = { app, platform: await startPlatform({ toolUrl: app.url }) };
    await both.platform.registerWithTool();
  });
  after(async () => {
    await both?.app.close();
    await both?.platform.close();
  });
  return () => {
    if (!both) throw new Error('The product has not been started.');
    return both.platform;
  };
}

describeWithOwnMongo('the whole product while MongoDB is away', function () {
  this.timeout(120_000);
  const mongo = mongoForBlock();
  const platformOf = productOn(mongo);

  it('says that it could not save, and goes on by itself when MongoDB is back, the scores too', async () => {
    const platform = platformOf();
    const { client, page } = await openPreparation(platform, people.jens);
    await mongo().kill();
    const refused = await pressIntent(client, page, 'next');
    expect(refused.status).to.equal(503);
    await mongo().restart();

    const again = await openPreparation(platform, people.jens);
    await prepareAndSend(again.client, again.page);
    await until('the score is accepted', async () => (await platform.course.grades()).length > 0, 60_000);
    expect(platform.requests.of('scores').map(({ status }) => status)).to.deep.equal([200]);
  });
});
