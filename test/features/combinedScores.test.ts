import { expect } from 'chai';
import { shippedCourse } from '../support/shippedCourse.ts';
import type { Course } from '../../src/content/course.ts';
import { earnedOf, coursePartsOf } from '../../src/features/combinedScores/parts.ts';

describe('what a column for a part of the course is made of', () => {
  let course: Course;
  before(async () => {
    course = (await shippedCourse()).da;
  });

  it('is each week, and all of them; surveys count in neither', () => {
    const parts = coursePartsOf(course, { rhythm: '' });
    expect(parts.map(({ resourceId }) => resourceId)).to.deep.equal([
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((week) => `uge-${week}`),
      'min-uge',
    ]);
    expect(parts[0]).to.deep.equal({
      resourceId: 'uge-1',
      tag: 'week',
      activities: ['modul-1-forberedelse', 'modul-1-medkursister', 'modul-1-handleplan'],
    });
    const whole = parts.at(-1);
    expect(whole?.tag).to.equal('course');
    expect(whole?.activities).to.have.length(25);
    expect(whole?.activities.filter((id) => id.startsWith('spoergeskema'))).to.deep.equal([]);
  });

  it('follows the rhythm of the class', () => {
    const [variant] = course.variants;
    if (!variant) throw new Error('The course has no other rhythm.');
    const parts = coursePartsOf(course, { rhythm: variant.id });
    expect(parts).to.have.length(variant.weeks.length + 1);
    const inWeeks = parts.slice(0, -1).flatMap(({ activities }) => activities);
    expect(inWeeks).to.have.members(parts.at(-1)?.activities ?? []);
  });

  const part = { resourceId: 'uge-1', tag: 'week', activities: ['a', 'b', 'c'] };
  it('earns the whole per cent done, and is complete with the last of it', () => {
    expect(earnedOf(part, new Map())).to.equal(undefined);
    expect(
      earnedOf(
        part,
        new Map([
          ['a', 0],
          ['x', 9],
        ]),
      ),
    ).to.equal(undefined);
    const one = earnedOf(part, new Map([['a', 5000]]));
    expect(one).to.deep.equal({ scoreGiven: 33, activityProgress: 'InProgress', earnedAt: 5000 });
    const two = earnedOf(
      part,
      new Map([
        ['a', 5000],
        ['c', 4000],
      ]),
    );
    expect(two).to.deep.equal({ scoreGiven: 66, activityProgress: 'InProgress', earnedAt: 5000 });
    const all = earnedOf(
      part,
      new Map([
        ['a', 5000],
        ['b', 9000],
        ['c', 4000],
      ]),
    );
    expect(all).to.deep.equal({ scoreGiven: 100, activityProgress: 'Completed', earnedAt: 9000 });
  });
});
