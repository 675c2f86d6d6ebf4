import { expect } from 'chai';
import { nothingChosen, opensLater, webinarsAhead, weekNow, type Schedule } from '../../src/domain/schedule.ts';

/** A class that begins on Monday 5 October 2026, week by week, with a webinar on Thursdays at 10: winter time comes on the way. */
const weekly: Schedule = {
  start: '2026-10-05',
  pace: 'weekly',
  rhythm: '',
  webinar: { weekday: 4, time: '10:00' },
  link: 'https://webinar.example/hold-7',
  municipality: '',
};
function at(time: string) {
  return Date.parse(time);
}

describe('a schedule', () => {
  it('that nobody has set has everything open', () => {
    expect(opensLater(nothingChosen, 8, 0)).to.equal('');
    expect(weekNow(nothingChosen, 0)).to.equal(undefined);
    expect(webinarsAhead(nothingChosen, 8, 0)).to.deep.equal([]);
  });

  it('opens each week at midnight in Denmark, seven days after the one before', () => {
    expect(opensLater(weekly, 2, at('2026-10-11T21:59:59Z'))).to.equal('2026-10-12');
    expect(opensLater(weekly, 2, at('2026-10-11T22:00:00Z'))).to.equal('');
    // Week 4 begins on the Monday after the clock is set back.
    expect(opensLater(weekly, 4, at('2026-10-25T22:59:59Z'))).to.equal('2026-10-26');
    expect(opensLater(weekly, 4, at('2026-10-25T23:00:00Z'))).to.equal('');
  });

  it('closes nothing where the instructor chose to have all open', () => {
    expect(opensLater({ ...weekly, pace: 'all' }, 8, at('2026-01-01T12:00:00Z'))).to.equal('');
  });

  it('knows which week it is, also before the start and after the end', () => {
    expect(weekNow(weekly, at('2026-10-04T12:00:00Z'))).to.equal(0);
    expect(weekNow(weekly, at('2026-10-05T12:00:00Z'))).to.equal(1);
    expect(weekNow(weekly, at('2026-10-12T12:00:00Z'))).to.equal(2);
    expect(weekNow(weekly, at('2027-01-04T12:00:00Z'))).to.equal(14);
  });

  it('has one webinar a week, at the same time by the clock on the wall', () => {
    const begins = webinarsAhead(weekly, 4, 0).map(({ begins }) => new Date(begins).toISOString());
    expect(begins).to.deep.equal([
      '2026-10-08T08:00:00.000Z',
      '2026-10-15T08:00:00.000Z',
      '2026-10-22T08:00:00.000Z',
      '2026-10-29T09:00:00.000Z',
    ]);
  });

  it('shows a webinar until it is over', () => {
    const weekAt = (time: string) => webinarsAhead(weekly, 8, at(time))[0]?.week;
    expect(weekAt('2026-10-08T08:59:59Z')).to.equal(1);
    expect(weekAt('2026-10-08T09:00:00Z')).to.equal(2);
    expect(weekAt('2026-12-01T00:00:00Z')).to.equal(undefined);
  });

  it('without a start date knows only the nearest webinar', () => {
    const noStart: Schedule = { ...weekly, start: '', pace: 'all' };
    const next = (time: string) =>
      webinarsAhead(noStart, 8, at(time)).map(({ begins }) => new Date(begins).toISOString());
    expect(next('2026-11-19T09:59:59Z')).to.deep.equal(['2026-11-19T09:00:00.000Z']);
    expect(next('2026-11-19T10:00:00Z')).to.deep.equal(['2026-11-26T09:00:00.000Z']);
  });
});
