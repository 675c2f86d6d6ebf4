import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deps } from '../src/deps.ts';
import { testApp } from '../test/support/testApp.ts';
import { shippedCourse } from '../test/support/shippedCourse.ts';
import { answerPreparation, PREPARATION } from './support/answers.ts';
import { comparedInTurns, type Bench, type Measurement } from './measure.ts';

/** Answers in the store; `BENCH_ANSWERS=1000000` goes on to a million, which takes some ten minutes to fill. */
const SIZES = [1000, 10_000, 100_000, 1_000_000].filter(
  (size) => size <= Number(process.env['BENCH_ANSWERS'] ?? 100_000),
);
const CLASS = 15;
/** Size of each of the other classes. */
const OTHER_CLASS = 25;
const TIMES = 50;

/**
 * The pages of one class must load as fast with the whole country in the store as with few others. Both stores are open at
 * once and asked in turns, so that what else the machine does befalls both.
 */
export const growth: Bench = async () => {
  const [few, many] = [await openClass(), await openClass()];
  try {
    const [least = 0, ...more] = SIZES;
    for (const one of [few, many]) await fill(one.responses, { from: 0, to: least });
    const measured: Measurement[] = [];
    let filled = least;
    for (const size of more) {
      await fill(many.responses, { from: filled, to: size });
      filled = size;
      for (const [what, ask] of many.visits) {
        const turns = await inTurns(ask, few.visits.get(what) ?? ask);
        const one = { what: `${what}, ${size} answers in the store`, values: turns.one };
        const beside = { what: `the same, ${least} answers`, values: turns.beside };
        measured.push(comparedInTurns(one, beside, { note: 'goal: 1.2 ×' }));
      }
    }
    return measured;
  } finally {
    await many.close();
    await few.close();
  }
};

type Ask = () => Promise<void>;

/** A class that has sent, in a store of its own, and its visits. */
async function openClass() {
  // On a disk, as in use: without a folder of its own it would keep all in memory.
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const at = '2026-11-30T09:00:00Z';
  const app = await testApp({ at, settings: { DATA_DIR: folder }, courses: await shippedCourse() });
  const { responses } = app.deps;
  const instructor = await app.arrive({ role: 'instructor', person: { subject: 'ulla', name: 'Ulla' } });
  const participant = await app.arrive();
  for (let number = 0; number < CLASS; number += 1)
    await answerPreparation(responses, { room: participant.room.id, person: `person-${number}` });
  const visit = (what: string, { cookie, home }: typeof participant, path: string): [string, Ask] => [
    what,
    async () => {
      // The app's clock stands still otherwise, and a session may ask 300 times a minute.
      app.pass(1000);
      const answer = await fetch(app.origin + home + path, { headers: { cookie } });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${what} answered ${answer.status}.`);
    },
  ];
  const visits = new Map([
    visit('the front page', participant, ''),
    visit('a step', participant, `/aktivitet/${PREPARATION}/trin/2`),
    visit('the brief', instructor, '/webinar/modul-1'),
    visit('the class table', instructor, '/hold'),
  ]);
  const close = async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { responses, visits, close };
}

/** Milliseconds of each, after a first turn to warm up. */
async function inTurns(one: Ask, beside: Ask): Promise<{ one: number[]; beside: number[] }> {
  const each: { one: number[]; beside: number[] } = { one: [], beside: [] };
  await one();
  await beside();
  for (let time = 0; time < TIMES; time += 1) {
    each.one.push(await duration(one));
    each.beside.push(await duration(beside));
  }
  return each;
}

async function duration(ask: Ask): Promise<number> {
  const begun = performance.now();
  await ask();
  return performance.now() - begun;
}

/** Answers of other classes. */
async function fill(responses: Deps['responses'], { from, to }: { from: number; to: number }): Promise<void> {
  for (let number = from; number < to; number += 1)
    await answerPreparation(responses, { room: `room-${Math.floor(number / OTHER_CLASS)}`, person: `other-${number}` });
}
