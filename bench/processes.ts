import autocannon, { type Request } from 'autocannon';
import { startMongo } from '../test/support/mongo.ts';
import { startProduct, type Product } from '../test/support/product.ts';
import { answerPreparation, PREPARATION } from './support/answers.ts';
import { compared, type Bench, type Measurement } from './measure.ts';
import { processorTimeOf } from './support/processorTime.ts';
import { seededStore, type Session } from './support/seededStore.ts';

const COUNTS = [1, 2, 4];
const PEOPLE = 60;
const SECONDS = 8;
/** For each process. */
const CONNECTIONS = 8;

/**
 * How much more two and four processes on one MongoDB answer than one. Where the processes have no core each, or share the
 * machine with MongoDB, that is what is measured: the processor's time for each page tells what a process costs.
 */
export const processes: Bench = async () => {
  const mongo = await startMongo();
  const store = await seededStore(mongo.database());
  const started: Product[] = [];
  try {
    const people: Session[] = [];
    for (let number = 0; number < PEOPLE; number += 1) {
      const session = await store.arrive({ person: { subject: `person-${number}`, name: `Person ${number}` } });
      await answerPreparation(store.deps.responses, session);
      people.push(session);
    }
    const measured: Measurement[] = [];
    const alone = { what: 'one process', value: Number.NaN };
    for (const count of COUNTS) {
      while (started.length < count) started.push(await startProduct(store.settings));
      const { perSecond, note } = await pressed(started, stepsOf(people));
      if (count === 1) alone.value = perSecond;
      const what = `steps answered by ${count} on MongoDB`;
      measured.push(compared({ what, value: perSecond }, alone, { unit: '1/s', note }));
    }
    return measured;
  } finally {
    await Promise.all(started.map((product) => product.remove()));
    await store.remove();
    await mongo.stop();
  }
};

function stepsOf(people: Session[]): Request[] {
  return people.map(({ cookie, room }) => ({
    method: 'GET',
    path: `/rum/${room}/aktivitet/${PREPARATION}/trin/2`,
    headers: { cookie, 'accept-encoding': 'gzip' },
  }));
}

/** All processes at once, each by as many connections. */
async function pressed(products: Product[], requests: Request[]) {
  const used = () => sum(products.map((product) => processorTimeOf(product.pid())));
  const before = used();
  const results = await Promise.all(
    products.map(({ url }) => autocannon({ url, connections: CONNECTIONS, duration: SECONDS, requests })),
  );
  const total = sum(results.map(({ requests: { total: answered } }) => answered));
  const wrong = sum(results.map((one) => one['4xx'] + one['5xx'] + one.errors));
  if (wrong > 0) throw new Error(`${wrong} of ${total} were refused.`);
  const slowest = Math.max(...results.map(({ latency }) => latency.p99));
  return {
    perSecond: total / SECONDS,
    note: `${((used() - before) / total).toFixed(2)} ms of our processor each, p99 ${slowest} ms`,
  };
}

function sum(values: number[]): number {
  return values.reduce((all, one) => all + one, 0);
}
