import { setTimeout as pause } from 'node:timers/promises';
import { AT_ONCE_PER_PLATFORM } from '../src/lti/scores/reporter.ts';
import { startLms, type Lms } from '../test/lti/support/lms.ts';
import { until } from '../test/support/waiting.ts';
import { answerPreparation } from './support/answers.ts';
import { compared, type Bench, type Measurement } from './measure.ts';
import { seededStore } from './support/seededStore.ts';

/** Scores that wait, and how long the platform takes for each answer. */
const QUEUES = [
  { scores: 2000, answersIn: 50 },
  { scores: 200, answersIn: 1000 },
];
const LINE_ITEM = '/lineitems/9/lineitem';
const SCORES = `${LINE_ITEM}/scores`;
const IN_VAIN = 600_000;

/** Waiting scores to a slow platform, beside the same requests sent bare by as many senders. */
export const delivery: Bench = async () => {
  const measured: Measurement[] = [];
  for (const queue of QUEUES) {
    const lms = await startLms();
    lms.replies.set(SCORES, [
      {
        status: 200,
        get after() {
          return pause(queue.answersIn);
        },
      },
    ]);
    const beside = { what: 'the same requests, bare', value: await bare(lms, queue.scores) };
    const value = await delivered(lms, queue.scores);
    measured.push(compared({ what: `${queue.scores} scores, each answered in ${queue.answersIn} ms`, value }, beside));
    await lms.close();
  }
  return measured;
};

async function bare({ url }: Lms, scores: number): Promise<number> {
  const begun = performance.now();
  let left = scores;
  const lane = async () => {
    while (left-- > 0) await (await fetch(url + SCORES, { method: 'POST', body: '{}' })).arrayBuffer();
  };
  await Promise.all(Array.from({ length: AT_ONCE_PER_PLATFORM }, lane));
  return performance.now() - begun;
}

/** From the product's start, with all of them waiting, until the platform has the last. */
async function delivered(lms: Lms, scores: number): Promise<number> {
  const store = await seededStore();
  try {
    const { id: platform } = await store.deps.lti.platforms.add(lms.facts);
    const services = {
      lineItem: lms.url + LINE_ITEM,
      lineItems: `${lms.url}/lineitems`,
      scopes: lms.facts.scopes,
      memberships: '',
    };
    for (let number = 0; number < scores; number += 1)
      await answerPreparation(
        store.deps.responses,
        await store.arrive({ platform, services, person: { subject: `user-${number}`, name: '' } }),
      );
    const before = lms.countOf(SCORES);
    const begun = performance.now();
    await store.start();
    await until('every score is told', () => lms.countOf(SCORES) - before >= scores, IN_VAIN);
    return performance.now() - begun;
  } finally {
    await store.remove();
  }
}
