import { writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { nothingChosen } from '../../../src/domain/schedule.ts';
import { answering, type AnsweringApp } from './answering.ts';

/*
 * The pilot's printed figures (Deloitte, September 2023) from answers constructed to have them, by the report's own files.
 * What cannot be had of the n that the pilot prints beside it: docs/evaluation.md.
 */

/** How many gave each answer from 1 to 5: before (60 people), right after (57) and three months after (7). */
const answers: Record<string, [number[], number[], number[]]> = {
  evner: [[8, 10, 17, 18, 7], [4, 6, 15, 16, 16], [0, 0, 5, 0, 2]], // prettier-ignore
  chancer: [[16, 16, 12, 8, 8], [13, 13, 12, 10, 9], [0, 2, 1, 2, 2]], // prettier-ignore
  'klare-job': [[15, 14, 14, 14, 3], [11, 12, 15, 13, 6], [0, 1, 2, 3, 1]], // prettier-ignore
  'ved-hvad': [[11, 18, 19, 8, 4], [7, 13, 14, 15, 8], [2, 1, 1, 2, 1]], // prettier-ignore
  'rette-vej': [[60, 0, 0, 0, 0], [27, 26, 0, 2, 2], [4, 2, 0, 1, 0]], // prettier-ignore
};
const waves = ['foer', 'efter', '3-maaneder'] as const;

/** Printed per cents: question, wave, answer. */
const printed: [question: string, wave: number, answer: number, percent: number][] = [
  ['evner', 0, 5, 12],
  ['evner', 2, 1, 0],
  ['evner', 2, 2, 0],
  ['klare-job', 0, 5, 5],
  ['klare-job', 1, 5, 11],
  ['klare-job', 2, 5, 14],
  ['klare-job', 0, 4, 23],
  ['klare-job', 1, 4, 23],
  ['klare-job', 2, 4, 43],
  ['ved-hvad', 0, 5, 7],
  ['ved-hvad', 1, 5, 14],
  ['ved-hvad', 0, 4, 13],
  ['ved-hvad', 1, 4, 26],
  ['ved-hvad', 2, 4, 29],
];

/** Printed changes of the means, in points on a scale from 1 to 5. */
const changes: [question: string, toAfter: number, toLater: number][] = [
  ['evner', 0.5, 0],
  ['chancer', 0.2, 0.8],
  ['klare-job', 0.2, 0.7],
  ['ved-hvad', 0.5, -0.2],
  ['rette-vej', 0.7, 0],
];

/** The answer of the person with this number. */
function answerOf(question: string, wave: number, person: number): number {
  let left = person;
  for (const [index, count] of (answers[question]?.[wave] ?? []).entries()) {
    if (left < count) return index + 1;
    left -= count;
  }
  return 3;
}

describe('the pilot’s printed figures', function () {
  this.timeout(240_000);
  let app: AnsweringApp;
  let rows: Record<string, string>[];

  before(async () => {
    app = await answering();
    app.passTo('2026-01-05T09:00:00Z');
    let room = '';
    const ids: string[] = [];
    for (let person = 0; person < 145; person += 1) {
      const come = await app.arrive({ person: { subject: `p${person}`, name: '' } });
      ids.push(come.person.id);
      room = come.room.id;
    }
    await app.deps.schedules.save(room, { ...nothingChosen, start: '2026-01-05' }, '');
    for (const id of ids.slice(0, 123))
      for (const week of [5, 6, 7, 8]) await app.deps.attendances.note({ room, person: id, week }, 'came');
    for (const [wave, size] of [60, 57, 7].entries())
      for (let person = 0; person < size; person += 1)
        await app.answer(`p${person}`, app.surveyAt(waves[wave] ?? ''), {
          value: (question) => answerOf(question, wave, person),
        });
    // Nobody has been here since the start but those who answered, and the course is over.
    app.passTo('2026-06-01T09:00:00Z');
    const evaluator = await app.evaluator();
    const file = (await evaluator.open('/evaluering/rapport-regneark.csv')).$('body').text();
    const [header = [], ...lines] = file.replace(/^\uFEFF/, '').trim().split(/\r?\n/).map((line) => line.split(';')); // prettier-ignore
    rows = lines.map((line) => Object.fromEntries(header.map((name, index) => [name, line[index] ?? ''])));
    // For loading in a statistics program by hand.
    const folder = process.env['PILOT_ROWS'];
    if (folder)
      for (const name of ['data.csv', 'data.R', 'kodebog.csv'])
        writeFileSync(`${folder}/${name}`, (await evaluator.open(`/evaluering/${name}`)).$('body').text());
  });
  after(() => app.close());

  const number = (text = '') => Number(text.replace(',', '.'));
  const partsOf = (figure: string) => rows.filter((row) => row['figure'] === figure);
  const spread = (question: string, wave: number) => partsOf(`${question}-${app.surveyAt(waves[wave] ?? '').id}`);
  const percentOf = (question: string, wave: number, answer: number) =>
    Math.round(number(spread(question, wave)[answer - 1]?.['percent']));

  it('of enrolled, completed and dropped out', () => {
    const done = partsOf('gennemfoerelse').map((row) => [row['label'], row['n'], row['count'], Math.round(number(row['percent']))]); // prettier-ignore
    expect(done.slice(0, 2)).to.deep.equal([
      ['Gennemført', '145', '123', 85],
      ['Frafald', '145', '22', 15],
    ]);
  });

  it('of the job questions: n and per cents at three waves', () => {
    for (const [wave, n] of ['60', '57', '7'].entries())
      for (const question of Object.keys(answers)) expect(spread(question, wave)[0]?.['n'], question).to.equal(n);
    for (const [question, wave, answer, percent] of printed)
      expect(percentOf(question, wave, answer), `${question} ${waves[wave]} ${answer}`).to.equal(percent);
  });

  it('of being on the right way: per cents added up as printed, after rounding', () => {
    const often = (wave: number) => [3, 4, 5].reduce((sum, answer) => sum + percentOf('rette-vej', wave, answer), 0);
    expect([0, 1, 2].map(often)).to.deep.equal([0, 8, 14]);
  });

  it('of the changes of the means', () => {
    for (const [question, toAfter, toLater] of changes) {
      const [before = 0, after = 0, later = 0] = partsOf(`${question}-gennemsnit`).map((row) => number(row['mean']));
      expect(Number((after - before).toFixed(1)), question).to.equal(toAfter);
      expect(Number((later - after).toFixed(1)) + 0, question).to.equal(toLater);
    }
  });

  it('but for those that no whole number of people gives', () => {
    const has = (percent: number, n: number) =>
      Array.from({ length: n + 1 }, (_, count) => Math.round((100 * count) / n)).includes(percent);
    expect(has(29, 57), 'evner after').to.equal(false);
    expect(has(32, 7), 'evner three months after').to.equal(false);
    expect(has(8, 57), 'rette-vej after, as one number').to.equal(false);
    for (const [, wave, , percent] of printed) expect(has(percent, [60, 57, 7][wave] ?? 0)).to.equal(true);
  });
});
