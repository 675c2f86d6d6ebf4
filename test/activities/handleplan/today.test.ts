import { expect } from 'chai';
import { planToday } from '../../../src/activities/handleplan/index.ts';
import type { ActivityResponse } from '../../../src/responses/responses.ts';

function madeWith(draft: ActivityResponse['draft']): ActivityResponse {
  return {
    room: 'r',
    person: 'p',
    activity: 'modul-1-handleplan',
    id: 'x',
    kind: 'handleplan',
    contentVersion: 'v1',
    draft: { hvad: 'Gå en tur', 'antal-dage': '3', tro: '8', uge: '2026-10-19', ...draft },
    other: {},
    writers: {},
    turns: {},
    agreements: {},
    sent: { laeser: 'mig' },
    step: 'uge',
    startedAt: 1,
    savedAt: 1,
    completedAt: 1,
    lastSentAt: 1,
    reports: [],
    due: 0,
  };
}

function at(time: string, draft: ActivityResponse['draft'] = {}) {
  return planToday({ own: [madeWith(draft)], room: 'r', now: Date.parse(time) });
}

describe('the plan on the front page', () => {
  it('ticks the day it is in Denmark, on the night that is an hour longer', () => {
    expect(at('2026-10-24T21:59:59Z')?.tick?.name).to.equal('answer.dag-6');
    expect(at('2026-10-24T22:00:00Z')?.tick?.name).to.equal('answer.dag-7');
    expect(at('2026-10-25T22:59:59Z')?.tick?.name).to.equal('answer.dag-7');
    expect(at('2026-10-25T23:00:00Z')?.kind).to.equal('close');
  });

  it('says that today is ticked, and offers no second press', () => {
    expect(at('2026-10-20T10:00Z', { 'dag-2': ['ja'] })).to.deep.include({ isTicked: true, done: 1, tick: undefined });
  });

  it('is silent before the week, once the week is closed, and when it is long past', () => {
    expect(at('2026-10-18T10:00Z')).to.equal(undefined);
    expect(at('2026-10-27T10:00Z', { gik: 'delvist' })).to.equal(undefined);
    expect(at('2026-11-27T10:00Z')).to.equal(undefined);
  });

  it('leads to several tasks, and ticks a single one', () => {
    const tasks = { form: 'opgaver', 'opgave-1': 'Ringe', 'opgave-2': 'Skrive' };
    expect(at('2026-10-20T10:00Z', tasks)).to.deep.include({ what: 'Ringe · Skrive', tick: undefined });
    const one = at('2026-10-20T10:00Z', { ...tasks, 'opgave-2': '' });
    expect(one?.tick?.name).to.equal('answer.klaret-1');
  });
});
