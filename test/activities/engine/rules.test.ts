import { expect } from 'chai';
import { faultsIn, isStepDone, resumeAt, stepAfter, stepAt } from '../../../src/activities/engine/rules.ts';
import { answerTo } from '../../../src/forms/answers.ts';
import { feel, preparation, sure, want, way } from './course.ts';

describe('the rules of a preparation', () => {
  it('know a step by its number', () => {
    expect(stepAt(preparation, '1')).to.equal(0);
    expect(stepAt(preparation, '2')).to.equal(1);
    for (const wrong of ['0', '3', '-1', '1.5', '01', 'begynd', '', '1e0']) {
      expect(stepAt(preparation, wrong), wrong).to.equal(undefined);
    }
  });

  it('go on where one left, or at the first step where that is gone', () => {
    expect(resumeAt(preparation, 'slut')).to.equal(1);
    expect(resumeAt(preparation, 'fjernet')).to.equal(0);
    expect(resumeAt(preparation, undefined)).to.equal(0);
  });

  it('never lead outside the activity', () => {
    expect(stepAfter(preparation, 0, { intent: 'next', answers: {} })).to.equal(1);
    expect(stepAfter(preparation, 1, { intent: 'next', answers: {} })).to.equal(1);
    expect(stepAfter(preparation, 1, { intent: 'back', answers: {} })).to.equal(0);
    expect(stepAfter(preparation, 0, { intent: 'back', answers: {} })).to.equal(0);
    expect(stepAfter(preparation, 1, { intent: 'save', answers: {} })).to.equal(1);
  });

  it('hold up what is missing or too long, over all steps', () => {
    expect([...faultsIn(preparation, {})]).to.deep.equal([
      ['tanker', { cause: 'missing' }],
      ['tro', { cause: 'missing' }],
    ]);
    expect([...faultsIn(preparation, { tanker: 'x'.repeat(51), tro: '3' })]).to.deep.equal([
      ['tanker', { cause: 'too-long', length: 51 }],
    ]);
    expect([...faultsIn(preparation, { tanker: 'ro', tro: '3' })]).to.deep.equal([]);
  });

  it('do not count an answer whose option the content no longer has', () => {
    expect(faultsIn(preparation, { tanker: 'ro', tro: '7' }).has('tro')).to.equal(true);
    expect(answerTo(want, { emner: ['stress', 'fjernet'] })).to.deep.equal(['stress']);
  });

  it('read an answer of another kind as none', () => {
    expect(answerTo(feel, { tanker: ['a'] })).to.equal('');
    expect(answerTo(want, { emner: 'stress' })).to.deep.equal([]);
    expect(answerTo(way, { vej: ['tale'] })).to.equal('');
    expect(answerTo(sure, {})).to.equal('');
  });

  it('call a step done when nothing is missing in it', () => {
    expect(preparation.steps.map((step) => isStepDone(step, { tanker: 'ro' }))).to.deep.equal([true, false]);
  });
});
