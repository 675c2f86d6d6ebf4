import { setTimeout as pause } from 'node:timers/promises';
import type { SurveyActivity } from '../src/content/course.ts';
import { surveyAt } from '../src/features/evaluation/roomAnswers.ts';
import { answersToAll } from './support/answers.ts';
import { places } from './support/classes.ts';
import { compared, comparedInTurns, quantile, type Bench, type Measurement } from './measure.ts';
import { besidePlain, COMPRESSED, type Target, type Visited } from './support/pressed.ts';
import { memoryOf, mostMemoryOf } from './support/processorTime.ts';
import { seededStore, type SeededStore, type Session } from './support/seededStore.ts';

/** Answers to surveys: everyone has answered the one before the course and the one after it. */
const ANSWERS = Math.min(100_000, Number(process.env['BENCH_ANSWERS'] ?? 100_000));
const CLASS = 25;
const TIMES = 3;
/** Milliseconds between two steps of those who answer meanwhile: a session may ask 300 times a minute, and they take turns. */
const BETWEEN = 50;
const MEGABYTE = 1024 * 1024;

/**
 * What an evaluator sees of the whole country, and the file of it, each beside the same from memory; and whether those who
 * answer meanwhile wait. Evaluators are a handful: it is not asked for 64 times at once, each of which is seconds of work.
 */
export const evaluation: Bench = async () => {
  const store = await seededStore();
  try {
    const participants = await fill(store);
    const link = new URL(await store.deps.evaluators.link()).pathname;
    const started = await store.start();
    const product = { url: started.url, pid: started.pid() };
    const atFirst = memoryOf(product.pid) / MEGABYTE;
    const entered = await fetch(product.url + link, { method: 'POST', redirect: 'manual' });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const [page, file] = [
      evaluated(`the evaluation of ${ANSWERS} answers`, { cookie, path: '/evaluering', word: 'hold-' }),
      evaluated('the file of it', { cookie, path: '/evaluering/tal.csv', word: 'foer' }),
    ];
    return [
      ...(await besidePlain(product, page)),
      ...(await besidePlain(product, file)),
      compared(
        { what: 'the most memory held', value: mostMemoryOf(product.pid) / MEGABYTE },
        { what: 'after the start', value: atFirst },
        { unit: 'MB' },
      ),
      await besideAnEvaluator(product, { participants, cookie }),
    ];
  } finally {
    await store.remove();
  }
};

/** An answer that takes so long that few are made. */
function evaluated(what: string, { cookie, path, word }: { cookie: string; path: string; word: string }): Visited {
  return {
    what,
    requests: [{ method: 'GET', path, headers: { cookie, ...COMPRESSED } }],
    answer: { status: 200, word },
    atOnce: [1, 8],
    amount: (connections) => Math.max(TIMES, connections),
  };
}

/** Someone's step, asked for again and again, while an evaluator's page is made and while nothing else is. */
async function besideAnEvaluator(
  { url }: Target,
  { participants, cookie }: { participants: Session[]; cookie: string },
): Promise<Measurement> {
  const step = async (turn: number): Promise<number> => {
    await pause(BETWEEN);
    const participant = participants[turn % participants.length] as Session;
    const begun = performance.now();
    const answer = await fetch(`${url}/rum/${participant.room}/${places.step}`, {
      headers: { cookie: participant.cookie },
    });
    await answer.text();
    if (answer.status !== 200) throw new Error(`A step answered ${answer.status}.`);
    return performance.now() - begun;
  };
  const [during, alone]: [number[], number[]] = [[], []];
  for (let time = 0; time < TIMES; time += 1) {
    const begun = { isMade: false };
    const made = fetch(`${url}/evaluering`, { headers: { cookie } }).then(async (answer) => {
      await answer.text();
      begun.isMade = true;
    });
    const took: number[] = [];
    while (!begun.isMade) took.push(await step(took.length));
    await made;
    during.push(quantile(took, 0.99));
    const rested: number[] = [];
    for (let count = 0; count < took.length; count += 1) rested.push(await step(count));
    alone.push(quantile(rested, 0.99));
  }
  return comparedInTurns(
    { what: 'p99 of a step while an evaluation is made', values: during },
    { what: 'while nothing else is', values: alone },
  );
}

/** Classes that have answered; returns the people of one. */
async function fill(store: SeededStore): Promise<Session[]> {
  const { courses, responses } = store.deps;
  const { surveys = [] } = courses.da;
  const asked = (['foer', 'efter'] as const).map((wave) => surveyAt(surveys, wave) as SurveyActivity);
  const one: Session[] = [];
  for (let number = 0; number < ANSWERS / asked.length; number += 1) {
    const context = String(Math.floor(number / CLASS));
    const of = await store.arrive({
      context: { id: context, title: `Hold ${context}` },
      person: { subject: `user-${number}`, name: '' },
    });
    for (const survey of asked)
      await responses.send({ ...of, activity: survey.id }, agreed(survey, of, number), () => true);
    if (number < CLASS) one.push(of);
  }
  return one;
}

function agreed(survey: SurveyActivity, of: Session, number: number) {
  const form = answersToAll(survey, of, number);
  const fields = form.fields.map((field) => (field.question === survey.consent ? { ...field, posted: 'ja' } : field));
  return { ...form, fields };
}
