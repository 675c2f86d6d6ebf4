import { expect } from 'chai';
import { nothingChosen, type Schedule } from '../../src/domain/schedule.ts';
import { isThreeMonthsAfter, surveyOpensLater, threeMonthsAfter } from '../../src/domain/surveyDates.ts';
import { addMonths } from '../../src/domain/week.ts';

const weekly: Schedule = { ...nothingChosen, start: '2026-10-05', pace: 'weekly' };
function at(day: string) {
  return Date.parse(`${day}T12:00:00Z`);
}
function opens(wave: Parameters<typeof surveyOpensLater>[0], schedule: Schedule, day: string) {
  return surveyOpensLater(wave, { schedule, lastWeek: 8, now: at(day) });
}

describe('the dates of surveys', () => {
  it('come three calendar months on, or on the last day of a shorter month', () => {
    expect(addMonths('2026-11-30', 3)).to.equal('2027-02-28');
    expect(addMonths('2027-11-30', 3)).to.equal('2028-02-29');
    expect(addMonths('2028-02-29', 12)).to.equal('2029-02-28');
    expect(addMonths('2026-08-31', 3)).to.equal('2026-11-30');
    expect(addMonths('2026-10-01', 3)).to.equal('2027-01-01');
    expect(addMonths('2026-12-31', 1)).to.equal('2027-01-31');
  });

  it('are counted from the end of the last week', () => {
    // Eight weeks from 5 October end with 29 November: the day after is the 30th, and February has no 30th.
    expect(threeMonthsAfter({ schedule: weekly, lastWeek: 8 })).to.equal('2027-02-28');
    expect(threeMonthsAfter({ schedule: weekly, lastWeek: 7 })).to.equal('2027-02-23');
    expect(threeMonthsAfter({ schedule: nothingChosen, lastWeek: 8 })).to.equal('');
  });

  it('open before the course at once, after it with the last week, and three months later on the day', () => {
    expect(opens('screening', weekly, '2026-01-01')).to.equal('');
    expect(opens('foer', weekly, '2026-01-01')).to.equal('');
    expect(opens('efter', weekly, '2026-11-22')).to.equal('2026-11-23');
    expect(opens('efter', weekly, '2026-11-23')).to.equal('');
    expect(opens('3-maaneder', weekly, '2027-02-27')).to.equal('2027-02-28');
    expect(opens('3-maaneder', weekly, '2027-02-28')).to.equal('');
  });

  it('close nothing where an instructor has not chosen week by week', () => {
    for (const schedule of [nothingChosen, { ...weekly, pace: 'all' } satisfies Schedule]) {
      for (const wave of ['screening', 'foer', 'efter', '3-maaneder'] as const) {
        expect(opens(wave, schedule, '2026-10-06')).to.equal('');
      }
    }
  });

  it('ask for nothing three months later before the day, nor where no day is known', () => {
    const asked = (schedule: Schedule, day: string) => isThreeMonthsAfter({ schedule, lastWeek: 8, now: at(day) });
    expect(asked({ ...weekly, pace: 'all' }, '2027-02-27')).to.equal(false);
    expect(asked({ ...weekly, pace: 'all' }, '2027-02-28')).to.equal(true);
    expect(asked(nothingChosen, '2030-01-01')).to.equal(false);
  });
});
