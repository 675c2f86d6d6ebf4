import { expect } from 'chai';
import type { Schedule } from '../../../src/domain/schedule.ts';
import { nothingChosen, type Choices } from '../../../src/features/reminders/records.ts';
import { nextOf, type NextInput } from '../../../src/features/reminders/sending/next.ts';
import { outsideQuiet } from '../../../src/features/reminders/sending/quiet.ts';

function at(time: string) {
  return Date.parse(time);
}
function iso(ms: number) {
  return new Date(ms).toISOString().slice(0, 16);
}
const weeks = 3;

/** Webinars on Thursdays at 10 (9 UTC), from Monday 30 November. */
const schedule: Schedule = {
  start: '2026-11-30',
  pace: 'weekly',
  rhythm: '',
  webinar: { weekday: 4, time: '10:00' },
  link: '',
  municipality: '',
};

function next(now: string, choices: Partial<Choices>, change: Partial<NextInput & NextInput['subscription']> = {}) {
  const { chosenAt = 0, handled = [], lastDay = '', retry = null, ...rest } = change;
  const subscription = { choices: { ...nothingChosen, ...choices }, chosenAt, handled, lastDay, retry };
  const result = nextOf({ schedule, weeks, surveys: [], now: at(now), isWanted: () => true, ...rest, subscription });
  return result.kind === 'send' ? result.occasion.id : `wait ${iso(result.until)}`;
}

const preparation = { ...nothingChosen.preparation, on: true };
const plan = { on: true, weekdays: [3 as const], time: '09:00' };
const webinar1 = `webinar:${at('2026-12-03T09:00Z')}`;

describe('quiet hours', () => {
  const moved: [string, string, string][] = [
    ['the evening', '2026-12-01T20:00Z', '2026-12-02T07:00'],
    ['a minute before nine', '2026-12-01T19:59Z', '2026-12-01T19:59'],
    ['the early morning', '2026-12-01T06:59Z', '2026-12-01T07:00'],
    ['eight', '2026-12-01T07:00Z', '2026-12-01T07:00'],
    ['the night that is an hour shorter', '2026-03-28T20:30Z', '2026-03-29T06:00'],
    ['that morning', '2026-03-29T05:30Z', '2026-03-29T06:00'],
    ['the night that is an hour longer', '2026-10-24T19:30Z', '2026-10-25T07:00'],
    ['that morning, late', '2026-10-25T06:30Z', '2026-10-25T07:00'],
  ];
  for (const [name, time, then] of moved) {
    it(`move ${name} right`, () => expect(iso(outsideQuiet(at(time)))).to.equal(then));
  }
});

describe('the next reminder', () => {
  it('is for the webinar an hour before, and never after it has begun', () => {
    const choices = { webinar: true };
    expect(next('2026-12-03T07:30Z', choices)).to.equal('wait 2026-12-03T08:00');
    expect(next('2026-12-03T08:00Z', choices)).to.equal(webinar1);
    expect(next('2026-12-03T08:59Z', choices)).to.equal(webinar1);
    expect(next('2026-12-03T09:00Z', choices)).to.match(/^wait/);
  });

  it('moves out of the night, or is dropped where that is too late', () => {
    const held = (time: string) => ({ schedule: { ...schedule, webinar: { weekday: 4 as const, time } } });
    expect(next('2026-12-03T06:45Z', { webinar: true }, held('08:30'))).to.equal('wait 2026-12-03T07:00');
    expect(next('2026-12-03T07:00Z', { webinar: true }, held('08:30'))).to.match(/^webinar/);
    expect(next('2026-12-03T06:45Z', { webinar: true }, held('08:00'))).to.equal('wait 2026-12-03T07:45');
    expect(next('2026-12-03T21:00Z', { webinar: true }, held('22:30'))).to.match(/^wait/);
  });

  it('is for the preparation so many days before the webinar, but not before the week opens', () => {
    expect(next('2026-12-01T08:59Z', { preparation })).to.equal('wait 2026-12-01T09:00');
    expect(next('2026-12-01T09:00Z', { preparation })).to.equal('preparation:1');
    const early = { preparation: { ...preparation, days: 6 } };
    expect(next('2026-11-27T12:00Z', early)).to.match(/^wait/);
    expect(next('2026-11-30T09:00Z', early)).to.equal('preparation:1');
  });

  it('is for the preparation on a fixed day, also where the class has no dates', () => {
    const weekly = { preparation: { ...preparation, when: 'weekly' as const, weekday: 2 as const } };
    expect(next('2026-12-08T09:00Z', weekly)).to.equal('preparation:2');
    const noDates = { schedule: { ...schedule, start: '', pace: 'all' as const, webinar: undefined } };
    expect(next('2026-12-08T09:00Z', weekly, noDates)).to.equal('preparation:2026-12-08');
  });

  it('is for the plan on its days, until the evening', () => {
    expect(next('2026-12-02T08:00Z', { plan })).to.equal('plan:2026-12-02');
    expect(next('2026-12-02T20:00Z', { plan })).to.match(/^wait/);
    expect(next('2026-12-03T08:00Z', { plan })).to.match(/^wait/);
  });

  it('is none for what is handled, done, or was past when it was chosen', () => {
    const now = '2026-12-01T09:30Z';
    expect(next(now, { preparation }, { handled: ['preparation:1'] })).to.match(/^wait/);
    expect(next(now, { preparation }, { isWanted: () => false })).to.match(/^wait/);
    expect(next(now, { preparation }, { chosenAt: at('2026-12-01T09:10Z') })).to.match(/^wait/);
  });

  it('is at most one a day, the one that cannot wait first', () => {
    const both = { preparation: { ...preparation, when: 'weekly' as const, weekday: 3 as const }, plan };
    expect(next('2026-12-02T09:00Z', both)).to.equal('preparation:1');
    expect(next('2026-12-02T09:00Z', { plan }, { lastDay: '2026-12-02' })).to.match(/^wait/);
    const onTheDay = { webinar: true, plan: { ...plan, weekdays: [4 as const], time: '08:00' } };
    expect(next('2026-12-03T07:30Z', onTheDay)).to.match(/^wait/);
    expect(next('2026-12-03T08:00Z', onTheDay)).to.equal(webinar1);
  });

  it('is tried again no earlier than said, and not when it is too late', () => {
    const retry = { id: webinar1, attempts: 3, at: at('2026-12-03T08:20Z') };
    expect(next('2026-12-03T08:10Z', { webinar: true }, { retry })).to.equal('wait 2026-12-03T08:20');
    expect(next('2026-12-03T08:20Z', { webinar: true }, { retry })).to.equal(webinar1);
    const late = { ...retry, at: at('2026-12-03T09:20Z') };
    expect(next('2026-12-03T08:59Z', { webinar: true }, { retry: late })).to.match(/^wait/);
  });

  it('is none once the course is over, whatever is chosen', () => {
    const all = { webinar: true, preparation, plan: { ...plan, weekdays: [1 as const, 2 as const, 3 as const] } };
    expect(next('2026-12-20T22:59Z', all)).to.match(/^wait/);
    // Once a day: only a survey could come, and that is for months to come.
    expect(next('2026-12-21T08:00Z', all)).to.equal('wait 2026-12-22T08:00');
    expect(next('2026-12-23T08:00Z', all)).to.equal('wait 2026-12-24T08:00');
  });

  it('is for a survey on its day, a week later, and then no more, in the middle of the course and after it', () => {
    const due = (day: string) => ({ surveys: [{ id: 'efter', day }] });
    for (const [day, later, end] of [
      ['2026-12-07', '2026-12-14', '2026-12-21'],
      ['2027-03-21', '2027-03-28', '2027-04-04'],
    ] as const) {
      expect(next(`${day}T06:00Z`, { survey: false }, due(day))).to.match(/^wait/);
      expect(next(`${day}T10:00Z`, { survey: true }, due(day))).to.equal('survey:efter:first');
      const handled = { ...due(day), handled: ['survey:efter:first'] };
      expect(next(`${day}T10:00Z`, { survey: true }, handled)).to.match(/^wait/);
      expect(next(`${later}T10:00Z`, { survey: true }, handled)).to.equal('survey:efter:later');
      expect(next(`${end}T10:00Z`, { survey: true }, due(day))).to.match(/^wait/);
    }
  });
});
