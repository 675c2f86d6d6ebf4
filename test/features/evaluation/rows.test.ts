import { expect } from 'chai';
import type { SurveyActivity } from '../../../src/content/course.ts';
import { evaluatedOf } from '../../../src/features/evaluation/evaluated.ts';
import { answering, type AnsweringApp } from './answering.ts';
import { visitor, type Seen } from '../../activities/survey/visitor.ts';

const everyone = ['a', 'b', 'c', 'd', 'e', 'f'];

/** A file as one row of cells by column for each line. */
function parsed({ $ }: Seen): Record<string, string>[] {
  const [header = [], ...lines] = $('body').text().trim().split('\n').map((line) => line.trim().split(',')); // prettier-ignore
  return lines.map((line) => Object.fromEntries(header.map((name, index) => [name, line[index] ?? ''])));
}

describe('the rows that an evaluator takes', function () {
  this.timeout(60_000);
  let app: AnsweringApp;
  let foer: SurveyActivity;
  let efter: SurveyActivity;

  beforeEach(async () => {
    app = await answering();
    [foer, efter] = [app.surveyAt('foer'), app.surveyAt('efter')];
  });
  afterEach(() => app.close());

  const answer: AnsweringApp['answer'] = (...given) => app.answer(...given);
  const evaluator = () => app.evaluator();
  const rows = async () => parsed(await (await evaluator()).open('/evaluering/data.csv'));

  it('are one for each person and wave who has said yes, the same person alike in both and without a name', async () => {
    for (const subject of everyone) await answer(subject, foer, { value: 2 });
    for (const subject of everyone) await answer(subject, efter, { value: 4 });
    const found = await rows();
    expect(found).to.have.length(12);
    const people = Map.groupBy(found, ({ person }) => person);
    expect(people.size).to.equal(6);
    for (const own of people.values())
      expect(own.map(({ wave, evner }) => [wave, evner])).to.have.deep.members([['foer', '2'], ['efter', '4']]); // prettier-ignore
    const text = (await (await evaluator()).open('/evaluering/data.csv')).$('body').text();
    expect(text)
      .to.not.include('Hemmelig')
      .and.not.match(/,[abcdef],/);
    const known = (await app.deps.rooms.all()).map(({ id }) => id);
    for (const id of known) expect(text).to.not.include(id);
    expect(new Set(found.map(({ version }) => version)).size).to.equal(2);
  });

  it('tell municipality, sex and age only where five people of the class share them', async () => {
    for (const subject of everyone) await answer(subject, foer);
    const found = await rows();
    expect(found.filter(({ municipality }) => municipality === 'Køge')).to.have.length(5);
    expect(found.map((row) => row['municipality'])).to.not.include('Ærø');
    expect(found.find(({ municipality }) => municipality === '')).to.include({ sex: '', age_group: '' });
  });

  it('are there where a few have left a class and a few say no, and are none of theirs', async () => {
    for (const [context, size] of [
      ['2', 14],
      ['3', 12],
    ] as const) {
      const subjects = Array.from({ length: size }, (_, index) => `${context}.${index}`);
      const yes = (subject: string) => ({ context, share: Number(subject.split('.')[1]) % 6 === 1 ? 'nej' : 'ja' });
      for (const subject of subjects) await answer(subject, foer, { ...yes(subject), value: 2 });
      for (const subject of subjects.slice(3)) await answer(subject, efter, { ...yes(subject), value: 4 });
    }
    const found = await rows();
    const waves = [...Map.groupBy(found, ({ person }) => person).values()].map((own) => own.length);
    expect(found.length).to.be.within(14, 22);
    expect(new Set(found.map((row) => row['class'])).size, 'of both classes').to.equal(2);
    expect([...new Set(waves)], 'nobody of the three who left').to.deep.equal([2]);
  });

  it('are gone from the next file once someone says no, in whichever survey; and where nobody was asked there are none', async () => {
    for (const subject of everyone) await answer(subject, foer);
    expect(await rows()).to.have.length(6);
    await answer('a', efter, { share: 'nej' });
    expect(await rows(), 'both waves are taken back').to.have.length(5);
    await app.close();
    app = await answering();
    for (const subject of everyone) await answer(subject, foer, { share: '' });
    expect(await rows()).to.have.length(0);
  });

  it('are those of the older class where a course was copied and someone answers in both', async () => {
    for (const subject of everyone) await answer(subject, foer, { value: 2 });
    for (const subject of everyone) await answer(subject, foer, { value: 5, context: '3' });
    const found = await rows();
    expect(found.map(({ evner }) => evner)).to.deep.equal(['2', '2', '2', '2', '2', '2']);
  });

  it('are told to each person in them, and to the program’s log without a name', async () => {
    const mette = await answer('a', foer);
    for (const subject of everyone.slice(1)) await answer(subject, foer);
    await rows();
    const seen = await visitor(app.origin, { cookie: mette.cookie, path: mette.home }).open(
      `${mette.home}/hvem-har-laest`,
    );
    expect(seen.words).to.include('En forsker').and.include('uden dit navn');
  });

  it('come with a codebook and commands that name every column with its words', async () => {
    for (const subject of everyone) await answer(subject, foer);
    const browser = await evaluator();
    const header = (await browser.open('/evaluering/data.csv')).$('body').text().split(/\r?\n/)[0]?.split(',') ?? [];
    expect(header).to.include.members(['person', 'wave', 'evner', 'klare_job']);
    for (const file of ['kodebog.csv', 'kodebog-regneark.csv', 'data.R', 'data.sps', 'data.do']) {
      const page = await browser.open(`/evaluering/${file}`);
      expect(page.status, file).to.equal(200);
      for (const name of header) expect(page.$('body').text(), `${file}: ${name}`).to.include(name);
      expect(page.$('body').text(), file).to.include(evaluatedOf(foer)[0]?.ask);
    }
  });

  it('are read so that "do not know" is no number of hours: -1 is a missing value in each program', async () => {
    const browser = await evaluator();
    const commandsOf = async (file: string) => (await browser.open(`/evaluering/${file}`)).$('body').text();
    expect(await commandsOf('data.sps'))
      .to.include('MISSING VALUES timer (-1).')
      .and.not.include('MISSING VALUES evner');
    expect(await commandsOf('data.R')).to.include('d[["timer"]][which(d[["timer"]] < 0)] <- NA');
    expect(await commandsOf('data.do'))
      .to.include('mvdecode timer, mv(-1 = .a)')
      .and.include('label define timer_l .a "Det ved jeg ikke"');
  });

  it('are not for whom a link was forwarded to: it works once, and looking at it does not use it', async () => {
    const link = new URL(await app.deps.evaluators.link()).pathname;
    const [first, second] = [visitor(app.origin), visitor(app.origin)];
    const [mine, forwarded] = [await first.open(link), await second.open(link)];
    await first.press(mine);
    expect((await first.open('/evaluering/data.csv')).status).to.equal(200);
    const refused = await second.press(forwarded);
    expect(refused.status).to.be.within(400, 410);
    expect((await second.open('/evaluering/data.csv')).status).to.equal(401);
    expect((await first.open('/evaluering/data.csv')).status, 'the first goes on').to.equal(200);
  });
});
