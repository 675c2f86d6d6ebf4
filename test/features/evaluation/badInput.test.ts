import { expect } from 'chai';
import type { Course, Courses, SurveyActivity } from '../../../src/content/course.ts';
import { shippedCourse } from '../../support/shippedCourse.ts';
import { visitor, type Seen } from '../../activities/survey/visitor.ts';
import { answering, type AnsweringApp } from './answering.ts';

/*
 * What may go wrong with answers has one outcome each. Answered over two versions: test/activities/survey/twoVersions.test.ts. A link that
 * was forwarded: rows.test.ts. A wave that some miss: evaluation.test.ts.
 */

const six = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The course with another version of `job`, whose first scale has these words. */
function withJob(course: Course, { version, comparableWith = [], labels }: Changed): Course {
  const changed = (survey: SurveyActivity): SurveyActivity => ({
    ...survey,
    version: survey.version.replace(/job\.\d+/, `job.${version}`),
    instruments: survey.instruments.map((one) => (one.id === 'job' ? { ...one, version, comparableWith } : one)),
    steps: survey.steps.map((step) => ({
      ...step,
      questions: step.questions.map((question) =>
        question.id === 'evner' && question.kind === 'scale' && labels
          ? { ...question, options: labels.map((label, index) => ({ id: String(index + 1), label })) }
          : question,
      ),
    })),
  });
  return { ...course, surveys: (course.surveys ?? []).map(changed) };
}

interface Changed {
  version: number;
  comparableWith?: number[];
  labels?: string[];
}

function linesOf({ $ }: Seen): string[][] {
  const lines = $('body').text().trim().split(/\r?\n/);
  return lines.map((line) => line.split(','));
}

describe('the evaluation, where something has gone wrong:', function () {
  this.timeout(60_000);
  let shipped: Course;
  let courses: Courses;
  let app: AnsweringApp;

  before(async () => {
    shipped = (await shippedCourse()).da;
  });
  beforeEach(async () => {
    courses = { da: withJob(shipped, { version: 2 }) };
    app = await answering({ courses });
  });
  afterEach(() => app.close());

  const all = (people: readonly string[], wave: string, value: number) =>
    people.reduce<Promise<unknown>>(
      async (before, subject) => before.then(() => app.answer(subject, app.surveyAt(wave), { value })),
      Promise.resolve(),
    );
  /** What the evaluator's file has of a question: how many, and the mean. */
  const told = async (question: string, wave = 'foer') => {
    const rows = linesOf(await (await app.evaluator()).open('/evaluering/tal.csv'));
    return rows.find((row) => row[1] === wave && row[2] === question)?.slice(3, 5);
  };
  const rows = async () => {
    const [header = [], ...lines] = linesOf(await (await app.evaluator()).open('/evaluering/data.csv'));
    return lines.map((line) => Object.fromEntries(header.map((name, index) => [name, line[index] ?? ''])));
  };

  it('a changed instrument with old answers: they are in no figure and no row, with the new ones or without', async () => {
    await all(six, 'foer', 5);
    courses.da = withJob(shipped, { version: 3 });
    expect((await told('evner'))?.[1], 'nothing to show').to.equal('');
    await all(['g', 'h', 'i', 'j', 'k'], 'foer', 1);
    expect(await told('evner')).to.deep.equal(['5', '1.00']);
    expect((await rows()).map(({ evner, version }) => [evner, version?.split('+')[0]])).to.deep.equal(
      Array.from({ length: 5 }, () => ['1', 'job.3']),
    );
  });

  it('a changed instrument that says that old answers mean the same: they count together, each row with its version', async () => {
    await all(six, 'foer', 5);
    courses.da = withJob(shipped, { version: 3, comparableWith: [2] });
    await all(['g', 'h', 'i', 'j', 'k', 'l'], 'foer', 1);
    expect(await told('evner')).to.deep.equal(['12', '3.00']);
    const versions = (await rows()).map(({ version }) => version?.split('+')[0]);
    expect(new Set(versions)).to.deep.equal(new Set(['job.2', 'job.3']));
  });

  it('a changed instrument whose old answers were told before: what was told stays, as sums of five or more', async () => {
    await all(six, 'foer', 5);
    expect(await told('evner')).to.deep.equal(['6', '5.00']);
    courses.da = withJob(shipped, { version: 3 });
    expect(await told('evner')).to.deep.equal(['6', '5.00']);
  });

  it('a scale whose labels changed: it is another version, whose words the codebook has, and old answers are not among its', async () => {
    await all(six, 'foer', 5);
    const labels = ['Intet', 'Lidt', 'Noget', 'En del', 'Alt'];
    courses.da = withJob(shipped, { version: 3, labels });
    await all(['g', 'h', 'i', 'j', 'k'], 'foer', 2);
    expect(await told('evner')).to.deep.equal(['5', '2.00']);
    const book = (await (await app.evaluator()).open('/evaluering/kodebog.csv')).$('body').text();
    const line = book.split('\n').find((one) => one.startsWith('evner,')) ?? '';
    for (const label of labels) expect(line).to.include(label);
    expect(line).to.include('job.3');
  });

  it('one wave missing: nobody is left out of the other, and none of them is in the change', async () => {
    await all([...six, 'g', 'h', 'i', 'j'], 'foer', 2);
    await all(['a', 'b', 'c', 'd', 'e'], 'efter', 4);
    expect([await told('evner'), await told('evner', 'efter')]).to.deep.equal([['10', '2.00'], ['5', '4.00']]); // prettier-ignore
    const json = JSON.parse((await (await app.evaluator()).open('/evaluering/tal.json')).$('body').text()) as {
      changes: { question: string; from: string; to: string; same_persons: { n: number; mean: number } }[];
    };
    const change = json.changes.find((one) => one.question === 'evner' && one.from === 'foer' && one.to === 'efter');
    expect(change?.same_persons).to.include({ n: 5, mean: 2 });
    expect(
      (await rows()).filter(({ wave }) => wave === 'foer'),
      'rows of one wave alone',
    ).to.have.length(10);
  });

  it('duplicates after a course copy: each class counts who answered in it, and the rows have the older answers once', async () => {
    await all(six, 'foer', 2);
    for (const subject of six) await app.answer(subject, app.surveyAt('foer'), { value: 5, context: 'copy' });
    expect(await told('evner')).to.deep.equal(['12', '3.50']);
    const classes = linesOf(await (await app.evaluator()).open('/evaluering/hold.csv'));
    const of = classes.filter((row) => row[2] === 'foer' && row[3] === 'evner').map((row) => row.slice(4, 6));
    expect(of).to.have.deep.members([['12', '3.50'], ['6', '2.00'], ['6', '5.00']]); // prettier-ignore
    expect((await rows()).map(({ evner }) => evner)).to.deep.equal(six.map(() => '2'));
  });

  it('consent withdrawn between waves: the later wave and the change are without them, the earlier stays as it was said yes to', async () => {
    await all([...six, 'g', 'h', 'i', 'j', 'k'], 'foer', 2);
    await all(six, 'efter', 4);
    const k = await app.enter('k', { context: { id: '2', title: 'Hold' } });
    const consent = await k.open(`${k.home}/aktivitet/${app.surveyAt('efter').id}/trin/1`);
    const no = await k.press(consent, { 'answer.samtykke': 'nej', intent: 'next' }, /\/trin\//);
    await k.press(no, { intent: 'send' }, /\/trin\//);
    expect([await told('evner'), await told('evner', 'efter')]).to.deep.equal([['11', '2.00'], ['6', '4.00']]); // prettier-ignore
    expect((await rows()).filter(({ wave }) => wave === 'foer')).to.have.length(11);
    // Taken back for the earlier wave as well, it is gone from the rows; the sum of eleven that was told stays.
    const again = await k.open(`${k.home}/aktivitet/${app.surveyAt('foer').id}/trin/1`);
    const back = await k.press(again, { 'answer.samtykke': 'nej', intent: 'next' }, /\/trin\//);
    await k.press(back, { intent: 'send' }, /\/trin\//);
    expect((await rows()).filter(({ wave }) => wave === 'foer')).to.have.length(10);
    expect(await told('evner')).to.deep.equal(['11', '2.00']);
  });

  it('an evaluator’s link that was forwarded: who presses first is in, and nobody else', async () => {
    const link = new URL(await app.deps.evaluators.link()).pathname;
    const [first, other] = [visitor(app.origin), visitor(app.origin)];
    const [mine, theirs] = [await first.open(link), await other.open(link)];
    await first.press(mine);
    await other.press(theirs);
    expect([(await first.open('/evaluering')).status, (await other.open('/evaluering')).status]).to.deep.equal([200, 401]); // prettier-ignore
  });
});
