import { expect } from 'chai';
import { wordsOf } from '../engine/browser.ts';
import { DAY, makePlan, planWorld, type PlanWorld, type Visitor } from './world.ts';

describe('a plan that is kind, without scripts', () => {
  let world: PlanWorld;
  let sara: Visitor;
  beforeEach(async () => {
    world = await planWorld();
    sara = await world.arrive();
  });
  afterEach(() => world.close());

  /** At the step for a person who is not very sure of a plan. */
  const inDoubt = async (fill: Record<string, string>) => {
    const plan = await sara.open(`${sara.plan}/trin/plan`);
    const written = { 'answer.hvad': 'Jeg går en tur', 'answer.tro': '4', ...fill };
    const doubt = await sara.press({ page: plan, intent: 'send', fill: written });
    expect(doubt.path).to.equal(`${sara.plan}/trin/lettere`);
    expect(wordsOf(doubt), 'the card').to.include('Jeg går en tur');
    return doubt;
  };
  const ways = ({ $ }: Awaited<ReturnType<typeof inDoubt>>) =>
    $('.plan-easier button')
      .toArray()
      .map((button) => [$(button).text().trim(), $(button).attr('formaction') ?? '']);
  const pressWay = async (page: Awaited<ReturnType<typeof inDoubt>>, label: string) => {
    const [, action = ''] = ways(page).find(([text]) => text === label) ?? [];
    page.$('#activity').attr('action', action);
    return sara.press({ page, intent: 'send' });
  };

  it('is halved in one press', async () => {
    const doubt = await inDoubt({ 'answer.hvor-meget': '20 minutter', 'answer.antal-dage': '5' });
    expect(ways(doubt).map(([label]) => label)).to.deep.equal(['Halvt så meget', 'Færre dage', 'Lad den være']);
    expect(doubt.$('details [name="answer.hindring"]'), 'the long way is behind a press').to.have.length(1);
    const last = await pressWay(doubt, 'Halvt så meget');
    expect(last.path).to.equal(`${sara.plan}/trin/uge?lavet`);
    expect(wordsOf(last)).to.include('10 minutter').and.include('5 dage i ugen');
  });

  it('gets fewer days in one press, or stays as it is', async () => {
    const doubt = await inDoubt({ 'answer.hvor-meget': '20 minutter', 'answer.antal-dage': '5' });
    expect(wordsOf(await pressWay(doubt, 'Færre dage')))
      .to.include('20 minutter')
      .and.include('3 dage i ugen');
    const again = await sara.open(`${sara.plan}/trin/lettere`);
    expect(wordsOf(await pressWay(again, 'Lad den være')))
      .to.include('20 minutter')
      .and.include('3 dage i ugen');
  });

  it('is halved in words where it holds no number, and in tasks by leaving some out', async () => {
    const doubt = await inDoubt({ 'answer.hvor-meget': 'hele haven', 'answer.antal-dage': '1' });
    expect(ways(doubt).map(([label]) => label)).to.deep.equal(['Halvt så meget', 'Lad den være']);
    expect(wordsOf(await pressWay(doubt, 'Halvt så meget'))).to.include('Halvt så meget: hele haven');
    const begin = await sara.open(`${sara.plan}/trin/begynd`);
    const tasks = await sara.press({ page: begin, intent: 'next', fill: { 'answer.form': 'opgaver' } });
    const fill = { 'answer.opgave-1': 'Ringe', 'answer.opgave-2': 'Skrive', 'answer.opgave-3': 'Gå' };
    await sara.press({ page: tasks, intent: 'send', fill });
    const card = wordsOf(await pressWay(await sara.open(`${sara.plan}/trin/lettere`), 'Halvt så meget'));
    expect(card).to.include('Skrive').and.not.include('Gå');
  });

  it('asks for what is missing where it is missing, and keeps the rest', async () => {
    const plan = await sara.open(`${sara.plan}/trin/plan`);
    const held = await sara.press({ page: plan, intent: 'send', fill: { 'answer.hvor-meget': '10 minutter' } });
    expect([held.status, held.errors.length]).to.deep.equal([422, 3]);
    expect(held.$('[name="answer.hvor-meget"]').val()).to.equal('10 minutter');
    expect((await sara.press({ page: held, intent: 'back' })).path).to.equal(`${sara.plan}/trin/begynd`);
  });

  it('is closed in two presses, keeps one sentence, and asks no more', async () => {
    await makePlan(sara, { 'answer.hvad': 'Jeg går en tur' });
    await sara.press({ page: await sara.open(sara.plan), intent: 'save', fill: { 'answer.dag-2': 'ja' } });
    const how = await sara.open(`${sara.plan}/trin/gik`);
    const fill = { 'answer.gik': 'ikke', 'answer.gik-tekst': 'Det skal ligge om morgenen' };
    const closed = await sara.press({ page: how, intent: 'send', fill });
    expect(closed.path).to.equal(`${sara.plan}/trin/uge?gemt`);
    expect(wordsOf(closed))
      .to.include('Denne uge blev det ikke til noget')
      .and.include('Du satte 1 kryds. Det tæller.')
      .and.include('Det skal ligge om morgenen');
    expect(closed.$('a[href$="/ideer"]').text(), 'the class may have an idea').to.equal('Spørg holdet om idéer');
    expect(closed.$('#today-form'), 'no press for today').to.have.length(0);
    expect(closed.$('main .button-primary').first().text()).to.equal('Fortsæt med samme plan');
    expect(wordsOf(await sara.open(`${sara.home}/`)), 'nor on the front page').not.to.include(
      'Ja, jeg gjorde det i dag',
    );
  });

  it('shows the seven days in a row, and none before the plan was made as one that was missed', async () => {
    world.pass(2 * DAY);
    const later = await world.arrive();
    const week = await makePlan(later);
    expect(week.$('.days input[type=checkbox]')).to.have.length(7);
    expect(week.$('.days .day--today label').text()).to.include('torsdag 26. november').and.include('to');
    expect(week.$('.days .day--before')).to.have.length(3);
    expect(week.$('.day-comments textarea')).to.have.length(7);
    expect(wordsOf(week)).to.include('Din plan er gemt');
    const ticked = await later.press({ page: week, intent: 'save', fill: { 'answer.dag-4': 'ja' } });
    expect(wordsOf(ticked)).not.to.include('Din plan er gemt');
  });
});
