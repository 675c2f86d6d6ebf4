import { expect } from 'chai';
import fc from 'fast-check';
import type { Answers } from '../../../src/domain/answers.ts';
import { planOf } from '../../../src/activities/handleplan/plan/plan.ts';
import { planQuestions } from '../../../src/activities/handleplan/making/questions.ts';
import { sharedFollowUp, sharedPlan } from '../../../src/activities/handleplan/plan/sharing.ts';
import { makingSteps, stepAfter, type PlanStep } from '../../../src/activities/handleplan/making/steps.ts';
import { blockingFaults } from '../../../src/forms/faults.ts';
import { parsePosted } from '../../../src/forms/posted.ts';
import { mergeDraft } from '../../../src/responses/merge.ts';

function questionsAfter(draft: Answers) {
  return planQuestions({
    plan: planOf(draft),
    weeks: ['2026-11-23'],
    likelyWeek: '2026-11-23',
    ideas: [{ id: 'mindre', label: 'Gør den mindre' }],
    reader: 'instruktoer',
    likelyForm: 'dage',
    language: 'da',
    today: '2026-11-24',
  });
}
const questions = questionsAfter({});
const names = fc.constantFrom(
  ...questions.map(({ id }) => `answer.${id}`),
  'answer.ukendt',
  'base',
  'page',
  'intent',
  '_csrf',
);
const given = fc.oneof(
  fc.string(),
  fc.array(fc.string()),
  fc.constantFrom('ja', '7', 'dage', 'instruktoer'),
  fc.anything(),
);
const bodies = fc.dictionary(names, given, { noNullPrototype: false });

describe('any form of a plan', () => {
  it('is read without failing, and every text in it is saved, faulted or shown back', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const form = parsePosted(body, questions);
        const { draft } = mergeDraft({ draft: {}, other: {}, writers: {}, turns: {} }, form.fields);
        expect(makingSteps(planOf(draft)).length).to.be.within(2, 3);
        blockingFaults(questionsAfter(draft), draft);
        for (const field of questions.filter(({ kind }) => kind === 'text')) {
          const value = Object.hasOwn(body, `answer.${field.id}`) ? body[`answer.${field.id}`] : undefined;
          const text = typeof value === 'string' ? value.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').trim() : '';
          if (text !== '') expect(draft[field.id]).to.equal(text);
        }
      }),
    );
  });

  it('leads on to the end from every step, however sure one is', () => {
    for (const tro of ['', '0', '6', '7', '10']) {
      let step: PlanStep = 'begynd';
      for (let presses = 0; presses < 5; presses += 1) step = stepAfter(step, 'next', planOf({ tro }));
      expect(step).to.equal(tro === '0' || tro === '6' ? 'lettere' : 'plan');
      for (let presses = 0; presses < 5; presses += 1) step = stepAfter(step, 'back', planOf({ tro }));
      expect(step).to.equal('begynd');
    }
  });
});

describe('what others may read of a plan', () => {
  const plan = { hvad: 'Gå', laeser: 'instruktoer', 'dag-1': ['ja'] };

  it('is all of it or nothing', () => {
    expect(sharedPlan(plan)).to.deep.equal(plan);
    expect(sharedPlan({ ...plan, laeser: 'mig' })).to.deep.equal({ laeser: 'mig' });
    expect(sharedPlan({ hvad: 'Gå' })).to.deep.equal({ laeser: 'mig' });
  });

  it('takes ticks along, but no change of the plan that is not sent', () => {
    const draft = { ...plan, hvad: 'Løbe', 'dag-2': ['ja'] };
    expect(sharedFollowUp(draft, plan)).to.deep.equal({ ...plan, 'dag-2': ['ja'] });
  });

  it('is never opened by a tick, and is closed at once', () => {
    expect(sharedFollowUp(plan, { laeser: 'mig' })).to.deep.equal({ laeser: 'mig' });
    expect(sharedFollowUp({ ...plan, laeser: 'mig' }, plan)).to.deep.equal({ laeser: 'mig' });
  });
});
