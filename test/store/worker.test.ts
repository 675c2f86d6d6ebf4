import { expect } from 'chai';
import pino from 'pino';
import { createWorker, type Work, type Worker } from '../../src/store/worker.ts';

/** A worker on a queue of works in memory, of which two may be in hand. */
function workerOn(queue: Work[]) {
  const faults: string[] = [];
  const log = pino(
    { level: 'error' },
    { write: (line: string) => faults.push((JSON.parse(line) as { msg: string }).msg) },
  );
  const claim = () => Promise.resolve(queue.shift());
  return { worker: createWorker({ name: 'test', claim, atOnce: 2, log }), faults };
}

function held() {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { promise, release: () => resolve(undefined) };
}

async function turnsOfTheLoop(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('a worker', () => {
  it('has so many pieces of work in hand and no more, and takes the next as one ends', async () => {
    const gates = [held(), held(), held()];
    const begun: number[] = [];
    const queue = gates.map(({ promise }, index) => async () => {
      begun.push(index);
      await promise;
    });
    const { worker } = workerOn(queue);
    worker.start();
    await turnsOfTheLoop();
    expect(begun).to.deep.equal([0, 1]);
    gates[1]!.release();
    await turnsOfTheLoop();
    expect(begun).to.deep.equal([0, 1, 2]);
    for (const gate of gates) gate.release();
    await worker.stop();
  });

  it('takes at once what it is woken for, though others are in hand', async () => {
    const [long, done] = [held(), held()];
    const queue: Work[] = [() => long.promise];
    const { worker } = workerOn(queue);
    worker.start();
    await turnsOfTheLoop();
    queue.push(() => {
      done.release();
      return Promise.resolve();
    });
    worker.wake();
    await done.promise;
    long.release();
    await worker.stop();
  });

  it('claims nothing more once it is asked to stop, tells what is in hand, and waits for it', async () => {
    const gate = held();
    const ended: boolean[] = [];
    const queue: Work[] = [
      async (isRunning) => {
        await gate.promise;
        ended.push(isRunning());
      },
    ];
    const { worker } = workerOn(queue);
    worker.start();
    await turnsOfTheLoop();
    const stopped = worker.stop();
    queue.push(() => Promise.resolve());
    worker.wake();
    gate.release();
    await stopped;
    expect(ended).to.deep.equal([false]);
    expect(queue).to.have.length(1);
  });

  const ways = {
    'is woken': (worker: Worker) => {
      worker.start();
      worker.wake();
      return turnsOfTheLoop();
    },
    'does a round': (worker: Worker) => worker.round(),
  };
  for (const [way, call] of Object.entries(ways))
    it(`goes on after a failure when it ${way}, and says so in the log`, async () => {
      const queue: Work[] = [() => Promise.reject(new Error('no'))];
      const { worker, faults } = workerOn(queue);
      await call(worker);
      expect(faults).to.deep.equal(['a piece of work failed']);
      queue.push(() => Promise.resolve());
      await call(worker);
      expect(queue).to.have.length(0);
      await worker.stop();
    });
});
