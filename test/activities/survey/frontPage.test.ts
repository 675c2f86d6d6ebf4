import { expect } from 'chai';
import { shippedCourse } from '../../support/shippedCourse.ts';
import type { Course } from '../../../src/content/course.ts';
import { nothingChosen, type Schedule } from '../../../src/domain/schedule.ts';
import { activitiesOf, findActivity } from '../../../src/content/find.ts';
import { weekPage } from '../../../src/features/room/week/weekPage.ts';

const weekly: Schedule = { ...nothingChosen, start: '2026-10-05', pace: 'weekly' };
const allOpen: Schedule = { ...weekly, pace: 'all' };
/** The eight weeks end with 29 November. */
const theDay = '2027-02-28';

describe('surveys in Min uge', () => {
  let course: Course;
  before(async () => {
    course = (await shippedCourse()).da;
  });

  interface Given {
    day: string;
    schedule?: Schedule;
    done?: (id: string) => boolean;
    begun?: string;
    placed?: string[];
  }
  const page = ({ day, schedule = weekly, done = () => false, begun = '', placed = [] }: Given) => {
    const ids = [...activitiesOf(course).map(({ id }) => id), 'spoergeskema-screening'];
    const states = ids
      .filter((id) => done(id) || id === begun)
      .map((id) => [id, id === begun ? 'begun' : 'done'] as const);
    return weekPage({
      course,
      schedule,
      states: new Map(states),
      placed: new Set(placed),
      now: Date.parse(`${day}T10:00:00Z`),
      home: '/rum/a/',
      language: 'da',
      seenBefore: undefined,
    });
  };
  const allButFollowUp = (id: string) => id !== 'spoergeskema-3-maaneder' && id !== 'spoergeskema-screening';
  const later = (given: Given) => page(given).surveys.find(({ title }) => title === 'Når kurset er slut');

  for (const schedule of [weekly, allOpen]) {
    it(`asks for the last one from its day on, with the pace ${schedule.pace}`, () => {
      expect(page({ schedule, day: '2027-02-27', done: allButFollowUp }).next).to.equal(undefined);
      expect(page({ schedule, day: theDay, done: allButFollowUp }).next?.title).to.equal('Tre måneder efter');
    });
  }

  it('never asks for it where no date is known, unless it is begun', () => {
    const given = { schedule: nothingChosen, day: '2030-01-01', done: allButFollowUp };
    expect(page(given).next).to.equal(undefined);
    expect(page({ ...given, begun: 'spoergeskema-3-maaneder' }).next?.title).to.equal('Tre måneder efter');
  });

  it('shows none before its time, in the list or among the things of the week', () => {
    const titles = (given: Given) => later(given)?.activities.map(({ title }) => title) ?? [];
    for (const schedule of [weekly, allOpen]) {
      expect(titles({ day: '2026-11-22', schedule })).to.deep.equal([]);
      expect(titles({ day: '2026-11-23', schedule })).to.deep.equal(['Når kurset slutter']);
      expect(titles({ day: theDay, schedule })).to.deep.equal(['Når kurset slutter', 'Tre måneder efter']);
    }
    expect(titles({ day: '2026-11-10', schedule: nothingChosen })).to.deep.equal([]);
    const touched = { day: '2026-11-10', schedule: nothingChosen, begun: 'modul-8-forberedelse' };
    expect(titles(touched)).to.deep.equal(['Når kurset slutter']);
    const tasks = (given: Given) => page(given).tasks.activities.map(({ title }) => title);
    expect(tasks({ day: '2026-11-10' })).not.to.include('Når kurset slutter');
    expect(tasks({ day: '2026-11-24' })).to.include('Når kurset slutter');
    const begun = later({ day: '2026-11-10', begun: 'spoergeskema-efter' })?.activities[0];
    expect(begun?.state).to.equal('I gang');
  });

  it('welcomes before it asks: the survey before the course comes after the first thing of week 1', () => {
    const next = (done: string[], begun = '') =>
      page({ day: '2026-10-06', done: (id) => done.includes(id), begun }).next?.title;
    expect(next([])).to.equal('Forbered dig til første gang');
    expect(next([], 'modul-1-forberedelse')).to.equal('Forbered dig til første gang');
    expect(next(['modul-1-forberedelse'])).to.equal('Før du går i gang');
    expect(next(['modul-1-forberedelse', 'spoergeskema-foer'])).to.equal('Mød en medkursist');
    const rows = page({ day: '2026-10-06' }).tasks.activities.map(({ title }) => title);
    expect(rows.slice(0, 2)).to.deep.equal(['Før du går i gang', 'Mød en medkursist']);
    // Before its first week is open, the film of welcome is on the page itself, above the survey.
    expect(page({ day: '2026-10-01' }).theme.video?.title).to.equal('Velkommen til kurset');
    expect(page({ day: '2026-10-01', schedule: allOpen }).theme.video).to.equal(undefined);
  });

  it('leads to a link of one’s own when the survey after the course is sent, or the last is near', () => {
    const more = (given: Given) => later(given)?.more?.href;
    expect(more({ day: '2026-11-25' })).to.equal(undefined);
    expect(more({ day: '2026-11-25', done: (id) => id === 'spoergeskema-efter' })).to.equal('/rum/a/mit-link');
    expect(more({ day: '2027-01-28' })).to.equal(undefined);
    expect(more({ day: '2027-01-29' })).to.equal('/rum/a/mit-link');
    expect(more({ day: '2027-03-10', done: () => true })).to.equal(undefined);
  });

  it('leaves the screening out, unless it is begun or the course room has it', () => {
    const before = (given: Given) => page(given).surveys[0]?.activities.map(({ title }) => title);
    expect(before({ day: '2026-10-01' })).to.deep.equal(['Før du går i gang']);
    const shown = ['Er kurset noget for dig?', 'Før du går i gang'];
    expect(before({ day: '2026-10-01', placed: ['spoergeskema-screening'] })).to.deep.equal(shown);
    const begun = { day: '2026-10-01', begun: 'spoergeskema-screening' };
    expect(before(begun)).to.deep.equal(shown);
    expect(page(begun).next?.title).to.equal('Er kurset noget for dig?');
    expect(page({ day: '2026-10-01' }).next?.title).to.equal('Før du går i gang');
  });

  it('knows the screening for one who is launched to it, but gives it to no whole course', () => {
    expect(findActivity(course, 'spoergeskema-screening')?.kind).to.equal('survey');
    expect(activitiesOf(course).map(({ id }) => id)).not.to.include('spoergeskema-screening');
  });
});
