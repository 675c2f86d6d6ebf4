import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { commandHere } from '../../cli/command.ts';
import { visitor, type Seen } from '../../activities/survey/visitor.ts';
import { courseOfEveryKind } from '../../content/everyKind.ts';
import {
  agentOf,
  changes,
  counted,
  effects,
  first60,
  meansOfRows,
  saidAfter,
  saidBefore,
  sheetOf,
  times,
} from './handCounted.ts';
import { launched } from './launched.ts';
import { isHere, programs } from './statisticsPrograms.ts';

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

function linesOf({ $ }: Seen, by = ','): string[][] {
  const lines = $('body').text().replaceAll('\uFEFF', '').trim().split(/\r?\n/);
  return lines.map((line) => line.split(by));
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe('60 launch and answer before, 57 after and 7 three months after', function () {
  this.timeout(240_000);
  /** The store is in a file, which the command opens too. */
  const folder = mkdtempSync(join(tmpdir(), 'evaluation-'));
  let world: Awaited<ReturnType<typeof launched>>;
  let ib: Awaited<ReturnType<(typeof world)['come']>>;
  let all: Seen;
  let csv: string[][];
  /** Whom a page told where to find help, at each time. */
  const helped: number[][] = [];

  before(async () => {
    world = await launched(await courseOfEveryKind(), { DATABASE_URL: `sqlite:${join(folder, 'store.sqlite')}` });
    for (const { survey, table, people } of times) {
      const shown: number[] = [];
      for (const person of people) {
        const headings = await world.answers(
          `user-${person}`,
          { survey, agent: agentOf(person, survey) },
          sheetOf(table, person),
        );
        if (headings.includes('Tak, fordi du svarer ærligt')) shown.push(person);
        if (headings.at(-1) !== 'Tak for dine svar') throw new Error(`${person} ended at ${headings.at(-1)}.`);
      }
      helped.push(shown);
    }
    // One who says no counts nowhere but among the participants.
    await world.answers('user-no', { survey: 'efter' }, { samtykke: 'nej' });
    ib = await world.come('ib', { role: 'Instructor' });
    all = await ib.open(`${ib.home}/evaluering`);
    csv = linesOf(await ib.open(`${ib.home}/evaluering.csv`));
  });
  after(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  it('gives every number of the file, of every kind of question and every score, as counted by hand', () => {
    const [header = [], ...rows] = csv;
    const options = Array.from({ length: 12 }, (_, index) => `option_${index + 1}`);
    expect(header).to.deep.equal(['survey', 'wave', 'question', 'n', 'mean', ...options]);
    expect(rows.map((row) => row.join().replace(/,+$/, ''))).to.deep.equal(counted.split('\n'));
  });

  it('tells those with a low score at once whom they can talk to, and nobody else', () => {
    const [now, then, next] = helped;
    expect(now).to.deep.equal(first60.slice(0, 20));
    expect(then).to.deep.equal([61, 62, 63]);
    expect(next).to.deep.equal([5, 6, 7]);
  });

  it('gives the same numbers to a Danish spreadsheet: a mark of UTF-8, semicolons, decimal commas', async () => {
    expect(all.$('.evaluation-files a[href$="evaluering-regneark.csv"]').text()).to.equal('Hent tallene til Excel');
    const sheet = linesOf(await ib.open(`${ib.home}/evaluering-regneark.csv`), ';');
    const means = sheet.slice(1).map(([, , , , mean = '']) => mean);
    expect(means).to.include.members(['3,33', '5', '23,5', '16', '60']);
    const asInCsv = (cell: string) => (/^-?\d+(,\d+)?$/.test(cell) ? Number(cell.replace(',', '.')).toFixed(2) : cell);
    expect(sheet.map((row) => row.map((cell, at) => (at === 4 ? asInCsv(cell) : cell)))).to.deep.equal(csv);
    expect(sheet.flat().join()).not.to.match(/\d\.\d/);
  });

  it('gives the numbers of the page as counted by hand', () => {
    expect(rowsOf(all, 'fem-table').map((row) => [...row.slice(1, 3), ...row.slice(4)])).to.deep.equal([
      ['60', '3,33', '0 (0 %)', '20 (33 %)', '20 (33 %)', '0 (0 %)', '20 (33 %)'],
      ['57', '3,14', '3 (5 %)', '0 (0 %)', '40 (70 %)', '14 (25 %)', '0 (0 %)'],
      ['7', '3,71', '0 (0 %)', '3 (43 %)', '0 (0 %)', '0 (0 %)', '4 (57 %)'],
    ]);
    expect(rowsOf(all, 'who-5-table').map((row) => row.slice(1, 3))).to.deep.equal([['60', '60,00'], ['57', '44,91'], ['7', '56,00']]); // prettier-ignore
  });

  it('tells the change on all, and on the same persons with how many they are', () => {
    for (const [question, expected] of Object.entries(changes))
      expect(rowsOf(all, `${question}-change`).map((row) => [row[1], row[2], row[4]]), question).to.deep.equal(expected); // prettier-ignore
  });

  it('gives the report the same means and changes, with their effect sizes', async () => {
    const [header = [], ...rows] = linesOf(await ib.open(`${ib.home}/evaluering/rapport-regneark.csv`), ';');
    const column = (figure: string, name: string) =>
      rows.filter((row) => row[1] === figure).map((row) => row[header.indexOf(name)]);
    expect(column('who-5-gennemsnit', 'mean')).to.deep.equal(['60', '44,91', '56']);
    expect(column('styrke-gennemsnit', 'n')).to.deep.equal(['60', '57', '7']);
    for (const [question, expected] of Object.entries(effects))
      expect(column(`${question}-aendring`, 'effect'), question).to.deep.equal(expected);
    // The one who said no came in a browser that says nothing of it.
    expect(column('skaerme', 'label')).to.deep.equal(['Telefon', 'Tablet', 'Computer']);
    expect([column('skaerme', 'count'), column('skaerme', 'n')]).to.deep.equal([
      ['18', '14', '41'],
      ['63', '63', '63'],
    ]);
  });

  it('tells how many of those who have been in the room have answered', () => {
    const rows = rowsOf(all, 'rates-table').map((row) => row.slice(1, 3));
    expect(rows).to.deep.equal([
      ['60 af 64', '94 %'],
      ['57 af 64', '89 %'],
      ['7 af 64', '11 %'],
    ]);
  });

  it('gives the evaluator the same of all rooms, no table by which subtracting one from another leaves one to four', async () => {
    for (const person of [1, 2, 3])
      await world.answers(`user-${person}`, { survey: 'foer', context: 'course-2' }, sheetOf(saidBefore, person));
    const { out } = await commandHere('evaluation', ['link'], () => world.app.deps.config);
    const link = new URL(out.split('\n')[0] ?? '').pathname;
    const eva = visitor(world.app.url);
    const front = await eva.press(await eva.open(link));
    expect(front.h1).to.equal('Evaluering');
    // Course 2 has three participants: with course 1 it would be told by subtraction, so it waits for other small classes.
    const classes = rowsOf(front, 'class-rates').map((row) => row.slice(1));
    expect(classes).to.deep.equal([['60 af 64 (94 %)', '57 af 64 (89 %)', '7 af 64 (11 %)']]);
    expect(front.words).to.include('Nogle hold er ikke med. De er for små til at blive vist alene.');
    const choices = front.$('form.evaluation-filter select').toArray().flatMap((select) =>
      front.$(select).find('option').toArray().map((option) => `?${front.$(select).attr('name')}=${front.$(option).attr('value')}`),
    ); // prettier-ignore
    const rooms = front.$('input[name=hold]').toArray().map((one) => `?hold=${String(front.$(one).val())}`); // prettier-ignore
    expect(choices.length + rooms.length).to.be.greaterThan(4);
    const tables: number[][] = [];
    for (const page of ['', ...choices, ...rooms]) {
      const seen = await eva.open(`/evaluering${page}`);
      const counts = rowsOf(seen, 'fem-table').filter(([when]) => when === 'Før').map((row) => row.slice(4)); // prettier-ignore
      tables.push(...counts.map((row) => row.map((cell) => Number.parseInt(cell, 10))));
      expect(seen.words).not.to.include('user-');
    }
    expect(tables.length).to.be.greaterThan(1);
    for (const one of tables)
      for (const other of tables) {
        const left = one.map((count, index) => count - (other[index] ?? 0));
        expect(sum(left), JSON.stringify([one, other])).to.satisfy((n: number) => n <= 0 || n >= 5);
      }
    const file = linesOf(await eva.open('/evaluering/hold.csv'));
    expect(file[0]?.slice(0, 3)).to.deep.equal(['room', 'survey', 'wave']);
    const rows = file.filter((row) => row[2] === 'foer' && row[3] === 'fem');
    expect(rows.map((row) => row[4])).to.deep.equal(['60', '60', '']);
    const sheet = linesOf(await eva.open('/evaluering/hold-regneark.csv'), ';');
    expect(sheet.map((row) => row.slice(0, 5))).to.deep.equal(file.map((row) => row.slice(0, 5)));
    expect((await eva.open('/evaluering/tal-regneark.csv')).$('body').text()).to.match(/survey;wave;question;n;mean/);
    for (const person of [4, 5])
      await world.answers(`user-${person}`, { survey: 'efter', context: 'course-3' }, sheetOf(saidAfter, person));
    const sideBySide = rowsOf(await eva.open('/evaluering?maaling=efter'), 'class-rates');
    expect(sideBySide.map((row) => row[1])).to.deep.equal(['57 af 64 (89 %)', '2 af 5 (40 %)']);
    expect(sideBySide[1]?.[0], 'two small classes together').to.match(/^hold-\w{6}, hold-\w{6}$/);
    expect((await eva.open(link)).h1).to.equal('Log ind til evalueringen');
    expect((await eva.press(await eva.open(link))).status).to.equal(401);
  });

  it('gives rows of the same answers to the evaluator: no name, no text, and the same means', async () => {
    const eva = visitor(world.app.url);
    await eva.press(await eva.open(new URL(await world.app.deps.evaluators.link()).pathname));
    const page = await eva.open('/evaluering/data.csv');
    expect(page.$('body').text()).to.not.include('Hemmelig');
    const [header = [], ...rows] = linesOf(page);
    const meanOf = (wave: string, column: string) => {
      const given = rows
        .filter((row) => row[header.indexOf('wave')] === wave)
        .map((row) => row[header.indexOf(column)]);
      const numbers = given.filter((value) => value !== '' && Number(value) >= 0).map(Number);
      return [numbers.length, (sum(numbers) / numbers.length).toFixed(2)];
    };
    expect(['foer', 'efter', '3-maaneder'].map((wave) => meanOf(wave, 'fem'))).to.deep.equal([[60, '3.33'], [57, '3.14'], [7, '3.71']]); // prettier-ignore
    expect(meanOf('foer', 'elleve'), 'without "ved ikke"').to.deep.equal([40, '5.00']);
    expect(meanOf('efter', 'who_5')).to.deep.equal([57, '44.91']);
    expect(meanOf('foer', 'grund_x'), 'of those who were asked').to.deep.equal([20, '0.50']);
  });

  for (const [name, { command, syntax, meansOf }] of Object.entries(programs))
    it(`gives rows that ${name} reads by the commands beside them: with the same numbers and means`, async function () {
      if (!isHere(command)) {
        process.stdout.write(`    skipped: no ${command} is here (Debian: r-base-core, pspp)\n`);
        this.skip();
      }
      const eva = visitor(world.app.url);
      await eva.press(await eva.open(new URL(await world.app.deps.evaluators.link()).pathname));
      for (const file of ['data.csv', syntax])
        writeFileSync(join(folder, file), (await eva.open(`/evaluering/${file}`)).$('body').text());
      const means = meansOf({ folder, columns: Object.keys(meansOfRows['foer'] ?? {}) });
      for (const [wave, columns] of Object.entries(meansOfRows))
        for (const [column, counted] of Object.entries(columns))
          expect(means[`${wave} ${column}`], `${wave} ${column}`).to.equal(counted);
    });
});
