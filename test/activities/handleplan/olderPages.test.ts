import { expect } from 'chai';
import type { DraftChange } from '../../../src/responses/responses.ts';
import { planWorld, type PlanWorld, type Visitor } from './world.ts';

describe('a plan begun on pages that are part of another now, without scripts', () => {
  let world: PlanWorld;
  let sara: Visitor;
  beforeEach(async () => {
    world = await planWorld();
    sara = await world.arrive();
  });
  afterEach(() => world.close());

  it('is gone on with by whoever had such a page open, or had stopped there', async () => {
    for (const step of ['tro', 'slut']) {
      const old = await sara.open(`${sara.plan}/trin/${step}`);
      expect([old.status, old.h1]).to.deep.equal([200, 'Lav din plan']);
      old.$('#activity').attr('action', `${sara.plan}/trin/${step}`);
      const fill = { 'answer.hvad': `Gå, ${step}`, 'answer.antal-dage': '2', 'answer.tro': '9' };
      expect((await sara.press({ page: old, intent: 'save', fill })).h1).to.equal('Lav din plan');
      expect((await world.responses.get(sara.of))?.draft['hvad']).to.equal(`Gå, ${step}`);
    }
    const stopped = {
      kind: 'handleplan' as const,
      contentVersion: 'v1',
      step: 'tro',
      fields: [],
      dropped: [],
    } satisfies DraftChange;
    await world.responses.saveDraft(sara.of, stopped);
    expect((await sara.open(sara.plan)).path).to.equal(`${sara.plan}/trin/plan`);
  });
});
