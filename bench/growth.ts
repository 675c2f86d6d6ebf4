import type { Deps } from '../src/deps.ts';
import { testApp } from '../test/support/testApp.ts';
import { shippedCourse } from '../test/support/shippedCourse.ts';
import { answerPreparation, PREPARATION } from './support/answers.ts';
import { compared, timed, type Bench, type Measurement } from './measure.ts';

/** Answers in the store; `BENCH_ANSWERS=1000000` goes on to a million, which takes some ten minutes to fill. */
const SIZES = [1000, 10_000, 100_000, 1_000_000].filter(
  (size) => size <= Number(process.env['BENCH_ANSWERS'] ?? 100_000),
);
const CLASS = 15;
/** Size of each of the other classes. */
const OTHER_CLASS = 25;
const TIMES = 25;

/** The pages of one class must load as fast with the whole country in the store as with few others. */
export const growth: Bench = async () => {
  const app = await testApp({ at: '2026-11-30T09:00:00Z', courses: await shippedCourse() });
  try {
    const instructor = await app.arrive({ role: 'instructor', person: { subject: 'ulla', name: 'Ulla' } });
    const participant = await app.arrive();
    for (let number = 0; number < CLASS; number += 1)
      await answerPreparation(app.deps.responses, { room: participant.room.id, person: `person-${number}` });
    const visits = {
      'the front page': [participant, ''],
      'a step': [participant, `/aktivitet/${PREPARATION}/trin/2`],
      'the brief': [instructor, '/webinar/modul-1'],
      'the class table': [instructor, '/hold'],
    } as const;
    const few: Record<string, number> = {};
    const measured: Measurement[] = [];
    let filled = 0;
    for (const size of SIZES) {
      await fill(app.deps.responses, { from: filled, to: size });
      filled = size;
      for (const [what, [{ cookie, home }, path]] of Object.entries(visits)) {
        const value = await timed(TIMES, async () => {
          const { status } = await fetch(app.origin + home + path, { headers: { cookie } });
          if (status !== 200) throw new Error(`${what} answered ${status}.`);
        });
        few[what] ??= value;
        const beside = { what: `the same, ${SIZES[0]} answers`, value: few[what] };
        if (size !== SIZES[0])
          measured.push(
            compared({ what: `${what}, ${size} answers in the store`, value }, beside, { note: 'goal: 1.2 ×' }),
          );
      }
    }
    return measured;
  } finally {
    await app.close();
  }
};

/** Answers of other classes. */
async function fill(responses: Deps['responses'], { from, to }: { from: number; to: number }): Promise<void> {
  for (let number = from; number < to; number += 1)
    await answerPreparation(responses, { room: `room-${Math.floor(number / OTHER_CLASS)}`, person: `other-${number}` });
}
