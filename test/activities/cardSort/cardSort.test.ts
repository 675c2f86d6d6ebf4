import { expect } from 'chai';
import { shippedCourse } from '../../support/shippedCourse.ts';
import type { Course } from '../../../src/content/course.ts';
import { wordsOf, type PageShown } from '../engine/browser.ts';
import { prepWorld, type PrepWorld } from '../engine/world.ts';

const ACTIVITY = 'modul-7-kort';
const MATTERS = ['ro', 'pause'];

describe('a card sort, without scripts', () => {
  let course: Course;
  let world: PrepWorld;
  let sara: Awaited<ReturnType<PrepWorld['arrive']>>;

  before(async () => {
    course = (await shippedCourse()).da;
  });
  beforeEach(async () => {
    world = await prepWorld({ courses: { da: course }, activity: ACTIVITY });
    sara = await world.arrive();
  });
  afterEach(() => world.close());

  const cardsOf = ({ $ }: PageShown) =>
    $('fieldset.pile-card')
      .toArray()
      .map((card) => $(card).find('input').first().attr('name') ?? '');
  /** Every card in a pile but those that are named. */
  const sorted = (page: PageShown, but: string[] = []) =>
    Object.fromEntries(
      cardsOf(page)
        .filter((name) => !but.includes(name))
        .map((name) => [name, MATTERS.includes(name.replace('answer.', '')) ? 'vigtigt' : 'lidt']),
    );
  const send = async () => {
    const cards = await sara.open(sara.activity);
    const thoughts = await sara.press({ page: cards, intent: 'next', fill: sorted(cards) });
    return sara.press({ page: thoughts, intent: 'send', fill: { 'answer.tanker': 'Ro betyder mest' } });
  };

  it('is ten cards with three piles each, one’s thoughts, and the end', async () => {
    const cards = await sara.open(sara.activity);
    expect(cards.h1).to.equal('Læg kortene i bunker');
    expect(cardsOf(cards)).to.have.length(10);
    const first = cards.$('fieldset.pile-card').first();
    expect(first.find('legend').text()).to.equal('At der er ro');
    expect(first.find('label').text().replace(/\s+/g, ' ').trim()).to.equal('VigtigtLidt vigtigtIkke vigtigt');
    const receipt = await send();
    expect(receipt.path).to.equal(`${sara.activity}/kvittering`);
    expect(wordsOf(receipt)).to.include('Ro betyder mest').and.include('Lidt vigtigt');
    const stored = await world.responses.get(sara.of);
    expect(stored).to.include({ kind: 'cardSort' });
    expect(stored?.completedAt).to.be.greaterThan(0);
    expect(stored?.sent).to.include({ ro: 'vigtigt', pause: 'vigtigt', naer: 'lidt' });
  });

  it('is not done before every card is in a pile, and leads to the one that is missing', async () => {
    const cards = await sara.open(sara.activity);
    const thoughts = await sara.press({ page: cards, intent: 'next', fill: sorted(cards, ['answer.loen']) });
    const held = await sara.press({ page: thoughts, intent: 'send' });
    expect(held.status).to.equal(422);
    expect(held.errors).to.deep.equal(['Trin 1, "At jeg tjener mine egne penge": Læg kortet i en bunke.']);
    expect((await world.responses.get(sara.of))?.draft).to.include({ ro: 'vigtigt' });
  });

  it('is read before the webinar, under its own name and beside the preparation', async () => {
    await send();
    const teacher = await world.arrive({ role: 'instructor', person: { subject: '9', name: 'Ib' } });
    const brief = await teacher.open(`${teacher.activity.replace(/\/aktivitet.*/, '')}/webinar/modul-7`);
    expect(brief.status).to.equal(200);
    expect(brief.$('h2, h3').text()).to.include('Hvad er vigtigt for dig i et job?');
    expect(wordsOf(brief)).to.include('Ro betyder mest');
    const answers = await teacher.open(teacher.activity);
    expect(answers.$('#ro-table td').first().text()).to.equal('1');
  });

  it('lets one take along what matters most, and nothing that was put into another pile', async () => {
    await send();
    const home = sara.activity.replace(/\/aktivitet.*/, '');
    const page = await sara.open(`${home}/tag-med`);
    expect(wordsOf(page))
      .to.include('Hvad er vigtigt for dig i et job? Vigtigt')
      .and.include('At der er ro · At jeg kan holde pause, når jeg har brug for det')
      .and.not.include('kort vej hjem');
  });
});
