import { expect } from 'chai';
import type { SurveyActivity } from '../../../src/content/course.ts';
import { effectOf } from '../../../src/features/evaluation/statistics.ts';
import { visitor, type Seen } from '../../activities/survey/visitor.ts';
import { answering, type AnsweringApp } from './answering.ts';

const everyone = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Before and after, of one question: the mean rises by one half. */
const earlier = [1, 2, 3, 3, 4, 2];
const later = [2, 3, 3, 3, 4, 3];

describe('the report', function () {
  this.timeout(60_000);
  let app: AnsweringApp;
  let foer: SurveyActivity;
  let evaluator: Awaited<ReturnType<AnsweringApp['evaluator']>>;
  let page: Seen;

  before(async () => {
    app = await answering();
    foer = app.surveyAt('foer');
    for (const [index, subject] of everyone.entries()) {
      const { room, person } = await app.answer(subject, foer, { value: earlier[index] ?? 1 });
      await app.answer(subject, app.surveyAt('efter'), { value: later[index] ?? 1 });
      const state = index < 4 ? 'came' : 'away';
      for (const week of [1, 2, 3, 4, 5, 6])
        await app.deps.attendances.note({ room: room.id, person: person.id, week }, state);
    }
    // A class of three, whom nothing may tell of.
    for (const subject of ['x', 'y', 'z']) await app.answer(subject, foer, { value: 5, context: 'few' });
    evaluator = await app.evaluator();
    page = await evaluator.open('/evaluering/rapport');
  });
  after(() => app.close());

  const cells = (table: string) =>
    page.$(`#${table} tbody tr`).toArray().map((row) => page.$(row).children().toArray().map((cell) => page.$(cell).text().trim())); // prettier-ignore
  const file = async (path: string) => (await evaluator.open(path)).$('body').text().trim();

  it('tells how many have completed, were away and prepared, by a rule that it prints', () => {
    expect(page.status).to.equal(200);
    expect(cells('gennemfoerelse')[0]).to.deep.equal(['Gennemført', '67 % (4)']);
    expect(cells('fravaer').filter(([, number]) => number !== '0 % (0)')).to.deep.equal([
      ['0 gange', '67 % (4)'],
      ['6 gange', '33 % (2)'],
    ]);
    expect(page.words).to.include('Gennemført er den').and.include('Fravær er');
  });

  it('has each question’s answers, means over the waves, and the change with interval, effect size and a sentence', () => {
    expect(cells('evner-spoergeskema-foer').map(([, number]) => number)).to.deep.equal([
      '17 % (1)',
      '33 % (2)',
      '33 % (2)',
      '17 % (1)',
      '0 % (0)',
    ]);
    expect(cells('evner-spoergeskema-foer')[3], 'both times in one row').to.deep.equal([
      'Ja, en del',
      '17 % (1)',
      '17 % (1)',
    ]);
    expect(page.$('#evner-spoergeskema-foer thead th').toArray().map((one) => page.$(one).text().trim())).to.deep.equal(['Svar', 'Før (n = 6)', 'Lige efter (n = 6)']); // prettier-ignore
    expect(cells('evner-gennemsnit').map(([, number]) => number)).to.deep.equal(['2,50 (n=6)', '3,00 (n=6)']);
    expect(cells('evner-aendring')).to.deep.equal([['Før → Lige efter', '+0,50 (n=6)', '−0,07 til 1,07', '0,91']]);
    expect(effectOf([1, 1, 0, 0, 0, 1])).to.be.closeTo(0.5 / Math.sqrt(0.3), 1e-12);
    expect(page.words).to.include(
      'Hos 6, der svarede begge gange, er svaret i gennemsnit 0,50 højere. Det kan være tilfældigt.',
    );
  });

  it('counts municipality, sex and age of those who said yes, where five share them', () => {
    expect(cells('kommune')).to.deep.equal([
      ['Køge', '83 % (5)'],
      ['Ukendt, eller færre end fem har det til fælles', '17 % (1)'],
    ]);
    expect(cells('alder')[0]).to.deep.equal(['35-39', '83 % (5)']);
  });

  it('shows nothing of a class of three, chosen alone or beside the other, in any form', async () => {
    const rooms = (await evaluator.open('/evaluering')).$('input[name=hold]').toArray().map((one) => page.$(one).val()); // prettier-ignore
    expect(rooms).to.have.length(2);
    const alone = await Promise.all(rooms.map((room) => file(`/evaluering/rapport.csv?hold=${String(room)}`)));
    const both = await file(`/evaluering/rapport.csv?hold=${String(rooms[0])}&hold=${String(rooms[1])}`);
    const all = await file('/evaluering/rapport.csv');
    expect(both).to.equal(all);
    expect(alone).to.include(all);
    expect(
      alone.filter((one) => one.split('\n').length === 1),
      'of the small class the header alone',
    ).to.have.length(1);
  });

  it('is the same in every file: for programs, for a Danish spreadsheet, and as JSON', async () => {
    const rows = (await file('/evaluering/rapport.csv')).split('\n').map((line) => line.trim());
    expect(rows[0]).to.equal('section,figure,title,kind,label,n,count,percent,mean,low,high,effect');
    expect(rows.find((row) => row.includes('evner-aendring'))).to.match(/,6,,,0\.5,-0\.07,1\.07,0\.91$/);
    const sheet = await file('/evaluering/rapport-regneark.csv');
    expect(sheet.split('\n').find((row) => row.includes('evner-aendring'))).to.match(/;6;;;0,5;-0,07;1,07;0,91$/);
    expect(sheet.split('\n')).to.have.length(rows.length);
    const json = JSON.parse(await file('/evaluering/rapport.json')) as {
      sections: { figures: { parts: unknown[] }[] }[];
    };
    const parts = json.sections.flatMap(({ figures }) => figures.flatMap((figure) => figure.parts));
    expect(parts).to.have.length(rows.length - 1);
  });

  it('has a drawing of each figure with its numbers, and none of what is not shown', async () => {
    const links = page.$('a[href$=".svg"]').toArray().map((link) => page.$(link).attr('href') ?? ''); // prettier-ignore
    const json = JSON.parse(await file('/evaluering/rapport.json')) as { sections: { figures: { id: string }[] }[] };
    const ids = json.sections.flatMap(({ figures }) => figures.map(({ id }) => `/evaluering/rapport/${id}.svg`));
    expect(links).to.deep.equal(ids);
    expect(links.length).to.be.greaterThan(10);
    const seen = await evaluator.open('/evaluering/rapport/evner-gennemsnit.svg');
    expect(seen.headers.get('content-type')).to.include('image/svg+xml');
    expect(seen.$('svg').text()).to.include('2,50 (n=6)').and.include('3,00 (n=6)');
    expect((await evaluator.open('/evaluering/rapport/ny.svg')).status).to.equal(404);
  });

  it('stands beside what is left out for want of its words: staff read which, where they are and on what terms', async () => {
    const ulla = await app.arrive({ role: 'instructor', person: { subject: '9', name: 'Ulla' } });
    const own = visitor(app.origin, { cookie: ulla.cookie, path: ulla.home });
    for (const seen of [await own.open(`${ulla.home}/evaluering`), await evaluator.open('/evaluering')])
      expect(seen.words)
        .to.include('WHO-5 er ikke med')
        .and.include('Sundhedsstyrelsen')
        .and.include('Ordene må ikke ændres');
  });

  it('is the instructor’s too, for their own class', async () => {
    const ulla = await app.arrive({ role: 'instructor', person: { subject: '9', name: 'Ulla' } });
    const browser = visitor(app.origin, { cookie: ulla.cookie, path: ulla.home });
    const own = await browser.open(`${ulla.home}/evaluering/rapport`);
    expect(own.words).to.include('Gennemsnit').and.include('Gennemført er den');
    expect(own.$('#kommune').length, 'for evaluators alone').to.equal(0);
    expect((await browser.open(`${ulla.home}/evaluering/rapport/evner-gennemsnit.svg`)).status).to.equal(200);
    expect((await browser.open(`${ulla.home}/evaluering/rapport.csv`)).$('body').text()).to.include('evner-aendring');
  });
});
