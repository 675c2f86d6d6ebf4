import { expect } from 'chai';
import { readFile, stat } from 'node:fs/promises';
import { load } from 'cheerio';
import { readCaptions } from '../../src/content/captions.ts';
import { checkCourse, HIGHEST_LIX } from '../../src/content/check.ts';
import { loadCourse } from '../../src/content/loading.ts';
import type { ActivityKind } from '../../src/domain/answers.ts';
import type { Course, Courses, PrepActivity, Video } from '../../src/content/course.ts';

const REAL = 'content/taettere-paa-job';
const wordsOf = (html: string): string => load(html)('body').text().trim().replace(/\s+/g, ' ');
const fileOf = (address: string): string => address.replace('/kursus/taettere-paa-job', REAL);

describe('The course TÆTTERE PÅ JOB', () => {
  let courses: Courses;
  before(async () => {
    courses = await loadCourse(REAL);
  });

  it('has eight weeks, in Danish and English', () => {
    const ids = ['modul-1', 'modul-2', 'modul-3', 'modul-4', 'modul-5', 'modul-6', 'modul-7', 'modul-8'];
    expect(courses.da.title).to.equal('Tættere på job');
    for (const course of [courses.da, courses.en!]) expect(course.modules.map(({ id }) => id)).to.deep.equal(ids);
    expect(courses.en!.modules[0]).not.to.have.property('language');
  });

  it('can be run in seven weeks', () => {
    const [variant, ...others] = courses.da.variants;
    expect(variant).to.include({ id: 'syv-uger' });
    expect(variant!.weeks).to.have.length(7);
    expect(others).to.deep.equal([]);
  });

  it('is easy to read, every text of it', async () => {
    const { texts } = await checkCourse(REAL);
    expect(texts.filter(({ lix }) => lix > HIGHEST_LIX)).to.deep.equal([]);
  });

  it('asks for little in each preparation: short steps, few answers that must be given, every kind of question', () => {
    for (const prep of preparationsOf(courses.da)) {
      const questions = prep.steps.flatMap((step) => step.questions);
      expect(prep.steps.length, prep.id).to.be.within(4, 6);
      expect(prep.minutes, prep.id).to.be.within(12, 20);
      expect(Math.max(...prep.steps.map(({ minutes }) => minutes)), prep.id).to.be.at.most(4);
      expect(questions.filter(({ required }) => required).length, prep.id).to.be.within(1, 3);
      expect(new Set(questions.map(({ kind }) => kind)), prep.id).to.have.keys('one', 'many', 'text', 'scale');
    }
  });

  it('looks back gently at the week before, from the second week on', () => {
    for (const prep of preparationsOf(courses.da).slice(1)) {
      const [first] = prep.steps[0]!.questions;
      expect(first, prep.id).to.include({ id: 'sidste-uge', required: false });
    }
  });

  it('ends each preparation with whom to call, and that no one reads the answers at once', () => {
    for (const prep of preparationsOf(courses.da)) {
      const words = wordsOf(prep.steps.at(-1)!.html);
      for (const told of ['Ingen læser dine svar med det samme', 'læge', '70 201 201', '112']) {
        expect(words, prep.id).to.contain(told);
      }
    }
  });

  it('says in each transcript, word for word, what the captions say, in a film that is soon fetched', async () => {
    const videos = [courses.da, courses.en!].flatMap(videosOf);
    expect(videos).to.have.length(16);
    for (const video of videos) {
      const { cues } = readCaptions(await readFile(fileOf(video.captions.src), 'utf8'));
      expect(wordsOf(video.transcriptHtml), video.src).to.equal(cues.map(({ text }) => text).join(' '));
      expect((await stat(fileOf(video.src))).size, video.src).to.be.below(900_000);
    }
  });
});

function preparationsOf(course: Course): PrepActivity[] {
  return course.modules.flatMap(({ activities }) => activities).filter(isPreparation);
}

function videosOf(course: Course): Video[] {
  return preparationsOf(course).flatMap(({ steps }) => steps.flatMap(({ video }) => video ?? []));
}

function isPreparation(activity: { kind: ActivityKind }): activity is PrepActivity {
  return activity.kind === 'prep';
}
