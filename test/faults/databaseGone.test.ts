import { expect } from 'chai';
import { load } from 'cheerio';
import { describeWithOwnMongo, mongoForBlock } from '../support/mongo.ts';
import { startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import { startProduct, type Product } from '../support/product.ts';
import { everyFormOf, withMail } from './support/everyFormRefused.ts';
import { statusOf } from './support/honestAnswer.ts';

describeWithOwnMongo('MongoDB gone and back', function () {
  this.timeout(120_000);
  const mongo = mongoForBlock();
  let product: Product;
  let platform: Platform;
  before(async () => {
    product = await startProduct({ SANDBOX: 'off', DATABASE_URL: mongo().database(), ...withMail });
    platform = await startPlatform({ toolUrl: product.url });
    await platform.registerWithTool();
  });
  after(async () => {
    await product.remove();
    await platform.close();
  });

  it('costs nobody a word, in form after form; the page that cannot be shown says so, and all goes on by itself', async () => {
    const words = 'Det her skrev jeg, mens databasen var væk';
    // Four kinds of form are only on further pages of a kind: they are refused on a full disk (storeTrouble.test.ts).
    const everyForm = await everyFormOf(platform, 'amina', 3);
    await mongo().kill();
    const [refused, page] = await Promise.all([
      everyForm.refused(words),
      everyForm.visitor.get(everyForm.visitor.home),
    ]);
    expect(page.status).to.equal(503);
    expect(load(page.html)('h1').text()).to.equal('Vi kan ikke vise siden lige nu');
    expect(await statusOf(product, 'ready')).to.equal(503);
    expect(await statusOf(product, 'live')).to.equal(200);
    expect(product.output()).not.to.include(words);

    await mongo().restart();
    await everyForm.sentAgain(refused);
    expect(await statusOf(product, 'ready')).to.equal(200);
  });
});
