import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { commandHere } from '../../cli/command.ts';
import { visitor, type Seen } from '../survey/visitor.ts';
import { answerForms, answering, type AnsweringApp } from './answering.ts';

const DAY = 24 * 60 * 60 * 1000;
const first60 = Array.from({ length: 60 }, (_, index) => index + 1);
/** Six have left, and three answer for the first time. */
const next57 = [...first60.slice(0, 54), 61, 62, 63];
const last7 = first60.slice(0, 7);
const times = [
  { survey: 'spoergeskema-foer', wave: 'foer', people: first60, daysAgo: 150 },
  { survey: 'spoergeskema-efter', wave: 'efter', people: next57, daysAgo: 90 },
  { survey: 'spoergeskema-3-maaneder', wave: '3-maaneder', people: last7, daysAgo: 0 },
];
const questions = ['evner', 'chancer', 'klare-job', 'ved-hvad', 'rette-vej', 'proev-igen', 'nyt-problem'];

/** What each of them answers: anything, but always the same. */
function valueOf(person: number, wave: string, question: string): number {
  return ((person * 7 + question.length * 3 + wave.length * person + (question.codePointAt(0) ?? 0)) % 5) + 1;
}

/** The rows of a table, cell by cell. */
function rowsOf({ $ }: Seen, table: string): string[][] {
  return $(`#${table} tbody tr`)
    .toArray()
    .map((row) =>
      $(row)
        .find('th, td')
        .toArray()
        .map((cell) => $(cell).text().trim()),
    );
}

function danish(value: number): string {
  return value.toFixed(2).replace('.', ',');
}
function signed(value: number): string {
  return `${Number(value.toFixed(2)) > 0 ? '+' : ''}${danish(value)}`.replace('-', '−');
}
function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe('60 answer before, 57 after and 7 three months after', function () {
  this.timeout(240_000);
  /** The store is in a file, which the command opens too. */
  const folder = mkdtempSync(join(tmpdir(), 'evaluation-'));
  let app: AnsweringApp;
  let ib: Awaited<ReturnType<AnsweringApp['enter']>>;
  let all: Seen;
  let csv: string[][];

  before(async () => {
    const now = Date.now();
    const dayAgo = (days: number) => new Date(now - days * DAY).toISOString();
    app = await answering({ at: dayAgo(150), settings: { DATABASE_URL: `sqlite:${join(folder, 'store.sqlite')}` } });
    for (const { survey, wave, people, daysAgo } of times) {
      app.passTo(dayAgo(daysAgo));
      for (const person of people) {
        const value = (question: string) => valueOf(person, wave, question);
        // Some by the forms; what they save is what the others have saved.
        if (person > 2) await app.answer(`user-${person}`, app.surveyAt(wave), { value });
        else await byForms(`user-${person}`, survey, value);
      }
    }
    // One who says no counts nowhere but among the participants.
    const no = await app.enter('user-no');
    const first = await no.open(`${no.home}/aktivitet/spoergeskema-efter`);
    await no.press(first, { 'answer.samtykke': 'nej', intent: 'next' }, /trin/);
    ib = await app.enter('ib', { role: 'instructor' });
    all = await ib.open(`${ib.home}/evaluering`);
    const text = (await ib.open(`${ib.home}/evaluering.csv`)).$('body').text();
    csv = text
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));
  });
  after(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const byForms = async (subject: string, survey: string, value: (question: string) => number) => {
    const who = await app.enter(subject);
    await answerForms(who, `${who.home}/aktivitet/${survey}`, (question) =>
      question === 'samtykke' || question === 'forskning' ? 'ja' : String(value(question)),
    );
  };
  const of = (people: number[], wave: string, question: string) =>
    people.map((person) => valueOf(person, wave, question));
  const counts = (values: number[]) =>
    [1, 2, 3, 4, 5].map((option) => values.filter((value) => value === option).length);

  it('gives the same numbers to a Danish spreadsheet: a mark of UTF-8, semicolons, decimal commas', async () => {
    const page = await ib.open(`${ib.home}/evaluering`);
    expect(page.$('.evaluation-files a[href$="evaluering-regneark.csv"]').text()).to.equal('Hent tallene til Excel');
    const file = (await ib.open(`${ib.home}/evaluering-regneark.csv`)).$('body').text();
    const rows = file
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(';'));
    expect(
      rows.map((row) =>
        row.map((cell, at) =>
          at === 4 && cell !== 'mean' && cell !== '' ? Number(cell.replace(',', '.')).toFixed(2) : cell,
        ),
      ),
    ).to.deep.equal(csv);
    expect(rows.some((row) => /^\d,\d{1,2}$/.test(row[4] ?? ''))).to.equal(true);
    expect(file).not.to.match(/\d\.\d/);
  });

  it('gives every number of the file as counted by hand', () => {
    const [header = []] = csv;
    const options = header.slice(5).map((_, index) => `option_${index + 1}`);
    expect(header).to.deep.equal(['survey', 'wave', 'question', 'n', 'mean', ...options]);
    expect(options.length, 'of the question with most options').to.be.greaterThan(5);
    for (const { survey, wave, people } of times) {
      for (const question of questions) {
        const values = of(people, wave, question);
        const row = [
          survey,
          wave,
          question,
          values.length,
          (sum(values) / values.length).toFixed(2),
          ...counts(values),
          ...options.slice(5).map(() => ''),
        ];
        expect(
          csv.find((one) => one[0] === survey && one[2] === question),
          `${wave} ${question}`,
        ).to.deep.equal(row.map(String));
      }
    }
    expect(csv.filter((row) => row[1] === 'screening').every((row) => row[3] === '0' && row[4] === '')).to.equal(true);
  });

  it('gives every number of the page as counted by hand', () => {
    for (const question of questions) {
      const rows = rowsOf(all, `${question}-table`);
      expect(
        rows.map((row) => row.slice(1, 3)),
        question,
      ).to.deep.equal(
        times.map(({ people, wave }) => [
          String(people.length),
          danish(sum(of(people, wave, question)) / people.length),
        ]),
      );
      expect(rows.map((row) => row.slice(4).map((cell) => Number.parseInt(cell, 10)))).to.deep.equal(
        times.map(({ people, wave }) => counts(of(people, wave, question))),
      );
    }
  });

  it('tells the change on all, and on the same persons with how many they are', () => {
    const mean = (values: number[]) => sum(values) / values.length;
    const [first, second, third] = times;
    if (!first || !second || !third) throw new Error('There are three times.');
    for (const question of questions) {
      const expected = [[first, second] as const, [second, third] as const, [first, third] as const].map(
        ([from, to]) => {
          const whole = mean(of(to.people, to.wave, question)) - mean(of(from.people, from.wave, question));
          const both = to.people.filter((person) => from.people.includes(person));
          const same = both.map((person) => valueOf(person, to.wave, question) - valueOf(person, from.wave, question));
          return [signed(whole), signed(mean(same)), String(both.length)];
        },
      );
      const rows = rowsOf(all, `${question}-change`);
      expect(
        rows.map((row) => [row[1], row[2], row[4]]),
        question,
      ).to.deep.equal(expected);
    }
  });

  it('tells how many of those who have been in the room have answered', () => {
    const rows = rowsOf(all, 'rates-table').map((row) => row.slice(1, 3));
    expect(rows).to.deep.equal([
      ['0 af 64', '0 %'],
      ['60 af 64', '94 %'],
      ['57 af 64', '89 %'],
      ['7 af 64', '11 %'],
    ]);
  });

  it('gives the evaluator the same of all rooms, no table by which subtracting one from another leaves one to four', async () => {
    for (const person of [1, 2, 3])
      await app.answer(`user-${person}`, app.surveyAt('foer'), { value: 1, context: 'course-2' });
    // The command has the machine's clock.
    app.passTo(new Date().toISOString());
    const { out } = await commandHere('evaluation', ['link'], () => app.deps.config);
    const link = new URL(out.split('\n')[0] ?? '').pathname;
    const eva = visitor(app.origin);
    const door = await eva.open(link);
    const front = await eva.press(door);
    expect(front.h1).to.equal('Evaluering');
    // Course 2 has three participants: with course 1 it would be told by subtraction, so it waits for other small classes.
    const classes = rowsOf(front, 'class-rates').map((row) => row.slice(1));
    expect(classes).to.deep.equal([['0 af 64 (0 %)', '60 af 64 (94 %)', '57 af 64 (89 %)', '7 af 64 (11 %)']]);
    expect(front.words).to.include('Nogle hold er ikke med. De er for små til at blive vist alene.');
    const pages = [''];
    front.$('form.evaluation-filter select').each((_index, select) => {
      const name = front.$(select).attr('name') ?? '';
      front
        .$(select)
        .find('option')
        .each((_at, option) => void pages.push(`?${name}=${front.$(option).attr('value')}`));
    });
    expect(pages.length).to.be.greaterThan(4);
    const tables: number[][] = [];
    for (const page of pages) {
      const seen = await eva.open(`/evaluering${page}`);
      tables.push(
        ...rowsOf(seen, 'evner-table')
          .filter(([when]) => when === 'Før')
          .map((row) => row.slice(4).map((cell) => Number.parseInt(cell, 10))),
      );
      expect(seen.words).not.to.include('user-');
    }
    expect(tables.length).to.be.greaterThan(1);
    for (const one of tables)
      for (const other of tables) {
        const left = one.map((count, index) => count - (other[index] ?? 0));
        expect(sum(left), JSON.stringify([one, other])).to.satisfy((n: number) => n <= 0 || n >= 5);
      }
    const file = (await eva.open('/evaluering/hold.csv'))
      .$('body')
      .text()
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));
    expect(file[0]?.slice(0, 3)).to.deep.equal(['room', 'survey', 'wave']);
    const rows = file.filter((row) => row[2] === 'foer' && row[3] === 'evner');
    expect(rows.map((row) => row[4])).to.deep.equal(['60', '60', '']);
    const sheet = (await eva.open('/evaluering/hold-regneark.csv')).$('body').text();
    expect(
      sheet
        .replaceAll('\uFEFF', '')
        .trim()
        .split(/\r?\n/)
        .map((line) => line.split(';').slice(0, 5)),
    ).to.deep.equal(file.map((row) => row.slice(0, 5)));
    expect((await eva.open('/evaluering/tal-regneark.csv')).$('body').text()).to.match(/survey;wave;question;n;mean/);
    for (const person of [4, 5])
      await app.answer(`user-${person}`, app.surveyAt('efter'), { value: 1, context: 'course-3' });
    const sideBySide = rowsOf(await eva.open('/evaluering?maaling=efter'), 'class-rates');
    expect(sideBySide.map((row) => row[1])).to.deep.equal(['57 af 64 (89 %)', '2 af 5 (40 %)']);
    expect(sideBySide[1]?.[0], 'two small classes together').to.match(/^hold-\w{6}, hold-\w{6}$/);
    expect((await eva.open(link)).h1).to.equal('Log ind til evalueringen');
    expect((await eva.press(await eva.open(link))).status).to.equal(401);
  });
});
