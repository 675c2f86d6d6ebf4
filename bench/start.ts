import { startProduct } from '../test/support/product.ts';
import { startPlainLtijs } from './support/plainTool.ts';
import { compared, median, type Bench } from './measure.ts';
import { memoryOf } from './support/processorTime.ts';

const STARTS = 7;
const MEGABYTE = 1024 * 1024;

/** From the start of the program to its first answer, and the memory that it then holds; the first start makes the store. */
export const start: Bench = async () => {
  const product = await startProduct(SETTINGS);
  const again = async (): Promise<Started> => {
    await product.restart();
    return { pid: product.pid(), end: () => product.stop() };
  };
  try {
    await product.stop();
    const [ours, theirs] = [await starts(again), await starts(startPlain)];
    const first = await starts(startNew);
    const beside = 'plain ltijs 5.9.9, in memory';
    const plain = { what: beside, value: theirs.ms };
    return [
      compared({ what: 'start to ready', value: ours.ms }, plain, { note: 'goal: 1000 ms' }),
      compared({ what: 'first start to ready, on an empty folder', value: first.ms }, plain, { note: 'goal: 2000 ms' }),
      compared(
        { what: 'memory after the start', value: ours.memory },
        { what: beside, value: theirs.memory },
        { unit: 'MB', note: 'goal: 120 MB' },
      ),
    ];
  } finally {
    await product.remove();
  }
};

const SETTINGS = { SANDBOX: 'off', NODE_ENV: 'test', LOG_LEVEL: 'silent' };

interface Started {
  pid: number;
  end(): Promise<unknown>;
}

/** The medians of several starts, in milliseconds and megabytes. */
async function starts(begin: () => Promise<Started>): Promise<{ ms: number; memory: number }> {
  const each: { ms: number; memory: number }[] = [];
  for (let count = 0; count < STARTS; count += 1) {
    const begun = performance.now();
    const started = await begin();
    each.push({ ms: performance.now() - begun, memory: memoryOf(started.pid) / MEGABYTE });
    await started.end();
  }
  return { ms: median(each.map(({ ms }) => ms)), memory: median(each.map(({ memory }) => memory)) };
}

async function startNew(): Promise<Started> {
  const product = await startProduct(SETTINGS);
  return { pid: product.pid(), end: () => product.remove() };
}

async function startPlain(): Promise<Started> {
  const { pid, child } = await startPlainLtijs({ issuer: 'http://127.0.0.1:9', clientId: 'none' });
  return { pid, end: () => Promise.resolve(child.kill()) };
}
