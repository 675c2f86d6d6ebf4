import { connect } from 'node:net';
import { expect } from 'chai';
import { load } from 'cheerio';
import { beginLogin } from '../support/platform/launch.ts';
import { people, startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import { formOf } from '../support/platform/webClient.ts';
import { startProduct, type Product } from '../support/product.ts';
import { until } from '../support/waiting.ts';
import { activity, floodOf, UNANSWERED, writerIn, type Flood } from './support/overload.ts';

const CLASS = 300;
const WRITERS = 4;

/** `bench/overload.ts` measures the same. */
describe('more people than there is room for', function () {
  this.timeout(120_000);
  let product: Product;
  let platform: Platform;
  let flood: Flood;
  let slow: Promise<string>;
  before(async () => {
    product = await startProduct({ SANDBOX: 'off', LOG_LEVEL: 'warn' });
    platform = await startPlatform({ toolUrl: product.url });
    await platform.registerWithTool();
    slow = sayingSlowly(product.url);
    flood = await floodOf(platform);
  });
  after(async () => {
    await product.remove();
    await platform.close();
  });

  const figures = async (): Promise<string> => (await fetch(`${product.url}/metrics`)).text();
  /** Milliseconds that all logins so far have taken, as the product tells. */
  const loginsTook = async (): Promise<number> =>
    1000 * Number(/^tpj_launch_seconds_sum\{step="login"\} (\S+)/m.exec(await figures())?.[1]);
  const launchesThat = async (outcome: string): Promise<number> => {
    const lines = (await figures()).matchAll(
      /^tpj_launches_total\{step="(?:login|launch)",outcome="([\w-]+)"\} (\d+)/gm,
    );
    return [...lines].reduce((sum, [, name, count]) => (name === outcome ? sum + Number(count) : sum), 0);
  };
  /** Someone whom the platform has let go, and who has not arrived yet. */
  const onTheWay = async () => {
    const { client, login } = await beginLogin(platform, { person: people.amina, activity });
    const form = formOf(await client.get(login.headers.get('location') ?? ''), '#go');
    return () => client.post(form.action, form.fields, { origin: new URL(platform.issuer).origin });
  };

  it('lets a class of 300 in that presses at the same moment, behind one address, and times their wait', async () => {
    const [begun, before] = [performance.now(), await loginsTook()];
    await flood.atOnce(CLASS);
    const took = performance.now() - begun;
    // Half of it, were all here at once; the answer to one takes no hundredth.
    expect(((await loginsTook()) - before) / CLASS).to.be.within(took / 10, took);
    expect(flood.statuses.get(503)).to.equal(undefined);
    expect([...flood.statuses.values()].reduce((sum, count) => sum + count)).to.equal(CLASS);
  });

  it('at four times what it can: turns logins away, keeps every save, lets in those who are on their way, and recovers', async () => {
    const writers = await Promise.all(Array.from({ length: WRITERS }, () => writerIn(platform)));
    const arrives = await onTheWay();
    const capacity = await flood.capacity(700);
    let isOver = false;
    const working = writers.map((writer) => writer.write(() => isOver));
    const enough = () => flood.turnedAway.length > capacity;
    const offered = flood.offer(4 * capacity, enough);
    await until('someone is turned away', () => flood.turnedAway.length > 0);
    const arrived = await arrives();
    await offered;
    isOver = true;
    await Promise.all(working);

    expect(flood.statuses.get(UNANSWERED)).to.equal(undefined);
    expect(arrived.status).to.equal(303);
    for (const writer of writers) {
      expect(writer.lost).to.deep.equal([]);
      expect(load((await writer.comesBack()).html)('[name="answer.haab"]').val()).to.equal(writer.words());
    }
    expect(await launchesThat('crowded')).to.equal(flood.turnedAway.length);
    const { page } = await platform.launch({ person: people.jens, activity });
    expect(page.status).to.equal(200);
  });

  it('says so in plain words and when to come again, and the log says it once in half a minute', () => {
    const [{ headers, html } = { headers: {}, html: '' }] = flood.turnedAway;
    expect(headers).to.include({ 'retry-after': '20', 'cache-control': 'no-store' });
    const $ = load(html);
    expect($('html').attr('lang')).to.equal('da');
    expect($('h1').text()).to.equal('Der er mange på vej ind lige nu');
    expect($('.problem-code').attr('data-code')).to.equal('crowded');
    const said = [...product.output().matchAll(/"time":"([^"]+)","code":"crowded"/g)].map(([, time]) =>
      Date.parse(time ?? ''),
    );
    expect(said).to.have.length.above(0);
    expect(said.filter((time, at) => at > 0 && time - (said[at - 1] ?? 0) < 30_000)).to.deep.equal([]);
  });

  it('holds no connection that says its headers byte by byte', async () => {
    expect(await slow).to.match(/^HTTP\/1\.1 408 /);
  });
});

/** Begins a request and never ends it; what it is told before it is closed. */
function sayingSlowly(address: string): Promise<string> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined).write(`POST /lti/login HTTP/1.1\r\nHost: ${hostname}\r\n`);
  const drip = setInterval(() => socket.write('X-Slow: 1\r\n'), 1000);
  return new Promise((resolve) => {
    let said = '';
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
    socket.once('close', () => {
      clearInterval(drip);
      resolve(said);
    });
  });
}
