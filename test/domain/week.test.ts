import { expect } from 'chai';
import fc from 'fast-check';
import {
  addDays,
  dayOf,
  daysBetween,
  daysOfWeek,
  instantOf,
  isDay,
  isMonday,
  isTime,
  mondayOf,
  nextWeekday,
  weekdayOf,
  weekNumberOf,
} from '../../src/domain/week.ts';

describe('days in Denmark', () => {
  it('begin at midnight in Denmark, winter and summer', () => {
    expect(dayOf(Date.parse('2026-12-06T22:59:59Z'))).to.equal('2026-12-06');
    expect(dayOf(Date.parse('2026-12-06T23:00:00Z'))).to.equal('2026-12-07');
    expect(dayOf(Date.parse('2026-07-06T21:59:59Z'))).to.equal('2026-07-06');
    expect(dayOf(Date.parse('2026-07-06T22:00:00Z'))).to.equal('2026-07-07');
  });

  it('are counted alike over the two nights when the clock changes', () => {
    expect(addDays('2026-03-28', 2)).to.equal('2026-03-30');
    expect(addDays('2026-10-24', 2)).to.equal('2026-10-26');
    expect(daysBetween('2026-03-23', '2026-03-30')).to.equal(7);
    expect(daysBetween('2026-10-19', '2026-10-26')).to.equal(7);
  });

  it('have the weekday of the calendar', () => {
    expect(weekdayOf('2026-12-07')).to.equal(1);
    expect(weekdayOf('2026-12-13')).to.equal(7);
    expect(nextWeekday('2026-12-07', 1)).to.equal('2026-12-07');
    expect(nextWeekday('2026-12-08', 1)).to.equal('2026-12-14');
  });

  for (const [day, time, expected] of [
    ['2026-12-07', '10:00', '2026-12-07T09:00:00.000Z'],
    ['2026-07-07', '10:00', '2026-07-07T08:00:00.000Z'],
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '01:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
  ] as const) {
    it(`know when it is ${time} on ${day}`, () => {
      expect(new Date(instantOf(day, time)).toISOString()).to.equal(expected);
    });
  }

  it('take a time that spring skips as the one an hour later, and one that autumn shows twice as the first', () => {
    expect(new Date(instantOf('2026-03-29', '02:30')).toISOString()).to.equal('2026-03-29T01:30:00.000Z');
    expect(new Date(instantOf('2026-10-25', '02:30')).toISOString()).to.equal('2026-10-25T00:30:00.000Z');
  });

  it('exist or not', () => {
    expect(['2028-02-29', '2026-12-31'].every(isDay)).to.equal(true);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', '', '2026-12-07T00:00'].some(isDay)).to.equal(false);
    expect(['00:00', '23:59'].every(isTime)).to.equal(true);
    expect(['24:00', '9:00', '10.00', ''].some(isTime)).to.equal(false);
  });

  it('hold every instant that they should: a time of a day lies on that day', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (day, hours, minutes) => {
        const time = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
        expect(dayOf(instantOf(day, time))).to.equal(day);
      }),
    );
  });
});

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
      const days = Array.from({ length: hours }, (_, hour) => dayOf(start + hour * HOUR));
      expect(new Set(days)).to.have.length(1);
      expect(dayOf(start - 1)).to.equal(addDays(days[0]!, -1));
      expect(dayOf(start + hours * HOUR)).to.equal(addDays(days[0]!, 1));
    });
  }

  it('puts every moment in one week of seven days that begins on a Monday', () => {
    fc.assert(
      fc.property(times, (ms) => {
        const day = dayOf(ms);
        const week = daysOfWeek(mondayOf(day));
        expect(week[weekdayOf(day) - 1]).to.equal(day);
        expect(week.map(weekdayOf)).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
        expect(isMonday(mondayOf(day))).to.equal(true);
        expect(dayOf(ms + HOUR) >= day).to.equal(true);
        expect(new Set(week.map(weekNumberOf))).to.have.length(1);
      }),
    );
  });

  it('numbers weeks as the calendar does', () => {
    expect(['2026-01-01', '2026-12-31', '2027-01-03', '2027-01-04'].map(weekNumberOf)).to.deep.equal([1, 53, 53, 1]);
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
