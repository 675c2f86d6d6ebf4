import { expect } from 'chai';
import { readdir, readFile } from 'node:fs/promises';
import { loadCourse } from '../../src/activities/course.ts';
import { readCaptions } from '../../src/content/reading/captions.ts';
import type { Activity, Courses, SteppedActivity } from '../../src/content/course.ts';
import type { Video } from '../../src/content/media.ts';

const REAL = 'content/taettere-paa-job';
/** The only Danish words that an English page keeps: names, the way back to Danish, and a word that one is told to ask for. */
const NAMES = /Tættere på job|TÆTTERE PÅ JOB|Bølle|Køge|På dansk|lægevagten/g;

describe('The course in English', () => {
  let courses: Courses;
  before(async () => {
    courses = await loadCourse(REAL);
  });

  it('has a file for each Danish file', async () => {
    expect(await filesIn(`${REAL}/en`)).to.deep.equal(await filesIn(`${REAL}/da`));
  });

  it('falls back on Danish nowhere', () => {
    expect(courses.en?.modules.filter(({ language }) => language !== undefined)).to.deep.equal([]);
    expect(courses.en?.toolbox?.tools.length).to.equal(courses.da.toolbox?.tools.length);
  });

  it('has English captions in each film, at the moments of the Danish', async () => {
    const [danish, english] = [videosOf(courses, 'da'), videosOf(courses, 'en')];
    expect(english).to.have.length(danish.length);
    for (const [place, video] of english.entries()) {
      expect(video.captions.src).to.match(/\.en\.vtt$/);
      expect(await momentsOf(video), video.src).to.deep.equal(await momentsOf(danish[place]));
    }
  });

  for (const folder of [`${REAL}/en`, 'src/text/en']) {
    it(`has no Danish word left in ${folder}`, async () => {
      for (const file of await filesIn(folder)) {
        const words = (await readFile(`${folder}/${file}`, 'utf8')).replaceAll(NAMES, '');
        expect(words.match(/\p{L}*[æøå]\p{L}*/giu) ?? [], file).to.deep.equal([]);
      }
    });
  }
});

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => `${parentPath}/${name}`);
  return files.map((path) => path.slice(folder.length + 1)).toSorted();
}

function videosOf(courses: Courses, language: 'da' | 'en'): Video[] {
  const activities = courses[language]?.modules.flatMap((module) => module.activities) ?? [];
  return activities.filter(isPreparation).flatMap(({ steps }) => steps.flatMap(({ video }) => video ?? []));
}

function isPreparation(activity: Activity): activity is SteppedActivity {
  return activity.kind === 'prep';
}

async function momentsOf(video: Video | undefined): Promise<unknown[]> {
  const path = video?.captions.src.replace('/kursus/taettere-paa-job', REAL) ?? '';
  return readCaptions(await readFile(path, 'utf8')).cues.map(({ start, end }) => [start, end]);
}
