import { expect } from 'chai';
import { shippedCourse } from '../../support/shippedCourse.ts';
import type { Course, Courses } from '../../../src/content/course.ts';
import { HOUR, prepWorld, type PrepWorld } from '../engine/world.ts';
import { answerSurvey, visitor, type Seen, type Visitor } from './visitor.ts';
import { wayOn } from '../../support/wayOn.ts';

const DAY = 24 * HOUR;

/** The course with a screening that asks for health alone, as the survey before the course does beside work. */
function withHealthInScreening(course: Course): Course {
  const before = course.surveys?.find(({ wave }) => wave === 'foer');
  const health = before?.instruments.find(({ id }) => id === 'helbred');
  const surveys = course.surveys?.map((survey) => {
    if (survey.wave !== 'screening' || !before || !health) return survey;
    const kept = new Set([...health.questions, 'samtykke', 'forskning']);
    const asked = before.steps
      .map((step) => ({ ...step, questions: step.questions.filter(({ id }) => kept.has(id)) }))
      .filter(({ id, questions }) => questions.length > 0 || id === 'nej-tak');
    return { ...survey, version: 'helbred.1:words', instruments: [health], steps: asked };
  });
  return { ...course, ...(surveys && { surveys }) };
}

describe('what is known already', () => {
  let courses: Courses;
  let world: PrepWorld;
  let of: { room: string; person: string };
  let sara: Visitor;

  before(async () => {
    courses = await shippedCourse();
  });
  beforeEach(async () => {
    world = await prepWorld({ courses });
    const arrived = await world.arrive();
    of = arrived.of;
    sara = visitor(world.origin, { cookie: arrived.cookie, path: `/rum/${of.room}` });
  });
  afterEach(() => world.close());

  const activity = (id: string) => `/rum/${of.room}/aktivitet/spoergeskema-${id}`;
  const response = (id: string) => world.responses.get({ ...of, activity: `spoergeskema-${id}` });
  const toTheEnd = async (who: typeof sara, from: Seen, value: string) => {
    let page = from;
    while (page.$(wayOn).length > 0) page = await who.answer(page, { value, intent: 'next' });
    return who.answer(page, { value, intent: 'send' });
  };
  const onDevice = async () => {
    const arrived = await world.arrive();
    return visitor(world.origin, { cookie: arrived.cookie, path: `/rum/${of.room}` });
  };

  it('is what one said to the same consent: chosen beforehand, told, changeable, and consent only when it is sent', async () => {
    await answerSurvey(sara, activity('foer'));
    world.pass(60 * DAY);
    const later = await onDevice();
    const first = await later.open(activity('efter'));
    expect(first.words).to.include('Sidst svarede du “Ja, det vil jeg gerne” (lørdag 21. november)');
    expect(first.$('button[aria-current=true]').attr('data-value')).to.equal('ja');
    expect(await response('efter')).to.equal(undefined);
    expect((await later.open(`${activity('efter')}/trin/2`)).h1).to.equal('Vil du være med?');
    const job = await later.press(first, { 'answer.samtykke': 'ja' }, /trin/);
    expect(job.h1).to.equal('Dig og job, og dit helbred');
    const agreement = (await response('efter'))?.agreements['samtykke'];
    expect(agreement).to.include({ answer: 'ja', at: Date.parse('2026-11-21T09:42:10Z') + 60 * DAY });
    expect((await later.open(`${activity('efter')}/trin/1`)).words).not.to.include('Sidst svarede du');
    const no = await later.answer(await later.open(`${activity('efter')}/trin/1`), { value: 'nej', intent: 'next' });
    expect(no.h1).to.equal('Det er helt i orden');
  });

  it('is not what one said to another wording', async () => {
    await answerSurvey(sara, activity('screening'));
    const first = await sara.open(activity('foer'));
    expect(first.$('input:checked')).to.have.length(0);
    expect(first.words).not.to.include('Sidst svarede du');
  });

  it('is an instrument answered within two weeks: it is left out, and its answers are sent along', async () => {
    await answerSurvey(sara, activity('screening'), '5');
    world.pass(13 * DAY);
    const later = await onDevice();
    const first = await later.open(activity('foer'));
    expect(first.words).to.include('Du har lige svaret på “Dig og hverdagen”. De svar tager vi med');
    const job = await later.answer(first, { value: 'ja', intent: 'next' });
    expect(job.words).to.include('Trin 2 af 3');
    const why = await later.open(`${activity('foer')}/trin/3`);
    expect(why.words, 'what introduces the questions that are left out').not.to.include('Hvor godt passer det på dig');
    expect(why.$('fieldset.question')).to.have.length(1);
    const receipt = await toTheEnd(later, job, '2');
    expect(receipt.h1).to.equal('Tak for dine svar');
    const sent = (await response('foer'))?.sent;
    expect(sent).to.include({ samtykke: 'ja', evner: '2', 'proev-igen': '5', 'nyt-problem': '5' });
    expect(sent).not.to.have.property('finde-tid');
    expect(receipt.words).to.include('Når noget går skævt, kan jeg få mig selv til at prøve igen.');
    const again = await later.open(`${activity('foer')}/trin/3`);
    expect(again.$('[name="answer.proev-igen"]:checked').val()).to.equal('5');
    await later.answer(again, { value: '1', intent: 'send' });
    expect((await response('foer'))?.sent).to.include({ evner: '2', 'proev-igen': '1' });
    expect((await response('screening'))?.sent).to.include({ 'proev-igen': '5' });
  });

  it('is asked anew after two weeks, and where one said no afterwards', async () => {
    await answerSurvey(sara, activity('screening'));
    world.pass(15 * DAY);
    const later = await onDevice();
    expect((await later.open(activity('foer'))).words).not.to.include('Du har lige svaret');
    await later.answer(await later.open(`${activity('screening')}/trin/1`), { value: 'nej', intent: 'next' });
    await later.press(await later.open(`${activity('screening')}/trin/4`), { intent: 'send' }, /trin/);
    expect((await response('screening'))?.sent).to.deep.equal({ samtykke: 'nej' });
    expect((await later.open(activity('foer'))).words).not.to.include('Du har lige svaret');
  });

  it('is left out of a page that it shares with what is not known, and the addresses of all others stay', async () => {
    await world.close();
    world = await prepWorld({ courses: { da: withHealthInScreening(courses.da) } });
    const arrived = await world.arrive();
    of = arrived.of;
    const one = visitor(world.origin, { cookie: arrived.cookie, path: `/rum/${of.room}` });
    await answerSurvey(one, activity('screening'), '4');
    const first = await one.open(activity('foer'));
    expect(first.words).to.include('Du har lige svaret på “Dit helbred”.');
    await one.answer(first, { value: 'ja', intent: 'next' });
    const job = await one.open(`${activity('foer')}/trin/2`);
    expect(job.$('fieldset.question'), 'of seven, without the two on health').to.have.length(5);
    expect((await one.open(`${activity('foer')}/trin/3`)).h1).to.equal('Dig og hverdagen, og hvorfor du er med');
    const receipt = await toTheEnd(one, job, '1');
    expect(receipt.h1).to.equal('Tak for dine svar');
    expect((await response('foer'))?.sent).to.include({ 'eget-helbred': '4', 'hvorfor-med': 'stress' });
    expect(receipt.words).to.include('Hvordan er dit helbred alt i alt?');
  });

  it('takes nothing along for one who says no', async () => {
    await answerSurvey(sara, activity('screening'));
    const no = await sara.answer(await sara.open(activity('foer')), { value: 'nej', intent: 'next' });
    await sara.press(no, { intent: 'send' }, /trin/);
    expect((await response('foer'))?.sent).to.deep.equal({ samtykke: 'nej', forskning: 'nej' });
  });

  it('leaves nothing out of a survey of which nothing would be left', async () => {
    await answerSurvey(sara, activity('foer'));
    const first = await sara.open(activity('3-maaneder'));
    expect(first.words).not.to.include('Du har lige svaret');
    const job = await sara.press(first, { 'answer.samtykke': 'ja' }, /trin/);
    expect(job.words).to.include('Trin 2 af 5');
    expect((await sara.answer(job, { value: '1', intent: 'next' })).words).to.include('Trin 3 af 5');
  });

  it('is not what another person answered', async () => {
    await answerSurvey(sara, activity('screening'));
    const bo = await world.arrive({ person: { subject: '99', name: 'Bo' } });
    const first = await bo.open(activity('foer'));
    expect(first.$('main').text()).not.to.include('Du har lige svaret');
  });

  it('goes on where one left, on another device, with what was left out still left out', async () => {
    await answerSurvey(sara, activity('screening'));
    const job = await sara.answer(await sara.open(activity('foer')), { value: 'ja', intent: 'next' });
    await sara.answer(job, { value: '3', intent: 'save' });
    world.pass(2 * DAY);
    const tablet = await onDevice();
    const resumed = await tablet.open(activity('foer'));
    expect([resumed.h1, resumed.$('input:checked').length]).to.deep.equal(['Dig og job, og dit helbred', 7]);
    expect((await toTheEnd(tablet, resumed, '3')).h1).to.equal('Tak for dine svar');
  });

  it('adds the screening up in the file for evaluators, as a wave of its own', async () => {
    await answerSurvey(sara, activity('screening'));
    const ib = await world.arrive({ role: 'instructor', person: { subject: 'i', name: 'Ib' } });
    const file = await ib.open(`/rum/${of.room}/evaluering.csv`);
    expect(file.$('body').text()).to.match(/spoergeskema-screening,screening,finde-tid,1,/);
  });
});
