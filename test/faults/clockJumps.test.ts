import { expect } from 'chai';
import { load } from 'cheerio';
import { headingOf, openPreparation, pressIntent, prepareAndSend } from '../support/participant.ts';
import { people, startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import type { Visit, WebClient } from '../support/platform/webClient.ts';
import { clockFile } from '../support/clockFile.ts';
import { startProduct, type Product } from '../support/product.ts';
import { until } from '../support/waiting.ts';
import { statusOf } from './support/honestAnswer.ts';

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

describe('a clock that jumps', function () {
  this.timeout(90_000);
  const { clock, setAhead: jump, remove } = clockFile();
  let product: Product;
  let platform: Platform;
  let platformAhead = 0;
  before(async () => {
    product = await startProduct({ SANDBOX: 'off' }, { clock });
    platform = await startPlatform({ toolUrl: product.url, clock: () => Date.now() + platformAhead });
    await platform.registerWithTool();
  });
  after(async () => {
    await product.remove();
    await platform.close();
    remove();
  });
  afterEach(() => jump(0));

  const openQuestion = async (person: string) => {
    const { client, page } = await openPreparation(platform, person);
    return { client, page: await client.get(new URL('3', page.url).href) };
  };
  const write = async ([client, page]: [WebClient, Visit], words: string): Promise<Visit> =>
    client.follow(await client.submit(page, { 'answer.haab': words, intent: 'save' }));

  for (const [name, hours] of Object.entries({ forward: 3, back: -3 }))
    it(`by hours, ${name} and back again, saves all the while`, async () => {
      const { client, page } = await openQuestion(people.jens);
      jump(hours * HOUR);
      const during = await write([client, page], `Skrevet i en forkert time, ${name}`);
      expect(during.status, load(during.html)('h1').text()).to.equal(200);
      expect(during.html).to.include('Skrevet i en forkert time');
      jump(0);
      const after = await write([client, during], `Skrevet i den rigtige time, ${name}`);
      expect(after.status).to.equal(200);
      expect((await client.get(page.url)).html).to.include(`Skrevet i den rigtige time, ${name}`);
    });

  it('by years gives back what is written meanwhile, and loses nothing that was there before', async () => {
    const { client, page } = await openQuestion(people.amina);
    await write([client, page], 'Skrevet før');
    jump(5 * YEAR);
    const rescued = await write([client, page], 'Skrevet om fem år');
    expect(load(rescued.html)('main').text()).to.include('Skrevet om fem år');
    expect(rescued.status, 'away for five years, as far as it knows').to.equal(401);
    const refused = await platform.launch({ person: people.amina, activity: 'modul-1-forberedelse' });
    expect(refused.page.status, 'a launch is long past').to.be.within(400, 499);
    expect(await statusOf(product, 'ready')).to.equal(200);
    jump(-5 * YEAR);
    expect(
      (await platform.launch({ person: people.amina, activity: 'modul-1-forberedelse' })).page.status,
    ).to.be.within(400, 499);
    jump(0);
    const again = await openQuestion(people.amina);
    expect(again.page.html).to.include('Skrevet før');
  });

  it('by hours costs no score: each is told once when its time has come', async () => {
    const ready = async (person: string) => {
      const { client, page } = await openPreparation(platform, person);
      return { client, page: await pressIntent(client, page, 'next') };
    };
    const [mette, jens, amina] = [await ready(people.mette), await ready(people.jens), await ready(people.amina)];
    const send = async ({ client, page }: typeof mette) =>
      expect(headingOf(await prepareAndSend(client, page))).to.equal('Tak. Dine svar er sendt');
    const tries = () => product.output().split('"kind":"retry"').length - 1;
    platform.misbehave.always.scores = { kind: 'status', status: 503 };
    await send(mette);
    await until('it was tried', () => tries() > 0);
    jump(3 * HOUR);
    await send(jens);
    await until('both were tried, hours ahead', () => tries() > 1);
    jump(0);
    delete platform.misbehave.always.scores;
    platformAhead = 3.5 * HOUR;
    jump(platformAhead);
    await send(amina);
    await until('all scores are there', async () => (await platform.course.grades()).length === 3);
    const accepted = platform.requests.of('scores').filter(({ status }) => status === 200);
    expect(accepted).to.have.length(3);
  });
});
