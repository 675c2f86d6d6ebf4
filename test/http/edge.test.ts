import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { load } from 'cheerio';
import { headingOf, openPreparation, pressIntent, prepareAndSend } from '../support/participant.ts';
import { people, startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import type { Visit, WebClient } from '../support/platform/webClient.ts';
import { startProduct, type Product } from '../support/product.ts';

/** A text that must turn up nowhere but on its own person's pages. */
const canary = 'kanariefugl-7391';

describe('the product at its edge', function () {
  this.timeout(60_000);
  let product: Product;
  let platform: Platform;
  let client: WebClient;
  let page: Visit;

  before(async () => {
    product = await startProduct({ SANDBOX: 'off' });
    platform = await startPlatform({ toolUrl: product.url });
    await platform.registerWithTool();
    await platform.course.addActivity({ title: 'Tastefejl', custom: { activity: 'modul-99-findes-ikke' } });
    await platform.course.addActivity({ title: 'Ikke udfyldt', custom: { activity: '$Ukendt.variabel' } });
  });
  after(async () => {
    await product.remove();
    await platform.close();
  });
  beforeEach(async () => {
    ({ client, page } = await openPreparation(platform, people.mette));
  });

  const expectProblem = (visit: Visit, status: number, heading: string) => {
    expect(visit.status).to.equal(status);
    expect(headingOf(visit)).to.equal(heading);
    expect(visit.html).not.to.match(/ at .*\.ts|node_modules|Error:/);
  };

  describe('meets', () => {
    it('a link to an activity that does not exist with a page that blames nobody', async () => {
      const { page: answer } = await platform.launch({ person: people.mette, activity: 'Tastefejl' });
      expectProblem(answer, 404, 'Aktiviteten findes ikke her');
      expect(answer.html).to.include('Du har ikke gjort noget forkert');
    });

    it('a custom parameter that the LMS did not fill in as if it were not there', async () => {
      const { page: answer } = await platform.launch({ person: people.mette, activity: 'Ikke udfyldt' });
      expect(headingOf(answer)).to.equal('Min uge');
    });

    it('a visit without a session by telling the way back', async () => {
      client.clearCookies();
      expectProblem(await client.get(page.url), 401, 'Du har været væk et stykke tid');
    });

    it('a form after the session ended by keeping its text', async () => {
      client.clearCookies();
      const answer = await client.submit(page, { intent: 'next' });
      expect(answer.status).to.equal(200);
      expect(headingOf(answer)).to.equal('Din tekst er gemt');
    });

    it('another room’s address as if there were nothing', async () => {
      const other = page.url.replace(/rum\/[^/]+/, 'rum/AAAAAAAAAAAAAAAAAAAAAA');
      expectProblem(await client.get(other), 401, 'Du har været væk et stykke tid');
    });

    it('a body too large by saying so', async () => {
      const answer = await client.submit(page, { intent: 'next', 'answer.haab': 'x'.repeat(1_200_000) });
      expectProblem(answer, 413, 'Der er for meget tekst');
    });

    it('a form that is not ours by doing nothing with it', async () => {
      const forged = await client.submit(page, { intent: 'send', _csrf: 'forged', kept: 'forged' });
      expectProblem(forged, 401, 'Du har været væk et stykke tid');
    });

    it('an address that is not well-formed', async () => {
      expect((await client.get(`${product.url}/rum/%E0%A4%A`)).status).to.be.within(400, 404);
    });

    it('a language other than Danish in English', async () => {
      const { page: english } = await platform.launch({
        person: people.amina,
        activity: 'modul-1-forberedelse',
        language: 'en',
      });
      expect(load(english.html)('html').attr('lang')).to.equal('en');
      expect(headingOf(english)).to.equal('Good to have you here');
    });
  });

  describe('answers every page', () => {
    it('with no-store, a policy that loads nothing foreign, and frames for registered platforms only', () => {
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(page.headers.get('cache-control')).to.equal('no-store');
      expect(policy).to.include("default-src 'none'").and.not.to.include('unsafe');
      expect(policy).to.include(`frame-ancestors ${new URL(platform.issuer).origin}`);
      expect(page.headers.get('x-frame-options')).to.equal(null);
      expect(page.headers.get('referrer-policy')).to.equal('same-origin');
    });

    it('without a token, name or id of the platform in its address', () => {
      expect(page.url).to.match(/\/rum\/[\w-]{22}\/aktivitet\/modul-1-forberedelse\/trin\/1$/);
    });
  });

  it('sends nothing but the course’s media from the course’s folder', async () => {
    const course = `${product.url}/kursus/taettere-paa-job`;
    expect((await client.get(`${course}/media/velkommen.mp4`, { range: 'bytes=0-9' })).status).to.equal(206);
    for (const path of [
      'course.yaml',
      'media/%2e%2e/course.yaml',
      'da/modul-1/forberedelse.yaml',
      'media/..%2fcourse.yaml',
    ]) {
      expect((await client.get(`${course}/${path}`)).status, path).to.be.oneOf([400, 403, 404]);
    }
  });

  it('tells its health to anyone and its figures to loopback', async () => {
    expect((await client.get(`${product.url}/health/live`)).status).to.equal(200);
    expect((await client.get(`${product.url}/health/ready`)).status).to.equal(200);
    const figures = await client.get(`${product.url}/metrics`);
    expect(figures.html)
      .to.include('http_request_seconds')
      .and.not.to.match(/\/rum\/[\w-]{22}/);
  });

  it('keeps what people write, their names and their tokens out of logs and out of the raw store', async () => {
    const { client: writer, page: first } = await openPreparation(platform, people.jens);
    let step = await pressIntent(writer, first, 'next');
    step = await pressIntent(writer, step, 'next');
    step = await writer.follow(await writer.submit(step, { 'answer.haab': canary, intent: 'next' }));
    await writer.submit(step, { 'answer.lykkedes': `${canary}-igen`, 'answer.findes-ikke': canary, intent: 'next' });
    await prepareAndSend(writer, await writer.follow(await writer.get(first.url)));
    writer.clearCookies();
    await writer.submit(step, { 'answer.lykkedes': `${canary}-uden-session`, intent: 'next' });

    const files = readdirSync(product.dataDir).filter((name) => name.includes('sqlite'));
    const raw = files.map((name) => readFileSync(`${product.dataDir}/${name}`, 'latin1')).join('');
    for (const [place, text] of [
      ['log', product.output()],
      ['store', raw],
    ] as const) {
      expect(text, place).not.to.include(canary);
      expect(text, place).not.to.match(/Aagaard|eyJ[\w-]{20,}\.eyJ/);
    }
  });
});
