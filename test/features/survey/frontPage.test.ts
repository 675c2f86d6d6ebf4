import { expect } from 'chai';
import { loadCourse } from '../../../src/activities/course.ts';
import type { Course } from '../../../src/content/course.ts';
import { nothingChosen, type Schedule } from '../../../src/domain/schedule.ts';
import { activitiesOf, findActivity } from '../../../src/content/find.ts';
import { weekPage } from '../../../src/features/room/weekPage.ts';

const weekly: Schedule = { ...nothingChosen, start: '2026-10-05', pace: 'weekly' };
const allOpen: Schedule = { ...weekly, pace: 'all' };
/** The eight weeks end with 29 November. */
const theDay = '2027-02-28';

describe('surveys in Min uge', () => {
  let course: Course;
  before(async () => {
    course = (await loadCourse('content/taettere-paa-job')).da;
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

  it('says when those to come open, in place of a link', () => {
    const items = later({ day: '2026-11-10' })?.activities;
    expect(items?.map((item) => [item.state, 'closed' in item])).to.deep.equal([
      ['Åbner mandag 23. november', true],
      ['Åbner søndag 28. februar', true],
    ]);
    const open = later({ day: '2026-11-10', schedule: nothingChosen })?.activities;
    expect(open?.some((item) => 'closed' in item)).to.equal(false);
    const begun = later({ day: '2026-11-10', begun: 'spoergeskema-efter' })?.activities[0];
    expect([begun?.state, begun && 'closed' in begun]).to.deep.equal(['I gang', false]);
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
