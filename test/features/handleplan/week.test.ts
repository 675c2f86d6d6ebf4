import { expect } from 'chai';
import fc from 'fast-check';
import {
  dayAt,
  daysOfWeek,
  isMonday,
  mondayOf,
  plusDays,
  weekdayOf,
  weekNumber,
} from '../../../src/features/handleplan/week.ts';

const HOUR = 60 * 60 * 1000;
const times = fc.integer({ min: Date.parse('2024-01-01T00:00Z'), max: Date.parse('2034-12-31T00:00Z') });

describe('weeks and days in Denmark', () => {
  const nights: [string, string, number][] = [
    ['the night that is an hour short', '2027-03-27T23:00Z', 23],
    ['the night that is an hour long', '2026-10-24T22:00Z', 25],
    ['any other', '2026-11-23T23:00Z', 24],
  ];
  for (const [name, midnight, hours] of nights) {
    it(`keeps one day through ${name}`, () => {
      const start = Date.parse(midnight);
      const days = Array.from({ length: hours }, (_, hour) => dayAt(start + hour * HOUR));
      expect(new Set(days)).to.have.length(1);
      expect(dayAt(start - 1)).to.equal(plusDays(days[0]!, -1));
      expect(dayAt(start + hours * HOUR)).to.equal(plusDays(days[0]!, 1));
    });
  }

  it('puts every moment in one week of seven days that begins on a Monday', () => {
    fc.assert(
      fc.property(times, (ms) => {
        const day = dayAt(ms);
        const week = daysOfWeek(mondayOf(day));
        expect(week[weekdayOf(day) - 1]).to.equal(day);
        expect(week.map(weekdayOf)).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
        expect(isMonday(mondayOf(day))).to.equal(true);
        expect(dayAt(ms + HOUR) >= day).to.equal(true);
        expect(new Set(week.map(weekNumber))).to.have.length(1);
      }),
    );
  });

  it('numbers weeks as the calendar does', () => {
    expect(['2026-01-01', '2026-12-31', '2027-01-03', '2027-01-04'].map(weekNumber)).to.deep.equal([1, 53, 53, 1]);
  });

  it('knows a Monday from all other text', () => {
    expect(['2026-11-23', '2026-11-24', '2026-02-30', 'x', ''].map(isMonday)).to.deep.equal([
      true,
      false,
      false,
      false,
      false,
    ]);
    fc.assert(fc.property(fc.string(), (text) => typeof isMonday(text) === 'boolean'));
  });
});
