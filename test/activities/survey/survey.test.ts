import { expect } from 'chai';
import type { Course } from '../../../src/content/course.ts';
import { shippedCourse } from '../../support/shippedCourse.ts';
import { answersAlike } from '../../support/answersAlike.ts';
import { wordsOf, type PageShown } from '../engine/browser.ts';
import { prepWorld, type PrepWorld } from '../engine/world.ts';
import { wayOn } from '../../support/wayOn.ts';

type Person = Awaited<ReturnType<PrepWorld['arrive']>>;

describe('answering a survey, without scripts', () => {
  let course: Course;
  let world: PrepWorld;
  let sara: Person;

  before(async () => {
    course = (await shippedCourse()).da;
  });
  beforeEach(async () => {
    world = await prepWorld({ courses: { da: course }, activity: 'spoergeskema-foer' });
    sara = await world.arrive();
  });
  afterEach(() => world.close());

  const consent = async (person: Person, answer: string) =>
    person.press({
      page: await person.open(`${person.activity}/trin/1`),
      intent: 'next',
      fill: { 'answer.samtykke': answer },
    });

  /** Answers every question of this page alike, and goes on. */
  const answer = (person: Person, page: PageShown, { value, intent }: { value: string; intent: string }) =>
    person.press({ page, intent, fill: answersAlike(page.$, () => value) });
  const answerAll = async (person: Person, value: string) => {
    let page = await consent(person, 'ja');
    while (page.$(wayOn).length > 0) page = await answer(person, page, { value, intent: 'next' });
    return answer(person, page, { value, intent: 'send' });
  };
  const other = (subject: string) => world.arrive({ person: { subject, name: '' } });
  const instructor = () => world.arrive({ role: 'instructor', person: { subject: 'i', name: 'Ib' } });

  it('asks nothing before one has said yes', async () => {
    const first = await sara.open(sara.activity);
    expect(first.h1).to.equal('Vil du være med?');
    expect(wordsOf(first))
      .to.include('Vi vil gerne vide, om kurset hjælper')
      .and.include('Det tager cirka 4 minutter.');
    expect(first.$('#activity').find('input[type=radio], button[name^="answer."]')).to.have.length(4);
    expect((await sara.open(`${sara.activity}/trin/2`)).path).to.equal(`${sara.activity}/trin/1`);
    expect((await sara.press({ page: first, intent: 'next' })).status).to.equal(422);
  });

  it('keeps what was agreed to, in which wording and when, and the version of what was asked', async () => {
    const agreedAt = Date.parse('2026-11-21T09:42:10Z');
    await consent(sara, 'ja');
    world.pass(60_000);
    await consent(sara, 'ja');
    const response = await world.responses.get(sara.of);
    expect(response?.agreements['samtykke']).to.deep.include({ answer: 'ja', at: agreedAt });
    expect(response?.agreements['samtykke']?.wording).to.match(/^[0-9a-f]{16}$/);
    expect(response?.contentVersion).to.match(/^job\.4\+helbred\.1\+tro\.2\+grund\.1:[0-9a-f]{16}$/);
  });

  it('is sent by one who answers, after a pause, and says who sees it', async () => {
    const job = await consent(sara, 'ja');
    expect(wordsOf(job)).to.include('Din instruktør kan ikke se, hvad du svarer').and.include('Trin 2 af 3');
    const paused = await answer(sara, job, { value: '3', intent: 'save' });
    expect(paused.path).to.include('?gemt');
    const phone = await world.arrive();
    const resumed = await phone.open(phone.activity);
    expect(resumed.$('input:checked')).to.have.length(7);
    let page = await phone.press({ page: resumed, intent: 'next' });
    while (page.$(wayOn).length > 0) page = await answer(phone, page, { value: '4', intent: 'next' });
    const receipt = await answer(phone, page, { value: '4', intent: 'send' });
    expect(receipt.path).to.equal(`${sara.activity}/kvittering`);
    expect((await world.responses.get(sara.of))?.completedAt).to.be.greaterThan(0);
  });

  it('asks an instrument on a page, and for what is missing there and not at the end', async () => {
    const job = await consent(sara, 'ja');
    expect(job.$('fieldset.question')).to.have.length(7);
    const held = await sara.press({ page: job, intent: 'next', fill: { 'answer.evner': '2' } });
    expect([held.status, held.h1, held.errors.length]).to.deep.equal([422, 'Dig og job, og dit helbred', 6]);
    expect(held.$('[name="answer.evner"]:checked').val()).to.equal('2');
    const more = await answer(sara, held, { value: '3', intent: 'next' });
    expect([more.h1, more.$('fieldset.question').length]).to.deep.equal(['Dig og hverdagen, og hvorfor du er med', 6]);
  });

  it('is done for one who says no, and forgets what was answered by one who says no afterwards', async () => {
    await answerAll(sara, '5');
    const no = await consent(sara, 'nej');
    expect(no.h1).to.equal('Det er helt i orden');
    const receipt = await sara.press({ page: no, intent: 'send' });
    expect(receipt.h1).to.equal('Det er helt i orden');
    expect(wordsOf(receipt)).to.include('Vi bruger ingen svar fra dig').and.not.to.include('lagt sammen');
    const response = await world.responses.get(sara.of);
    expect(response?.sent).to.deep.equal({ samtykke: 'nej' });
    expect(response?.draft).to.deep.equal({ samtykke: 'nej' });
  });

  it('is not sent from a page that was left open, for one who has said no in another tab since', async () => {
    let page = await consent(sara, 'ja');
    while (page.$(wayOn).length > 0) page = await answer(sara, page, { value: '4', intent: 'next' });
    await consent(await world.arrive(), 'nej');
    const told = await answer(sara, page, { value: '4', intent: 'send' });
    expect(told.h1).to.equal('Det er helt i orden');
    expect((await world.responses.get(sara.of))?.sent).to.equal(null);
    const again = await consent(sara, 'ja');
    expect(again.$('input:checked'), 'what was answered is still there').to.have.length(7);
  });

  it('takes no answers from a page that was left open, for one who has sent a no in another tab', async () => {
    const page = await consent(sara, 'ja');
    await sara.press({ page: await consent(await world.arrive(), 'nej'), intent: 'send' });
    const name = page.$('main input[type="radio"]').attr('name') ?? '';
    const saved = await sara.autosave({ page, fill: { [name]: '4' } });
    expect(saved.status).to.equal(422);
    expect(((await saved.json()) as { message: string }).message).to.match(/^Du har sagt nej på en anden side/);
    expect((await answer(sara, page, { value: '4', intent: 'next' })).h1).to.equal('Det er helt i orden');
    expect((await world.responses.get(sara.of))?.draft).to.deep.equal({ samtykke: 'nej' });
    const yes = await answer(sara, await consent(sara, 'ja'), { value: '4', intent: 'save' });
    expect(yes.$('input:checked').length, 'a change of mind is taken').to.be.above(0);
  });

  it('shows the instructor nothing of fewer than five, and then only sums', async () => {
    for (const subject of ['1', '2', '3', '4']) await answerAll(await other(subject), '2');
    const no = await other('no');
    await no.press({ page: await consent(no, 'nej'), intent: 'send' });
    const ib = await instructor();
    const few = await ib.open(ib.activity);
    expect(wordsOf(few)).to.include('4 har svaret. Når 5 har svaret');
    expect(few.$('.evaluation-question table')).to.have.length(0);
    const file = await ib.open(ib.activity.replace(/aktivitet.*/, 'evaluering.csv'));
    expect(file.$('body').text()).to.match(/^spoergeskema-foer,foer,evner,4,+$/m);
    await answerAll(await other('5'), '5');
    const enough = await ib.open(ib.activity);
    expect(wordsOf(enough)).to.include('5 har svaret · Gennemsnit: 2,60 af 5');
    const full = await ib.open(ib.activity.replace(/aktivitet.*/, 'evaluering.csv'));
    expect(full.$('body').text()).to.match(
      /^survey,wave,question,n,mean,option_1,option_2,option_3,option_4,option_5[,\d_a-z]*\nspoergeskema-foer,foer,evner,5,2.60,0,4,0,0,1,*\n/,
    );
  });

  it('gives participants neither the sums nor the file', async () => {
    expect((await sara.open(sara.activity.replace(/aktivitet.*/, 'evaluering.csv'))).status).to.equal(404);
  });
});
