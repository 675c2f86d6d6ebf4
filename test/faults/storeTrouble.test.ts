import { expect } from 'chai';
import { headingOf, openPreparation, pressIntent, prepareAndSend } from '../support/participant.ts';
import { people, startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import { startProduct, type Product } from '../support/product.ts';
import { until, untilLogged } from '../support/waiting.ts';
import { everyFormOf, withMail } from './support/everyFormRefused.ts';
import { expectWordsBack, statusOf } from './support/honestAnswer.ts';
import {
  diskFull,
  lockedByAnother,
  notWritable,
  onDisk,
  readOnly,
  type StoreTrouble,
} from './support/storeTroubles.ts';

const WORDS = 'Det her skrev jeg, mens disken var syg';

function beside(troubles: StoreTrouble[]) {
  let product: Product;
  let platform: Platform;
  before(async () => {
    product = await startProduct(
      { SANDBOX: 'off', ...withMail },
      { below: onDisk, through: troubles.flatMap(({ through }) => through ?? []) },
    );
    platform = await startPlatform({ toolUrl: product.url });
    await platform.registerWithTool();
    const { client, page } = await openPreparation(platform, people.mette);
    let reached = page;
    for (let step = 1; step <= 3; step += 1) reached = await pressIntent(client, reached, 'next');
  });
  after(async () => {
    await product.remove();
    await platform.close();
  });

  const openQuestion = async (person: string) => {
    const { client, page } = await openPreparation(platform, person);
    return { client, page: await client.get(new URL('3', page.url).href) };
  };

  for (const trouble of troubles) {
    it(`${trouble.name}: says that nothing is saved, gives the words back, and recovers by itself`, async () => {
      const { client, page } = await openQuestion(people.jens);
      const answer = { 'answer.haab': `${WORDS}: ${trouble.name}`, intent: 'next' };
      trouble.begin(product);
      const refused = await client
        .submit(page, answer)
        .then(async (seen) => {
          expectWordsBack(seen, answer);
          expect((await client.get(page.url)).status, 'what is there can be read').to.equal(200);
          expect(await statusOf(product, 'live')).to.equal(200);
          if (!trouble.passesQuickly) expect(await statusOf(product, 'ready')).to.equal(503);
          return seen;
        })
        // The next trouble, and the removal of the files, must not meet this one.
        .finally(() => trouble.end(product));

      const saved = await client.follow(await client.submit(refused));
      expect(saved.status).to.equal(200);
      expect(await statusOf(product, 'ready')).to.equal(200);
      expect((await client.get(page.url)).html).to.include(answer['answer.haab']);
      await untilLogged(product, trouble.logged);
    });
  }

  it('loses nothing that was acknowledged before, and delivers the score', async () => {
    const { client, page } = await openQuestion(people.mette);
    expect(page.html).to.include('Mere ro i hverdagen');
    expect(headingOf(await prepareAndSend(client, page))).to.equal('Tak. Dine svar er sendt');
    await until('the score is accepted', async () => (await platform.course.grades()).length > 0);
    expect(product.output()).not.to.include(WORDS);
  });

  return { product: () => product, platform: () => platform };
}

/** Those that can be caused here; of the others it is said why not. */
function possible(troubles: StoreTrouble[]): StoreTrouble[] {
  for (const { name, missing } of troubles) if (missing !== undefined) it.skip(`${name} (skipped: ${missing})`);
  return troubles.filter(({ missing }) => missing === undefined);
}

describe('a store in trouble', function () {
  this.timeout(90_000);
  beside(possible([notWritable, readOnly, lockedByAnother]));
});

describe('a store whose disk is full', function () {
  this.timeout(90_000);
  const troubles = possible([diskFull]);
  if (troubles.length === 0) return;
  const world = beside(troubles);

  for (const role of ['amina', 'instructor'] as const) {
    it(`gives back what was written in every form, and takes it when there is room again: ${role}`, async () => {
      const everyForm = await everyFormOf(world.platform(), role);
      diskFull.begin(world.product());
      const refused = await everyForm.refused(WORDS);
      diskFull.end(world.product());
      await everyForm.sentAgain(refused);
    });
  }
});
