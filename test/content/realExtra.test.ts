import { expect } from 'chai';
import { readdir, readFile } from 'node:fs/promises';
import { load } from 'cheerio';
import { checkCourse, loadCourse } from '../../src/activities/course.ts';
import type { Courses } from '../../src/content/course.ts';

const REAL = 'content/taettere-paa-job';
function wordsOf(html: string): string {
  return load(html)('body').text().trim().replace(/\s+/g, ' ');
}

describe('What TÆTTERE PÅ JOB holds for whoever wants more', () => {
  let courses: Courses;
  before(async () => {
    courses = await loadCourse(REAL);
  });

  it('reaches the hour in each week for whoever wants it, by a quarter to half an hour that nobody is asked for', async () => {
    const { weeks } = await checkCourse(REAL);
    expect(weeks).to.have.length(8);
    for (const { module, short, whole, pages } of weeks) {
      expect(whole, module).to.be.within(55, 65);
      expect(whole - short, module).to.be.within(15, 30);
      expect(pages, module).to.be.at.least(1);
    }
    for (const { modules } of [courses.da, courses.en!])
      for (const { id, extra } of modules) {
        const [example, exercise, calm] = extra?.parts ?? [];
        expect([example?.id, exercise?.id, calm?.id], id).to.deep.equal(['eksempel', 'oevelse', 'ro']);
        expect(example?.html, id).to.match(/<em>\p{Lu}\p{L}+ (?:er opdigtet|is made up)\./u);
        expect(calm, id).to.include({ isSlow: true });
        // A calm exercise is heard: lists and tables are for the eye.
        expect(calm?.html, id).not.to.match(/<(?:ol|ul|table|h\d)/);
      }
  });

  it('says whom to call wherever someone in the longer examples has dark thoughts', () => {
    for (const { id, extra } of courses.da.modules)
      for (const { html, isHeavy } of extra?.parts ?? [])
        if (/ikke at ville leve|hvis jeg ikke var her|mørke tanke/.test(html) && !html.includes('tel:'))
          expect(isHeavy, id).to.equal(true);
  });

  it('introduces the symptom circle and the mood diary in their weeks', () => {
    const said = (week: number) =>
      courses.da.modules[week - 1]?.extra?.parts.map(({ html }) => wordsOf(html)).join(' ');
    expect(said(4)).to.include('symptomcirkel, der ligger her på kurset');
    expect(said(5)).to.include('humørdagbogen her på kurset');
  });

  it('gives each invented person a name of their own', async () => {
    const files = (await readdir(`${REAL}/da`, { recursive: true })).filter((file) => /\.(?:md|yaml)$/.test(file));
    const texts = await Promise.all(files.map((file) => readFile(`${REAL}/da/${file}`, 'utf8')));
    const named = texts.flatMap((text) =>
      [...text.matchAll(/(\p{Lu}\p{L}+) er opdigtet/gu)]
        .map(([, name = '']) => name)
        .filter((name) => name !== 'Personen'),
    );
    expect(named.length).to.be.above(30);
    for (const name of named) {
      const word = new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u');
      expect(texts.filter((text) => word.test(text)).length, name).to.equal(1);
    }
  });
});
