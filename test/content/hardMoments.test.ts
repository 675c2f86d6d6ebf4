import { expect } from 'chai';
import { load } from 'cheerio';
import { shippedCourse } from '../support/shippedCourse.ts';
import type { Courses } from '../../src/content/course.ts';

describe('whom the course TÆTTERE PÅ JOB tells to call', () => {
  let courses: Courses;
  before(async () => {
    courses = await shippedCourse();
  });

  it('says whom to call with links that a telephone can call, and a second road', () => {
    for (const course of [courses.da, courses.en!]) {
      const $ = load(course.hardMoments);
      const called = $('a')
        .toArray()
        .map((link) => $(link).attr('href'));
      expect(called).to.deep.equal(['tel:1813', 'tel:70201201', 'tel:112', 'tel:1888']);
      expect($.text()).to.match(/Kommer du ikke igennem|If you do not get through/);
    }
  });

  it('says whom to call on the scenes that are heavy to read', () => {
    const heavy = courses.da.modules
      .flatMap(({ activities }) => activities.flatMap(({ steps }) => steps ?? []))
      .flatMap(({ id, openings = [], ...step }) => [
        { ...step, id },
        ...openings.map(({ title, ...rest }) => ({ ...rest, id: `${id}: ${title}` })),
      ])
      .filter(({ isHeavy }) => isHeavy);
    expect(heavy.map(({ id }) => id)).to.deep.equal([
      'kasper-scene-1',
      'farida-udvej: Hun gør det hele',
      'lone-scene-1',
      'kasper-scene-1',
      'farida-udvej: Hun springer over',
      'magnus-scene-1',
      'sofie-scene-1',
    ]);
  });
});
