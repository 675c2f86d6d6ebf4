import { expect } from 'chai';
import { leastWeeks, runningOf, standingOf, type StandingInput } from '../../../src/features/classOverview/standing.ts';

function at(day: string) {
  return Date.parse(`${day}T12:00:00Z`);
}

/** Eight weeks from Monday 7 September 2026; in its fifth week; seen yesterday, with two weeks sent. */
function someone(change: Partial<StandingInput> = {}) {
  return standingOf({
    weeksSent: 2,
    least: leastWeeks(8),
    lastSeen: at('2026-10-06'),
    running: runningOf('2026-09-07', 8),
    now: at('2026-10-07'),
    ...change,
  });
}

describe('where someone stands on the course', () => {
  it('takes three weeks of four to complete', () => {
    expect([1, 4, 7, 8].map(leastWeeks)).to.deep.equal([1, 3, 6, 6]);
  });

  it('is under way, until the weeks are sent', () => {
    expect(someone()).to.equal('underWay');
    expect(someone({ weeksSent: 5 })).to.equal('underWay');
    expect(someone({ weeksSent: 6 })).to.equal('completed');
  });

  it('has dropped out on the twenty-first day without a sign, not on the twentieth', () => {
    expect(someone({ lastSeen: at('2026-09-17') })).to.equal('underWay');
    expect(someone({ lastSeen: at('2026-09-16') })).to.equal('away');
  });

  it('has not dropped out who has completed, nor before the course has run three weeks', () => {
    expect(someone({ weeksSent: 6, lastSeen: at('2026-09-08') })).to.equal('completed');
    expect(someone({ lastSeen: at('2026-07-01'), now: at('2026-09-27') })).to.equal('underWay');
    expect(someone({ lastSeen: at('2026-07-01'), now: at('2026-09-28') })).to.equal('away');
  });

  it('counts no day after the course has ended', () => {
    const now = at('2027-03-01');
    expect(someone({ lastSeen: at('2026-10-12'), now })).to.equal('unfinished');
    expect(someone({ lastSeen: at('2026-10-11'), now })).to.equal('away');
    expect(someone({ lastSeen: at('2027-02-01'), now })).to.equal('unfinished');
  });

  it('has not begun who has never been here', () => {
    expect(someone({ lastSeen: 0, now: at('2026-09-10') })).to.equal('notStarted');
    expect(someone({ lastSeen: 0 })).to.equal('away');
  });

  it('is never away in a class without a start date', () => {
    expect(someone({ running: runningOf('', 8), lastSeen: at('2026-01-01') })).to.equal('underWay');
  });

  it('completes nobody by a course without preparation', () => {
    expect(someone({ least: leastWeeks(0), weeksSent: 0 })).to.equal('underWay');
  });
});
