import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { load } from 'cheerio';
import { readCaptions } from '../../src/content/captions.ts';
import { checkCourse, HIGHEST_LIX } from '../../src/content/check.ts';
import { loadCourse } from '../../src/content/loading.ts';
import type { Courses, PrepActivity, Video } from '../../src/content/course.ts';
import { withPackage } from './samplePackage.ts';

const REAL = 'content/taettere-paa-job';
const HARD =
  'Beskæftigelsesindsatsen forudsætter regelmæssig tilstedeværelse samt dokumentation vedrørende helbredsmæssige forhold.';

describe('checkCourse', () => {
  it('measures every text and finds none of them hard', async () => {
    const { faults, texts } = await withPackage({}, checkCourse);
    expect(faults).to.deep.equal([]);
    expect(texts).to.have.length(8);
    expect(texts.find(({ file }) => file.endsWith('da/modul-1/tekst.md'))).to.include({ words: 5, sentences: 2 });
  });

  it('fails a hard text at its hardest line', async () => {
    const { faults } = await withPackage({ 'da/modul-1/tekst.md': `# Hej\n\nDu er god.\n\n${HARD}\n` }, checkCourse);
    expect(faults).to.have.length(1);
    expect(faults[0]!.file).to.match(/da\/modul-1\/tekst\.md$/);
    expect(faults[0]).to.include({ line: 5 });
    expect(faults[0]!.message).to.match(/^LIX is \d\d\.\d, more than 30; /);
  });

  it('lets a hard text start all the same: only publishing it is refused', async () => {
    await withPackage({ 'da/modul-1/tekst.md': HARD }, loadCourse);
  });
});

describe('The content command', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ['src/content/cli.ts', ...args], { encoding: 'utf8' });

  it('ends with 0 and a table for the packages of the repository', () => {
    const { status, stdout } = run('check');
    expect(stdout).to.contain(`${REAL}: no faults`).and.to.match(/LIX +words +text/);
    expect(status).to.equal(0);
  });

  it('ends with 1 and the faults for a package that has some', async () => {
    await withPackage({ 'media/film.vtt': 'HEJ' }, async (folder) => {
      const { status, stdout } = run('check', folder);
      expect(stdout).to.contain(`${folder}/media/film.vtt:1:1: captions must begin`);
      expect(status).to.equal(1);
      return Promise.resolve();
    });
  });

  it('ends with 2 and its usage where it is not understood', () => {
    const { status, stderr } = run('chek');
    expect(stderr).to.contain('npm run content -- check');
    expect(status).to.equal(2);
  });
});

describe('The course TÆTTERE PÅ JOB', () => {
  let courses: Courses;
  before(async () => {
    courses = await loadCourse(REAL);
  });

  it('is there in Danish and English', () => {
    expect(courses.da.title).to.equal('Tættere på job');
    expect(courses.en?.modules.map(({ id }) => id)).to.deep.equal(courses.da.modules.map(({ id }) => id));
  });

  it('is easy to read, every text of it', async () => {
    const { texts } = await checkCourse(REAL);
    expect(texts.filter(({ lix }) => lix > HIGHEST_LIX)).to.deep.equal([]);
  });

  it('opens with a preparation of 15 to 20 minutes in short steps, with every kind of question', () => {
    const prep = courses.da.modules[0]!.activities[0] as PrepActivity;
    expect(prep.id).to.equal('modul-1-forberedelse');
    expect(prep.minutes).to.be.within(15, 20);
    expect(Math.max(...prep.steps.map(({ minutes }) => minutes))).to.be.at.most(4);
    const kinds = prep.steps.flatMap(({ questions }) => questions.map(({ kind }) => kind));
    expect(new Set(kinds)).to.deep.equal(new Set(['one', 'many', 'text', 'scale']));
  });

  it('says in the transcript, word for word, what the captions say', async () => {
    for (const course of [courses.da, courses.en!]) {
      const video: Video = (course.modules[0]!.activities[0] as PrepActivity).steps[0]!.video!;
      const { cues } = readCaptions(await readFile(fileOf(video.captions.src), 'utf8'));
      const spoken = cues.map(({ text }) => text).join(' ');
      expect(load(video.transcriptHtml)('body').text().trim().replace(/\s+/g, ' ')).to.equal(spoken);
      expect((await stat(fileOf(video.src))).size).to.be.below(1_500_000);
    }
  });
});

function fileOf(address: string): string {
  return address.replace('/kursus/taettere-paa-job', REAL);
}
