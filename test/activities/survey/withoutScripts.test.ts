import { expect } from 'chai';
import type { Course } from '../../../src/content/course.ts';
import { knownInstrument } from '../../../src/activities/survey/instruments.ts';
import { surveyOf } from '../../../src/activities/survey/parts.ts';
import { consentSchema, surveySchema, wordingSchema } from '../../../src/activities/survey/schema.ts';
import { answersAlike } from '../../support/answersAlike.ts';
import { shippedCourse } from '../../support/shippedCourse.ts';
import { wordsOf, type PageShown } from '../engine/browser.ts';
import { prepWorld, type PrepWorld } from '../engine/world.ts';
import { wayOn } from '../../support/wayOn.ts';

/** WHO-5 with words of the test's own, as a course has it that has got them, and as the last of the survey. */
function askingWellBeing(course: Course): Course {
  const words = {
    title: 'Trivsel',
    ask: 'De sidste to uger',
    labels: ['0', '1', '2', '3', '4', '5'].map((n) => `nr. ${n}`),
  };
  const wellBeing = knownInstrument(
    wordingSchema.parse({ known: 'who-5', minutes: 1, ...words, items: ['a', 'b', 'c', 'd', 'e'] }),
    'da',
  );
  const consent = consentSchema.parse({
    ...{ title: 'Vil du svare?', minutes: 1, text: 'x.md', ask: 'Vil du?', yes: 'Ja', no: 'Nej' },
    declined: { title: 'I orden', text: 'y.md' },
  });
  const entry = surveySchema.parse({
    ...{ kind: 'survey', id: 'spoergeskema-foer', wave: 'foer', title: 'Før', intro: 'Kort.' },
    ...{ consent: 'x.yaml', instruments: [{ known: 'who-5', file: 'who-5.yaml' }] },
  });
  const survey = surveyOf(entry, {
    consent: { entry: consent, html: '<p>Kort.</p>', declinedHtml: '<p>Fint.</p>' },
    ...{ instruments: wellBeing ? [wellBeing] : [], withoutWording: [], language: 'da' as const },
  });
  return { ...course, surveys: (course.surveys ?? []).map((one) => (one.id === survey.id ? survey : one)) };
}

describe('a survey without scripts', () => {
  let world: PrepWorld;
  let sara: Awaited<ReturnType<PrepWorld['arrive']>>;

  beforeEach(async () => {
    const courses = { da: askingWellBeing((await shippedCourse()).da) };
    world = await prepWorld({ courses, activity: 'spoergeskema-foer' });
    sara = await world.arrive();
  });
  afterEach(() => world.close());

  const press = (page: PageShown, intent: string, fill: Record<string, string>) => sara.press({ page, intent, fill });
  const wellBeing = async (value: string) => {
    const asked = await press(await sara.open(`${sara.activity}/trin/1`), 'next', { 'answer.samtykke': 'ja' });
    const intent = asked.$(wayOn).length > 0 ? 'next' : 'send';
    return press(
      asked,
      intent,
      answersAlike(asked.$, () => value),
    );
  };

  it('shows a low score at once whom to talk to, kindly, and that nobody reads it now', async () => {
    const help = await wellBeing('1');
    expect([help.status, help.h1]).to.deep.equal([200, 'Tak, fordi du svarer ærligt']);
    expect(wordsOf(help))
      .to.include('Ingen læser dine svar nu.')
      .and.include('Tal med din læge eller med en, du stoler på.')
      .and.include('Du behøver ikke klare det alene.');
    expect(help.$('main a[href^="tel:"]').length, 'numbers to call').to.be.greaterThan(0);
    expect((await press(help, 'send', {})).h1).to.equal('Tak for dine svar');
  });

  it('shows a good score no such page', async () => {
    const after = await wellBeing('4');
    const end = after.$('#activity').length > 0 ? await press(after, 'send', {}) : after;
    expect(end.h1).to.equal('Tak for dine svar');
    expect(wordsOf(after)).not.to.include('Ingen læser dine svar nu.');
  });

  it('asks for a follow-up of those it is meant for, takes whole numbers in bounds, and sends nobody else’s', async () => {
    const later = sara.activity.replace('spoergeskema-foer', 'spoergeskema-3-maaneder');
    let page = await press(await sara.open(`${later}/trin/1`), 'next', { 'answer.samtykke': 'ja' });
    while (page.h1 !== 'Siden kurset')
      page = await press(
        page,
        'next',
        answersAlike(page.$, () => '3'),
      );
    expect(wordsOf(page)).to.include('Kun hvis du svarede');
    const works = { 'answer.nu-i-gang': 'job' };
    for (const hours of ['', '61', '3,5', 'mange'])
      expect((await press(page, 'next', { ...works, 'answer.timer': hours })).status, hours).to.equal(422);
    const of = { ...sara.of, activity: 'spoergeskema-3-maaneder' };
    const nothing = { 'answer.nu-i-gang': 'intet', 'answer.timer': '12', 'answer.bruger-endnu': 'dagbog' };
    page = await press(page, 'next', nothing);
    while (page.h1 !== 'Tak for dine svar') {
      const isLast = page.$('button[value="send"]').length > 0;
      page = await press(
        page,
        isLast ? 'send' : 'next',
        answersAlike(page.$, () => '3'),
      );
    }
    const sent = (await world.responses.get(of))?.sent;
    expect(sent).to.deep.include({ 'nu-i-gang': 'intet', 'bruger-endnu': ['dagbog'] });
    expect(sent).not.to.have.property('timer');
  });
});
