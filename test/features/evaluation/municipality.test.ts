import { expect } from 'chai';
import { nothingChosen } from '../../../src/domain/schedule.ts';
import type { Seen } from '../../activities/survey/visitor.ts';
import { answering, type AnsweringApp } from './answering.ts';

/** Classes of so many people, and the municipality that is set for each. */
const classes = [
  { context: 'one', size: 6, municipality: 'Køge' },
  { context: 'two', size: 5, municipality: 'Køge' },
  { context: 'three', size: 7, municipality: '' },
  { context: 'few', size: 4, municipality: 'Ærø' },
];

describe('the evaluation by the municipality that is set for a class', function () {
  this.timeout(60_000);
  let app: AnsweringApp;
  let evaluator: Awaited<ReturnType<AnsweringApp['evaluator']>>;

  before(async () => {
    app = await answering();
    for (const { context, size, municipality } of classes)
      for (let person = 0; person < size; person += 1) {
        const about = { context, value: context === 'one' ? 2 : 5, background: {} };
        const { room, person: who } = await app.answer(`${context}-${person}`, app.surveyAt('foer'), about);
        if (person === 0) await app.deps.schedules.save(room.id, { ...nothingChosen, municipality }, 'test');
        // Two of the first class and all of the second come to every webinar.
        if (context === 'two' || (context === 'one' && person < 2))
          for (const week of [1, 2, 3, 4, 5, 6, 7, 8])
            await app.deps.attendances.note({ room: room.id, person: who.id, week }, 'came');
      }
    evaluator = await app.evaluator();
  });
  after(() => app.close());

  const linesOf = ({ $ }: Seen) => $('body').text().trim().split(/\r?\n/).map((line) => line.split(',')); // prettier-ignore
  /** Of a question before the course: how many answered, and the mean. */
  const answered = async (query: string) => {
    const row = linesOf(await evaluator.open(`/evaluering/tal.csv${query}`)).find((one) => one[2] === 'evner');
    return row?.slice(3, 5);
  };
  const figure = async (id: string, query = '') => {
    const page = await evaluator.open(`/evaluering/rapport${query}`);
    return page.$(`#${id} tbody tr`).toArray().map((row) => page.$(row).children().toArray().map((cell) => page.$(cell).text().trim())); // prettier-ignore
  };

  it('is chosen on the page, among those that are set for classes of five or more', async () => {
    const page = await evaluator.open('/evaluering');
    const choices = page.$('select[name=kommune] option').toArray().map((one) => page.$(one).text()); // prettier-ignore
    expect(choices).to.deep.equal(['Alle', 'Køge', 'Ikke angivet']);
    expect(await answered('?kommune=K%C3%B8ge')).to.deep.equal(['11', '3.36']);
    expect(await answered('?kommune=ukendt')).to.deep.equal(['7', '5.00']);
    expect(await answered('')).to.deep.equal(['18', '4.00']);
    expect((await evaluator.open('/evaluering?kommune=K%C3%B8ge')).words).to.include('Du ser tal fra 2 hold.');
  });

  it('shows nothing of a class of four, whichever is asked for', async () => {
    expect(await answered('?kommune=%C3%86r%C3%B8')).to.deep.equal(['0', '']);
    const all = await evaluator.open('/evaluering');
    expect(all.$('body').text() + (await evaluator.open('/evaluering/rapport')).words).to.not.include('Ærø');
  });

  it('has enrolled and completed of each, all of them sums of classes that are told anyway', async () => {
    expect(await figure('holdets-kommune')).to.deep.equal([
      ['Køge', '61 % (11)'],
      ['Flere kommuner, eller ikke angivet', '39 % (7)'],
    ]);
    const completed = await figure('gennemfoert-kommune');
    expect(completed).to.deep.equal([
      ['Køge', '64 % (7)'],
      ['Flere kommuner, eller ikke angivet', '0 % (0)'],
    ]);
    expect(await figure('gennemfoerelse', '?kommune=K%C3%B8ge')).to.deep.include(['Gennemført', completed[0]?.[1]]);
  });

  it('is in the rows where the LMS tells nothing and five of the class share it', async () => {
    const [header = [], ...rows] = linesOf(await evaluator.open('/evaluering/data.csv'));
    const column = header.indexOf('municipality');
    const byClass = Map.groupBy(rows, (row) => row[header.indexOf('class')]);
    const told = [...byClass.values()].map((all) => [all.length, ...new Set(all.map((row) => row[column]))]);
    expect(told).to.have.deep.members([
      [6, 'Køge'],
      [5, 'Køge'],
      [7, ''],
    ]);
  });

  it('is no choice of an instructor, who sees one class', async () => {
    const ulla = await app.enter('ulla', { role: 'instructor', context: { id: 'one', title: 'Hold' } });
    const report = await ulla.open(`${ulla.home}/evaluering/rapport`);
    expect(report.$('#gennemfoerelse').length).to.equal(1);
    expect(report.$('#holdets-kommune').length).to.equal(0);
  });
});
