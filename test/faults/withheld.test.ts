import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { load } from 'cheerio';
import { responseSchema } from '../../src/responses/records.ts';
import { personSchema, placementSchema, roomSchema } from '../../src/rooms/records.ts';
import { findAll } from '../../src/store/findAll.ts';
import { startAppAndPlatform } from '../support/app.ts';
import { headingOf, openPreparation, prepareAndSend } from '../support/participant.ts';
import { people, startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import { startProduct, type Product } from '../support/product.ts';
import { until } from '../support/waiting.ts';

const activity = 'modul-1-forberedelse';
/** Rare enough to be found nowhere by chance. */
const planted = 'zq-planted.address@mail.example';

describe('who someone is', function () {
  this.timeout(60_000);
  let product: Product;
  let platform: Platform;
  before(async () => {
    product = await startProduct({ SANDBOX: 'off', LOG_LEVEL: 'trace' });
    platform = await startPlatform({ toolUrl: product.url });
    await platform.registerWithTool();
  });
  after(async () => {
    await product.remove();
    await platform.close();
  });

  /** All that the product has written: the store with its log, other files, and what it printed. */
  const written = (): string =>
    readdirSync(product.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join('\n') + product.output();

  it('is not asked for beyond the name', async () => {
    const registration = await platform.registration();
    expect(registration?.claims).to.include('name');
    expect(registration?.claims).not.to.include('email');
    const config = readFileSync(join(import.meta.dirname, '../../lti-config/registration.json'), 'utf8');
    expect(config).not.to.match(/e-?mail/i);
  });

  it('is not kept where an LMS tells more than it was asked: an e-mail address is nowhere', async () => {
    platform.misbehave.claims = (claims) => ({
      ...claims,
      email: planted,
      email_verified: true,
      'https://purl.imsglobal.org/spec/lti/claim/lis': { person_sourcedid: planted },
      'https://purl.imsglobal.org/spec/lti/claim/ext': { user_username: planted },
      'https://purl.imsglobal.org/spec/lti/claim/custom': { activity, mail: planted },
    });
    const { client, page } = await openPreparation(platform, people.mette);
    const receipt = await prepareAndSend(client, page);
    expect(headingOf(receipt)).to.equal('Tak. Dine svar er sendt');
    await until('the score is delivered', async () => (await platform.course.grades()).length > 0);
    platform.misbehave.claims = undefined;
    expect(written(), 'the store is among what is searched').to.include(activity);
    expect(written()).not.to.include(planted);
    expect(receipt.html).not.to.include(planted);
  });

  it('is encrypted where it is kept', () => {
    expect(written()).not.to.match(/Mette|Holm/);
  });

  it('is a number that stays the same, on every page, where the LMS withholds the name', async () => {
    await openPreparation(platform, people.jens);
    const first = await openPreparation(platform, people.unnamed);
    await prepareAndSend(first.client, first.page);
    await openPreparation(platform, people.amina);
    await openPreparation(platform, people.unnamed);
    const { client, page } = await platform.launch({ person: people.instructor, activity });
    const $ = load(page.html);
    const label = $('.people__group li')
      .toArray()
      .map((item) => $(item).text())
      .find((name) => name.startsWith('Deltager'));
    expect(label).to.equal('Deltager 3');
    expect($('.answer__who').text()).to.include(label);
    await until('the course room has been told', async () => {
      const shown = load((await client.get(page.url)).html);
      return shown('#besked details .sync__who').text().includes('Deltager 3');
    });
  });

  it('is no one’s business in the log', () => {
    expect(product.output()).not.to.match(/Mette|Jens|Amina|Deltager \d/);
  });
});

describe('what is kept encrypted', () => {
  it('holds no e-mail address either', async () => {
    const both = await startAppAndPlatform();
    both.platform.misbehave.claims = (claims) => ({ ...claims, email: planted });
    const { client, page } = await openPreparation(both.platform, people.mette);
    await prepareAndSend(client, page);
    const { store } = both.app.deps;
    const kept = await Promise.all([
      findAll(await store.collection(roomSchema), {}),
      findAll(await store.collection(personSchema), {}),
      findAll(await store.collection(placementSchema), {}),
      findAll(await store.collection(responseSchema), {}),
    ]);
    expect(JSON.stringify(kept)).to.include('Mette Holm').and.include('Mere ro i hverdagen').and.not.include(planted);
    await both.close();
  });
});
