import { setTimeout as pause } from 'node:timers/promises';
import { AT_ONCE_PER_PLATFORM } from '../src/lti/scores/reporter.ts';
import { startLms, type Lms } from '../test/lti/support/lms.ts';
import { until } from '../test/support/waiting.ts';
import { answerPreparation } from './support/answers.ts';
import { compared, type Bench, type Measurement } from './measure.ts';
import { seededStore, type SeededStore, type Session } from './support/seededStore.ts';

/** People, each with a score for each of these activities, and how long the platform takes for each answer. */
const ACTIVITIES = [1, 2, 3, 4].map((module) => `modul-${module}-forberedelse`);
const QUEUES = [
  { people: 2500, answersIn: 50 },
  { people: 150, answersIn: 1000 },
];
const IN_VAIN = 30 * 60_000;

/** Waiting scores to a slow platform, beside the same requests sent bare by as many senders to another such platform, at the same time. */
export const delivery: Bench = async () => {
  const measured: Measurement[] = [];
  for (const queue of QUEUES) {
    const [lms, other] = [await startSlow(queue.answersIn), await startSlow(queue.answersIn)];
    const store = await seededStore();
    try {
      const scores = await wait(store, lms, queue.people);
      const [value, plain] = await Promise.all([delivered(store, lms, scores), bare(other, scores)]);
      checkOrder(lms);
      measured.push(
        compared(
          { what: `${scores} scores, each answered in ${queue.answersIn} ms`, value },
          { what: 'the same requests, bare', value: plain },
          { note: `each once, ${queue.people} people's each in the order of their work` },
        ),
      );
    } finally {
      await store.remove();
      await lms.close();
      await other.close();
    }
  }
  return measured;
};

function columnOf(activity: string): string {
  return `/lineitems/${activity}/lineitem`;
}

async function startSlow(answersIn: number): Promise<Lms> {
  const lms = await startLms();
  const slow = {
    status: 200,
    get after() {
      return pause(answersIn);
    },
  };
  for (const activity of ACTIVITIES) lms.replies.set(`${columnOf(activity)}/scores`, [slow]);
  return lms;
}

/** Everyone has sent the first activity, then everyone the second …; returns how many scores wait. */
async function wait(store: SeededStore, lms: Lms, people: number): Promise<number> {
  const { id: platform } = await store.deps.lti.platforms.add(lms.facts);
  const arrive = (number: number, activity: string) =>
    store.arrive({
      platform,
      activity,
      resourceLink: { id: activity, title: activity },
      person: { subject: `user-${number}`, name: '' },
      services: {
        lineItem: lms.url + columnOf(activity),
        lineItems: `${lms.url}/lineitems`,
        scopes: lms.facts.scopes,
        memberships: '',
      },
    });
  for (const activity of ACTIVITIES) await arrive(0, activity);
  const sessions: Session[] = [];
  for (let number = 0; number < people; number += 1) sessions.push(await arrive(number, ACTIVITIES[0] ?? ''));
  for (const activity of ACTIVITIES)
    for (const session of sessions) await answerPreparation(store.deps.responses, session, activity);
  return people * ACTIVITIES.length;
}

/** From the product's start, with all of them waiting, until the platform has the last. */
async function delivered(store: SeededStore, lms: Lms, scores: number): Promise<number> {
  const begun = performance.now();
  await store.start();
  await until('every score is told', () => scoresOf(lms).length >= scores, IN_VAIN);
  return performance.now() - begun;
}

async function bare({ url }: Lms, scores: number): Promise<number> {
  const begun = performance.now();
  let left = scores;
  const address = `${url}${columnOf(ACTIVITIES[0] ?? '')}/scores`;
  const lane = async () => {
    while (left-- > 0) await (await fetch(address, { method: 'POST', body: '{}' })).arrayBuffer();
  };
  await Promise.all(Array.from({ length: AT_ONCE_PER_PLATFORM }, lane));
  return performance.now() - begun;
}

function scoresOf({ received }: Lms) {
  return received.filter(({ path }) => path.endsWith('/scores'));
}

/** @throws if a score came twice, or before one that the same person had earned earlier */
function checkOrder(lms: Lms): void {
  const cells = new Set<string>();
  const last = new Map<string, string>();
  for (const { path, body } of scoresOf(lms)) {
    const { userId, timestamp } = JSON.parse(body) as { userId: string; timestamp: string };
    if (cells.has(`${path} ${userId}`)) throw new Error(`${userId} has a score twice in ${path}.`);
    if ((last.get(userId) ?? '') > timestamp) throw new Error(`A score of ${userId} came before an earlier one.`);
    cells.add(`${path} ${userId}`);
    last.set(userId, timestamp);
  }
}
