import { expect } from 'chai';
import { loadCourse } from '../../src/activities/course.ts';
import type { Courses } from '../../src/content/course.ts';
import { courseWeeks, inRhythm } from '../../src/content/rhythm.ts';

describe('the rhythms of TÆTTERE PÅ JOB', () => {
  let courses: Courses;
  before(async () => {
    courses = await loadCourse('content/taettere-paa-job');
  });

  it('can be run in seven weeks', () => {
    for (const { weeks } of courses.da.variants) expect(weeks).to.have.length(7);
    expect(courses.da.variants.map(({ id, offered }) => [id, offered])).to.deep.equal([
      ['syv-emner', true],
      ['syv-uger', false],
    ]);
  });

  it('has no week with two topics in seven weeks, and the heaviest one alone', () => {
    for (const course of [courses.da, courses.en!]) {
      const own = inRhythm(course, { rhythm: 'syv-emner' });
      expect(own.modules).to.have.length(7);
      for (const { activities, id } of own.modules) {
        expect(
          activities.filter(({ kind }) => kind === 'handleplan'),
          id,
        ).to.have.length(1);
        expect(
          activities.filter(({ kind }) => kind === 'prep'),
          id,
        ).to.have.length(1);
        expect(
          activities.filter(({ kind }) => kind === 'scenario'),
          id,
        ).to.have.length(1);
      }
      const [week] = courseWeeks(own, { rhythm: 'syv-emner' }).filter(({ modules }) =>
        modules.some(({ id }) => id === 'modul-4'),
      );
      expect(week?.modules).to.have.length(1);
    }
  });
});
