import { expect } from 'chai';
import type { Course } from '../../../src/content/course.ts';
import { shippedCourse } from '../../support/shippedCourse.ts';
import { wordsOf, type PageShown } from '../engine/browser.ts';
import { prepWorld, type PrepWorld } from '../engine/world.ts';

describe('meeting a digital co-participant, without scripts', () => {
  let course: Course;
  let world: PrepWorld;
  let sara: Awaited<ReturnType<PrepWorld['arrive']>>;

  before(async () => {
    course = (await shippedCourse()).da;
  });
  beforeEach(async () => {
    world = await prepWorld({ courses: { da: course }, activity: 'modul-1-medkursister' });
    sara = await world.arrive();
  });
  afterEach(() => world.close());

  const next = (page: PageShown, fill: Record<string, string> = {}) => sara.press({ page, intent: 'next', fill });
  const meet = async (whom: string) => next(await sara.open(sara.activity), { 'answer.hvem': whom });
  const presses = ({ $ }: PageShown) =>
    $('#activity button:not(.for-enter, .without-script)')
      .toArray()
      .map((button) => $(button).attr('data-answer'));

  it('goes by one’s own choice to its consequence, how it went and one’s own thoughts, on one page', async () => {
    const first = await meet('lone');
    expect(first.h1).to.equal('Morgenen hos Lone');
    expect(wordsOf(first)).to.include('Personen er opdigtet');
    expect(first.$('img.scene').attr('alt')).to.include('Lone');
    expect(first.$('h2').text()).to.include('De tre beskeder');
    const wayOut = await next(first, { 'answer.lone-valg': 'ringe' });
    expect(wayOut.h1).to.equal('Hun ringer til sin søster');
    expect(wordsOf(wayOut))
      .to.include('Trin 3 af 3')
      .and.include('Søsteren siger')
      .and.not.include('lægger telefonen i en skuffe');
    expect(wayOut.$('main h2').first().text()).to.equal('Sådan gik det for Lone');
    expect(wayOut.$('img.scene')).to.have.length(1);
    const thoughts = { 'answer.lone-kender': '3', 'answer.lone-raad': 'Du er ikke alene' };
    const receipt = await sara.press({ page: wayOut, intent: 'send', fill: thoughts });
    expect(receipt.path).to.equal(`${sara.activity}/kvittering`);
    expect(wordsOf(receipt)).to.include('Du er ikke alene').and.include('3: Ret godt');
    expect((await world.responses.get(sara.of))?.completedAt).to.be.greaterThan(0);
  });

  it('tells the longest way from the first step on, and the true one once it is known', async () => {
    const first = await sara.open(sara.activity);
    const bars = (page: PageShown) => page.$('.progress-bar span').length;
    const [, most] = /Trin 1 af højst (\d)/.exec(wordsOf(first)) ?? [];
    expect(Number(most)).to.equal(bars(first));
    const choice = await meet('kasper');
    expect(wordsOf(choice)).to.include(`Trin 2 af ${most}`);
    expect(choice.$('.progress-bar .done, .progress-bar .current')).to.have.length(2);
  });

  it('asks for a choice where the way parts, and only there', async () => {
    const first = await sara.open(sara.activity);
    expect(presses(first), 'one for each of the six, and none that goes on without').to.deep.equal(
      Array.from({ length: 6 }, () => 'answer.hvem'),
    );
    const held = await next(first);
    expect(held.status).to.equal(422);
    expect(held.errors).to.have.length(1);
    expect((await sara.press({ page: first, intent: 'save' })).status).to.equal(200);
    const choice = await meet('kasper');
    expect((await next(choice)).status).to.equal(422);
    expect((await sara.press({ page: choice, intent: 'back' })).h1).to.equal('Hvem vil du møde?');
  });

  it('takes a press for whom to meet, and one for what one would do', async () => {
    const page = await sara.open(sara.activity);
    const story = await sara.press({ page, pressesAnswer: true, fill: { 'answer.hvem': 'lone' } });
    expect(story.h1).to.equal('Morgenen hos Lone');
    const end = await sara.press({ page: story, pressesAnswer: true, fill: { 'answer.lone-valg': 'aabne' } });
    expect(end.h1).to.equal('Hun åbner den');
  });

  it('lets one go to another, keeps what was written, and shows it all on the receipt', async () => {
    const thoughts = await next(await meet('lone'), { 'answer.lone-valg': 'aabne' });
    const fill = { 'answer.lone-raad': 'Pas på dig selv' };
    const again = await sara.press({ page: thoughts, intent: 'back', button: 'Mød en anden', fill });
    expect(again.path).to.equal(`${sara.activity}/trin/1`);
    const choice = await next(again, { 'answer.hvem': 'bent' });
    const end = await next(choice, { 'answer.bent-valg': 'ja' });
    expect(end.h1).to.equal('Han ser på stolen');
    const receipt = await sara.press({ page: end, intent: 'send' });
    expect(wordsOf(receipt)).to.include('Pas på dig selv').and.include('Sige ja og se på stolen nu');
  });

  it('leads an old link to a way not taken back to where one is', async () => {
    const here = await meet('sofie');
    expect((await sara.open(`${sara.activity}/trin/3`)).path).to.equal(here.path);
  });

  it('is done with one of them, and not with none', async () => {
    const page = await sara.open(sara.activity);
    expect((await sara.press({ page, intent: 'send' })).status).to.equal(422);
    expect((await world.responses.get(sara.of))?.completedAt).to.equal(0);
  });
});
