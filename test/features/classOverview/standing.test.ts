import { expect } from 'chai';
import { leastOf, usualRule } from '../../../src/domain/courseRule.ts';
import {
  leastWebinars,
  runningOf,
  standingOf,
  type StandingInput,
} from '../../../src/features/classOverview/standing.ts';

function at(day: string) {
  return Date.parse(`${day}T12:00:00Z`);
}

/** Eight weeks from Monday 7 September 2026; in its fifth week; seen yesterday, with two weeks sent. */
function someone(change: Partial<StandingInput> = {}) {
  return standingOf({
    weeksSent: 2,
    least: leastOf(8, usualRule),
    came: 0,
    leastCame: 0,
    rule: usualRule,
    lastSeen: at('2026-10-06'),
    running: runningOf('2026-09-07', 8),
    now: at('2026-10-07'),
    ...change,
  });
}

describe('someone’s status in the course', () => {
  it('takes three weeks of four to complete', () => {
    expect([1, 4, 7, 8].map((weeks) => leastOf(weeks, usualRule))).to.deep.equal([1, 3, 6, 6]);
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

  it('is never dropped out for people who have completed, or before the course has run three weeks', () => {
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

  it('has not begun for people who have never been here', () => {
    expect(someone({ lastSeen: 0, now: at('2026-09-10') })).to.equal('notStarted');
    expect(someone({ lastSeen: 0 })).to.equal('away');
  });

  it('is never away in a class without a start date', () => {
    expect(someone({ running: runningOf('', 8), lastSeen: at('2026-01-01') })).to.equal('underWay');
  });

  it('completes nobody by a course without preparation', () => {
    expect(someone({ least: leastOf(0, usualRule), weeksSent: 0 })).to.equal('underWay');
  });

  it('completes by attendance, by preparation, by either or by both, as the operator has set it', () => {
    const by = (completedBy: typeof usualRule.completedBy, weeksSent: number, came: number) =>
      someone({ weeksSent, came, leastCame: 6, rule: { ...usualRule, completedBy } });
    expect([by('either', 6, 0), by('either', 0, 6), by('either', 5, 5)]).to.deep.equal([
      'completed',
      'completed',
      'underWay',
    ]);
    expect([by('both', 6, 5), by('both', 6, 6)]).to.deep.equal(['underWay', 'completed']);
    expect([by('attendance', 8, 5), by('attendance', 0, 6)]).to.deep.equal(['underWay', 'completed']);
    expect([by('preparation', 5, 8), by('preparation', 6, 0)]).to.deep.equal(['underWay', 'completed']);
  });

  it('is by preparation alone where nobody noted attendance, whatever the rule', () => {
    for (const completedBy of ['attendance', 'both'] as const)
      expect(someone({ weeksSent: 6, rule: { ...usualRule, completedBy } })).to.equal('completed');
  });

  it('counts the webinars that were noted once the course is over, if they are half of them or more', () => {
    const running = runningOf('2026-09-07', 8);
    const asked = { running, weeks: 8, rule: usualRule };
    const after = at('2027-01-01');
    expect(leastWebinars({ ...asked, noted: 0, now: after })).to.deep.equal({ least: 0, of: 0 });
    expect(leastWebinars({ ...asked, noted: 1, now: at('2026-09-09') })).to.deep.equal({ least: 6, of: 8 });
    expect(leastWebinars({ ...asked, noted: 3, now: after })).to.deep.equal({ least: 6, of: 8 });
    expect(leastWebinars({ ...asked, noted: 6, now: after })).to.deep.equal({ least: 5, of: 6 });
  });
});
