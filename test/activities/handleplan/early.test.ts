import { expect } from 'chai';
import { wordsOf } from '../engine/browser.ts';
import { DAY, makePlan, planWorld, type PlanWorld, type Visitor } from './world.ts';

describe('a plan whose week has not begun', () => {
  let world: PlanWorld;
  let sara: Visitor;
  beforeEach(async () => {
    world = await planWorld();
    sara = await world.arrive();
  });
  afterEach(() => world.close());

  it('leads to the week that is now, and asks nobody to close a week that has not begun', async () => {
    const begin = await sara.open(`${sara.plan}/trin/begynd`);
    await sara.press({ page: begin, intent: 'save', fill: { 'answer.uge': '2026-11-30' } });
    const ahead = await makePlan(sara);
    expect(wordsOf(ahead)).to.include('Ret planen').and.not.include('Afslut ugen');
    expect(ahead.$('main .button-primary').text()).to.equal('Til min uge');
    world.pass(6 * DAY);
    sara = await world.arrive();
    const begun = await sara.open(sara.plan);
    expect(wordsOf(begun)).to.include('Afslut ugen');
    expect(begun.$('main .button-primary').text()).to.equal('Ja, jeg gjorde det i dag');
  });

  it('takes no tick before its week has begun, and counts none', async () => {
    const next = await sara.press({
      page: await sara.open(`${sara.plan}/trin/begynd`),
      intent: 'save',
      fill: { 'answer.uge': '2026-11-30' },
    });
    expect(next.status).to.equal(200);
    const week = await makePlan(sara);
    expect(wordsOf(week)).to.include('Din plan begynder mandag 30. november').and.include('0 af 3 dage er klaret');
    expect(week.$('[name^="answer.dag-"]').length).to.equal(7);
    expect(week.$('[name^="answer.dag-"]:not([disabled])').length).to.equal(0);
    const fill = { 'answer.dag-6': 'ja', 'answer.kommentar-dag-6': 'Jeg glæder mig' };
    const posted = await sara.press({ page: week, intent: 'save', fill });
    expect(wordsOf(posted)).to.include('0 af 3 dage er klaret').and.include('Jeg glæder mig');
    const saved = await sara.autosave({ page: posted, fill: { 'answer.dag-6': 'ja' } });
    expect(saved.status).to.equal(200);
    expect((await world.responses.get(sara.of))?.draft['dag-6'] ?? []).to.deep.equal([]);
    world.pass(6 * DAY);
    sara = await world.arrive();
    await sara.press({ page: await sara.open(sara.plan), intent: 'save', fill: { 'answer.dag-1': 'ja' } });
    expect(wordsOf(await sara.open(sara.plan))).to.include('1 af 3 dage er klaret');
  });
});
