import { setTimeout as pause } from 'node:timers/promises';
import { floodOf, UNANSWERED, writerIn, type Writer } from '../test/faults/support/overload.ts';
import { startPlatform, type Platform } from '../test/support/platform/startPlatform.ts';
import { startProduct } from '../test/support/product.ts';
import { compared, type Bench, type Measurement } from './measure.ts';

const WRITERS = 10;
const MILLISECONDS = 10_000;
const TIMES = 4;
/** An address may log in 12,000 times a minute, which a fast machine answers in seconds: from so many, the door alone is met. Linux answers to all of 127.0.0.0/8. */
const ADDRESSES = Array.from({ length: 60 }, (_, number) => `127.0.1.${number + 1}`);

function p99(took: number[]): number {
  return took.toSorted((one, other) => one - other)[Math.ceil(took.length * 0.99) - 1] ?? NaN;
}

/** Saves of all writers while something else goes on; resolves with what each took. */
async function during(writers: Writer[], meanwhile: (isOver: () => boolean) => Promise<void>): Promise<number[]> {
  for (const { took } of writers) took.length = 0;
  let isOver = false;
  const all = [...writers.map((writer) => writer.write(() => isOver)), meanwhile(() => isOver)];
  await pause(MILLISECONDS);
  isOver = true;
  await Promise.all(all);
  return writers.flatMap(({ took }) => took);
}

async function measured(platform: Platform): Promise<Measurement[]> {
  const flood = await floodOf(platform, ADDRESSES);
  const writers = await Promise.all(Array.from({ length: WRITERS }, () => writerIn(platform)));
  await flood.capacity(2000);
  const capacity = await flood.capacity(2000);
  const atRest = await during(writers, () => Promise.resolve());
  flood.statuses.clear();
  const inFlood = await during(writers, (isOver) => flood.offer(TIMES * capacity, isOver));
  const lost = writers.reduce((sum, writer) => sum + writer.lost.length, 0);
  const count = (status: number) => flood.statuses.get(status) ?? 0;
  const saves = `${inFlood.length} saves, ${lost} lost`;
  const logins = `${capacity.toFixed(0)} logins/s held, ${TIMES} times as many came: ${count(302)} let in, ${count(503)} turned away, ${count(UNANSWERED)} unanswered`;
  if (count(429) > 0) throw new Error(`${count(429)} logins met the limit of an address, and not the door.`);
  return [
    compared(
      { what: `p99 of a save at ${TIMES} times capacity`, value: p99(inFlood) },
      { what: 'without the crowd', value: p99(atRest) },
      { note: `${saves}; ${logins}` },
    ),
  ];
}

/** The slowest of a hundred saves while four times as many logins come as can be answered, beside the same without them. */
export const overload: Bench = async () => {
  const product = await startProduct({ SANDBOX: 'off', LOG_LEVEL: 'warn' });
  const platform = await startPlatform({ toolUrl: product.url });
  try {
    await platform.registerWithTool();
    return await measured(platform);
  } finally {
    await product.remove();
    await platform.close();
  }
};
