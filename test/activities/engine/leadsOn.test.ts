import { expect } from 'chai';
import type { Course, Question } from '../../../src/content/course.ts';
import type { PageShown } from './browser.ts';
import { course as small, feel, preparation, way, want } from './course.ts';
import { prepWorld, type PrepWorld } from './world.ts';

const feeling: Question = { ...feel, required: false };
const leading: Question = { ...way, leadsOn: true };
const needed: Question = { ...leading, id: 'valg', required: true };

/** Three pages: one may leave the first choice open, the second decides, the third is the last. */
const course: Course = {
  ...small,
  modules: small.modules.map((module) => ({
    ...module,
    activities: [
      {
        ...preparation,
        steps: [
          { ...preparation.steps[0], id: 'et', title: 'Et', questions: [feeling, leading] },
          { ...preparation.steps[0], id: 'to', title: 'To', questions: [needed], isFork: true },
          { ...preparation.steps[1], id: 'tre', title: 'Tre', questions: [want] },
        ],
      },
    ],
  })) as Course['modules'],
};

describe('a choice whose options are buttons, without scripts', () => {
  let world: PrepWorld;
  let sara: Awaited<ReturnType<PrepWorld['arrive']>>;
  let first: PageShown;

  beforeEach(async () => {
    world = await prepWorld({ courses: { da: course } });
    sara = await world.arrive();
    first = await sara.open(`${sara.activity}/trin/1`);
  });
  afterEach(() => world.close());

  const draft = async () => (await world.responses.get(sara.of))?.draft;
  const chosenOn = ({ $ }: PageShown) => $('button[aria-current=true]').toArray().map((one) => $(one).attr('data-value')); // prettier-ignore

  it('takes one press for the answer and the next page, and keeps what was written above it', async () => {
    const fill = { 'answer.tanker': 'Regn', 'answer.vej': 'tale' };
    const second = await sara.press({ page: first, pressesAnswer: true, fill });
    expect([second.status, second.h1]).to.deep.equal([200, 'To']);
    expect(await draft()).to.include({ tanker: 'Regn', vej: 'tale' });
  });

  it('is a group with its question as name, each button with its words', () => {
    const group = first.$('fieldset:has(button)');
    const radios = group.find('.without-script input[type=radio]').toArray();
    expect(radios.map((one) => first.$(one).attr('name'))).to.deep.equal(radios.map(() => 'answer.vej'));
    expect(radios).to.have.length.above(1);
    expect(group.find('legend').text()).to.include('Hvordan vil du helst være med?');
    const [one] = group.find('button').toArray();
    expect([first.$(one).text().trim(), first.$(one).attr('type'), first.$(one).attr('data-answer')]).to.deep.equal([
      'Lytte',
      'submit',
      'answer.vej',
    ]);
    expect(first.$(one).attr()).to.include({ name: 'intent', value: 'next' });
    expect(group.find('input:checked, [aria-current]')).to.have.length(0);
  });

  it('says what a press does: more where scripts run', () => {
    const said = (where: string) => first.$(`fieldset:has(button) .form-hint ${where}`).text();
    expect(said('.by-script')).to.equal('Tryk på dit svar. Så går du videre.');
    expect(said('.without-script')).to.equal('Vælg ét svar.');
  });

  it('saves at Enter in another field, for the first answer is not what one meant', () => {
    const [enter] = first.$('#activity :is(button, input)[type=submit]').toArray();
    expect(first.$(enter).is('[name=intent][value=save]:not([disabled])')).to.equal(true);
  });

  it('shows what was chosen when one comes back, leaves it at every other press, and takes another', async () => {
    const second = await sara.press({ page: first, pressesAnswer: true, fill: { 'answer.vej': 'tale' } });
    const back = await sara.press({ page: second, intent: 'back' });
    expect(chosenOn(back)).to.deep.equal(['tale']);
    expect(back.$('button[aria-current=true]').text()).to.include('Valgt');
    await sara.autosave({ page: back, fill: { 'answer.tanker': 'Sol' } });
    expect(await draft()).to.include({ tanker: 'Sol', vej: 'tale' });
    expect((await sara.press({ page: back, intent: 'next' })).h1).to.equal('To');
    expect(await draft()).to.include({ vej: 'tale' });
    await sara.press({ page: back, pressesAnswer: true, fill: { 'answer.vej': 'lytte' } });
    expect(await draft()).to.include({ vej: 'lytte' });
  });

  it('may be skipped where no answer is needed, and has no other way on where one is', async () => {
    const ways = ({ $ }: PageShown) => $('.actions button:not(noscript *, .without-script)').toArray().map((one) => $(one).text().trim()); // prettier-ignore
    expect(ways(first)).to.deep.equal(['Næste']);
    const second = await sara.press({ page: first, intent: 'next' });
    expect(ways(second)).to.deep.equal(['Tilbage']);
    const held = await sara.press({ page: second, intent: 'next' });
    expect([held.status, held.errors.length]).to.deep.equal([422, 1]);
    const third = await sara.press({ page: held, pressesAnswer: true, fill: { 'answer.valg': 'tale' } });
    expect(third.h1).to.equal('Tre');
  });

  it('refuses an answer that is not offered', async () => {
    const answer = await sara.press({ page: first, pressesAnswer: true, fill: { 'answer.vej': 'flyve' } });
    expect(answer.status).to.equal(422);
    expect(await draft()).not.to.have.property('vej');
  });
});
