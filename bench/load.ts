import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { startMongo } from '../test/support/mongo.ts';
import { people, startPlatform } from '../test/support/platform/startPlatform.ts';
import { startProduct, type Product } from '../test/support/product.ts';
import { startRoundRobin } from '../test/support/roundRobin.ts';
import { prepareOnce } from '../test/processes/visitors.ts';
import { compared, type Bench } from './measure.ts';

/** Enough runs to compile and load everything that happens once. */
const WARM_UP = 12;
const VISITS = 48;
const AT_ONCE = 4;
const HELLOS = 4000;

/** A server that only answers requests; it reports the processor time it has used, in milliseconds. */
const HELLO = `require('node:http').createServer((request, response) => {
  const { user, system } = process.cpuUsage();
  response.end(request.url === '/cpu' ? String((user + system) / 1000) : 'hello');
}).listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;

/** Runs something this many times, several at once. */
async function times(count: number, run: () => Promise<unknown>): Promise<void> {
  let left = count;
  const lane = async () => {
    while (left-- > 0) await run();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Processor time of another process per run, in milliseconds, so that other processes do not distort it. */
async function cpuOfEach(
  { used, count, warmUp }: { used: () => Promise<number>; count: number; warmUp: number },
  run: () => Promise<unknown>,
): Promise<number> {
  await times(warmUp, run);
  const before = await used();
  await times(count, run);
  return ((await used()) - before) / count;
}

async function helloMs(): Promise<number> {
  const child = spawn(process.execPath, ['--eval', HELLO], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  const used = async () => Number(await get('/cpu'));
  const ms = await cpuOfEach({ used, count: HELLOS, warmUp: HELLOS / 4 }, () => get('/'));
  child.kill();
  return ms;
}

/** The cost of one visit to one process, and its number of requests: a launch, six steps with saves, and a send. */
async function visit(databaseUrl?: string): Promise<{ ms: number; requests: number }> {
  const started: Product[] = [];
  const proxy = await startRoundRobin(async (url) => {
    const database = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
    started.push(
      await startProduct({ NODE_ENV: 'test', SANDBOX: 'off', LOG_LEVEL: 'warn', TOOL_URL: url, ...database }),
    );
    return started.map((product) => product.url);
  });
  const platform = await startPlatform({ toolUrl: proxy.url });
  try {
    await platform.registerWithTool();
    const used = async () => {
      const metrics = await (await fetch(`${started[0]?.url ?? ''}/metrics`)).text();
      return 1000 * Number(/^process_cpu_seconds_total (\S+)/m.exec(metrics)?.[1]);
    };
    const run = () => prepareOnce(platform, people.mette);
    proxy.passed.length = 0;
    const ms = await cpuOfEach({ used, count: VISITS, warmUp: WARM_UP }, run);
    return { ms, requests: proxy.passed.length / (WARM_UP + VISITS) };
  } finally {
    await Promise.all(started.map((product) => product.remove()));
    await proxy.close();
    await platform.close();
  }
}

/** The capacity of one core: the processor time of a whole visit, compared with a server that says hello. */
export const load: Bench = async () => {
  const mongo = await startMongo();
  try {
    const beside = { what: 'one hello', value: await helloMs() };
    const seen = [
      { store: 'embedded store', ...(await visit()) },
      { store: 'MongoDB', ...(await visit(mongo.database())) },
    ];
    return seen.map(({ store, ms, requests }) => {
      const perSecond = (1000 * requests) / ms;
      const note = `${requests.toFixed(0)} requests; one core: ${(60_000 / ms).toFixed(0)} visits a minute, ${perSecond.toFixed(0)} requests/s`;
      return compared({ what: `the processor's time of one visit, ${store}`, value: ms }, beside, { note });
    });
  } finally {
    await mongo.stop();
  }
};
