import { expect } from 'chai';
import { load } from 'cheerio';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readCaptions } from '../../src/content/reading/captions.ts';
import type { Course, Courses } from '../../src/content/course.ts';
import { shippedCourse } from '../support/shippedCourse.ts';
import type { Video } from '../../src/content/media.ts';

interface Film {
  scenes: { heading?: Record<'da' | 'en', string[]>; lines: Record<'da' | 'en', string>[] }[];
}

const SCRIPTS = 'tools/video/films';
const PICTURES = 'tools/video/pictures';

describe('the films of TÆTTERE PÅ JOB', () => {
  let courses: Courses;
  before(async () => {
    courses = await shippedCourse();
  });

  it('say in each transcript, word for word, what the captions say, and are soon fetched', async () => {
    const videos = [courses.da, courses.en!].flatMap(videosOf);
    expect(videos).to.have.length(16);
    for (const video of videos) {
      expect(wordsOf(video.transcriptHtml), video.src).to.equal((await captionsOf(video)).join(' '));
      expect((await stat(fileOf(video.src))).size / video.seconds, video.src).to.be.below(12_000);
      expect(video.seconds, video.src).to.be.within(60, 180);
      expect(video.hasOptionalVoice, video.src).to.equal(true);
    }
  });

  it('say what their scripts say', async () => {
    for (const [language, course] of [['da', courses.da] as const, ['en', courses.en!] as const]) {
      for (const video of videosOf(course)) {
        expect(await scriptOf(video, language), video.src).to.deep.equal(await captionsOf(video));
      }
    }
  });

  it('are a film of its own in each language, with its picture before it begins', () => {
    const danish = videosOf(courses.da).map(({ src, poster }) => [src, poster]);
    const english = danish.map((files) => files.map((file) => file.replace(/\.(mp4|webp)$/, '.en.$1')));
    expect(videosOf(courses.en!).map(({ src, poster }) => [src, poster])).to.deep.equal(english);
  });

  it('have no words in the picture but headings, each in both languages', async () => {
    for (const file of await readdir(PICTURES)) {
      const words = load(await readFile(`${PICTURES}/${file}`, 'utf8'), { xml: true })('text').text();
      expect(words, file).to.match(/^\d*$/);
    }
    for (const file of await readdir(SCRIPTS)) {
      const { film } = (await import(`../../${SCRIPTS}/${file}`)) as { film: Film };
      for (const { heading } of film.scenes) if (heading) expect(heading.en, file).to.have.length(heading.da.length);
    }
  });
});

function videosOf({ modules }: Course): Video[] {
  const activities = modules.flatMap((module) => module.activities);
  return activities.flatMap(({ steps = [] }) => steps.flatMap(({ video }) => video ?? []));
}

async function captionsOf({ captions }: Video): Promise<string[]> {
  const { cues } = readCaptions(await readFile(fileOf(captions.src), 'utf8'));
  return cues.map(({ text }) => text);
}

/** What is said in the film, line by line, as `tools/video` makes it. */
async function scriptOf({ src }: Video, language: 'da' | 'en'): Promise<string[]> {
  const name = basename(src, '.mp4').replace(/\.en$/, '');
  const { film } = (await import(`../../${SCRIPTS}/${name}.mjs`)) as { film: Film };
  return film.scenes.flatMap(({ lines }) => lines.map((line) => line[language]));
}

function fileOf(address: string): string {
  return address.replace('/kursus/', 'content/');
}

function wordsOf(html: string): string {
  return load(html)('body').text().trim().replace(/\s+/g, ' ');
}
