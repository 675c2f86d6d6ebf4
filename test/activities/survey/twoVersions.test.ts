import { expect } from 'chai';
import type { Course, Courses, SurveyActivity } from '../../../src/content/course.ts';
import { answersAlike } from '../../support/answersAlike.ts';
import { shippedCourse } from '../../support/shippedCourse.ts';
import type { PageShown } from '../engine/browser.ts';
import { prepWorld, type PrepWorld } from '../engine/world.ts';
import { wayOn } from '../../support/wayOn.ts';

type Person = Awaited<ReturnType<PrepWorld['arrive']>>;

/** The course with the survey before it as it was, when `job` was of another version. */
function withJob(course: Course, version: number): Course {
  const surveys = course.surveys?.map((survey) => (survey.id === 'spoergeskema-foer' ? asIn(survey, version) : survey));
  return { ...course, ...(surveys && { surveys }) };
}

function asIn(survey: SurveyActivity, version: number): SurveyActivity {
  return {
    ...survey,
    version: survey.version.replace(/job\.\d+/, `job.${version}`),
    instruments: survey.instruments.map((one) => (one.id === 'job' ? { ...one, version } : one)),
  };
}

describe('a survey that changes while it is being answered', () => {
  let courses: Courses;
  let changed: Course;
  let world: PrepWorld;
  let sara: Person;

  before(async () => {
    changed = (await shippedCourse()).da;
  });
  beforeEach(async () => {
    courses = { da: withJob(changed, 2) };
    world = await prepWorld({ courses, activity: 'spoergeskema-foer' });
    sara = await world.arrive();
  });
  afterEach(() => world.close());

  const press = (page: PageShown, value: string, intent: string) =>
    sara.press({ page, intent, fill: answersAlike(page.$, (question) => (question === 'samtykke' ? 'ja' : value)) });
  const untilStep = async (heading: string, value: string) => {
    let page = await press(await sara.open(`${sara.activity}/trin/1`), 'ja', 'next');
    while (page.h1 !== heading) page = await press(page, value, 'next');
    return page;
  };
  const toTheEnd = async (from: PageShown, value: string) => {
    let page = from;
    while (page.$(wayOn).length > 0) page = await press(page, value, 'next');
    return press(page, value, 'send');
  };
  const checked = (page: PageShown) => page.$('input:checked').length;

  it('asks once more what was answered to other words, and keeps the rest', async () => {
    await press(await untilStep('Dig og hverdagen, og hvorfor du er med', '4'), '2', 'save');
    courses.da = changed;
    const job = await sara.open(`${sara.activity}/trin/2`);
    expect([job.h1, checked(job)]).to.deep.equal(['Dig og job, og dit helbred', 2]);
    const everyDay = await press(job, '5', 'next');
    expect([everyDay.h1, checked(everyDay)]).to.deep.equal(['Dig og hverdagen, og hvorfor du er med', 6]);
    expect((await toTheEnd(everyDay, '2')).h1).to.equal('Tak for dine svar');
    const response = await world.responses.get(sara.of);
    expect(response?.contentVersion).to.match(/^job\.4\+/);
    expect(response?.sent).to.include({ evner: '5', 'proev-igen': '2' });
  });

  it('cannot be sent with answers to the words that are gone', async () => {
    const last = await untilStep('Dig og hverdagen, og hvorfor du er med', '4');
    courses.da = changed;
    const refused = await press(last, 'stress', 'send');
    expect([refused.status, refused.h1]).to.deep.equal([422, 'Dig og hverdagen, og hvorfor du er med']);
    expect(refused.$('.error-summary a, .error-summary-list a').length).to.be.greaterThan(0);
    expect((await world.responses.get(sara.of))?.sent).to.equal(null);
  });

  it('leaves what was sent an answer to the words of then, while it is edited and until it is sent again', async () => {
    await toTheEnd(await untilStep('Dig og job, og dit helbred', '4'), '4');
    courses.da = changed;
    await press(await sara.open(`${sara.activity}/trin/2`), '1', 'save');
    const edited = await world.responses.get(sara.of);
    expect([edited?.sent?.['evner'], edited?.sentVersion]).to.satisfy(
      ([answer, version]: string[]) => answer === '4' && version?.startsWith('job.2+'),
    );
    expect(edited?.contentVersion).to.match(/^job\.4\+/);
    await toTheEnd(await sara.open(`${sara.activity}/trin/2`), '1');
    const again = await world.responses.get(sara.of);
    expect(again?.sent).to.include({ evner: '1' });
    expect(again).not.to.have.property('sentVersion');
  });

  it('keeps a draft whole where the new version says that the old answers mean the same', async () => {
    await untilStep('Dig og hverdagen, og hvorfor du er med', '4');
    const same = (survey: SurveyActivity) => ({
      ...survey,
      instruments: survey.instruments.map((one) => ({ ...one, comparableWith: [2] })),
    });
    courses.da = { ...changed, surveys: changed.surveys?.map(same) ?? [] };
    expect(checked(await sara.open(`${sara.activity}/trin/2`))).to.equal(7);
  });
});
