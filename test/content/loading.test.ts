import { expect } from 'chai';
import fc from 'fast-check';
import { symlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SteppedActivity } from '../../src/content/course.ts';
import { BadContent, faultLine } from '../../src/content/faults.ts';
import { loadCourse } from '../../src/activities/course.ts';
import { findActivity } from '../../src/content/find.ts';
import { inRhythm } from '../../src/content/rhythm.ts';
import { changed, faultsOf, sampleFiles, withPackage, type Changes } from './samplePackage.ts';
import { anyText } from '../support/anyText.ts';

const PREP = 'da/modul-1/prep.yaml';

/** A second week, in Danish alone. */
const withSecondModule: Changes = {
  ...changed('course.yaml', '[modul-1]', '[modul-1, modul-2]'),
  'da/modul-2/module.yaml': 'title: Uge to\nsummary: Den anden uge.\nactivities:\n  - prep.yaml\n',
  'da/modul-2/prep.yaml': `kind: prep
id: modul-2-forberedelse
title: Uge to
intro: Kort.
steps:
  - id: svar
    title: Svar
    minutes: 2
    questions: [{ kind: text, id: ord, ask: Hvad?, required: true }]
`,
};

describe('loadCourse', () => {
  it('gives the course in each language, ready to show', async () => {
    const { da, en } = await withPackage({}, loadCourse);
    expect(da).to.include({ id: 'eksempel', title: 'Eksempel' });
    expect(da.mediaHosts).to.deep.equal(['video.example.dk']);
    expect(en?.modules[0]).to.include({ id: 'modul-1', number: 1, title: 'Week one' });
    const prep = da.modules[0]!.activities[0] as SteppedActivity;
    expect(prep).to.include({ id: 'modul-1-forberedelse', kind: 'prep', minutes: 7 });
    expect(prep.steps[0]).to.deep.equal({
      id: 'se',
      title: 'Se en film',
      minutes: 3,
      video: {
        title: 'Velkommen',
        src: '/kursus/eksempel/media/film.mp4',
        type: 'video/mp4',
        poster: '/kursus/eksempel/media/film.jpg',
        captions: { src: '/kursus/eksempel/media/film.vtt', language: 'da', label: 'Dansk' },
        transcriptHtml: '<p>Hej med dig.</p>\n',
        seconds: 5,
        hasOptionalVoice: false,
      },
      html: '<h2>Hej</h2>\n<p>Du er <strong>god</strong> nok.</p>\n',
      questions: [],
    });
    const [text, one, , scale] = prep.steps[1]!.questions;
    expect(text).to.deep.equal({
      kind: 'text',
      id: 'haab',
      ask: 'Hvad er dit håb?',
      hint: '',
      required: true,
      maxLength: 2000,
      mayBeKept: false,
    });
    expect(one).to.include({ kind: 'one', required: false });
    expect(scale).to.have.deep.property('options', [
      { id: '1', label: 'Slet ikke' },
      { id: '2', label: 'Lidt' },
      { id: '3', label: 'Noget' },
      { id: '4', label: 'Meget' },
      { id: '5', label: 'Helt' },
    ]);
  });

  it('takes a video from a media host of the course', async () => {
    const address = 'https://video.example.dk/v/123';
    const changes = changed(PREP, 'file: film.mp4', `file: ${address}\n      type: video/webm`);
    const { da } = await withPackage(changes, loadCourse);
    expect((da.modules[0]!.activities[0] as SteppedActivity).steps[0]!.video).to.include({
      src: address,
      type: 'video/webm',
    });
  });

  it('is Danish alone where the title is', async () => {
    const courses = await withPackage(changed('course.yaml', '  en: Example\n', ''), loadCourse);
    expect(courses).to.have.keys('da');
  });

  it('has in Danish, and says so, what has not been put into the other language', async () => {
    const { da, en } = await withPackage(withSecondModule, loadCourse);
    expect(en?.modules.map(({ title, language }) => [title, language])).to.deep.equal([
      ['Week one', undefined],
      ['Uge to', 'da'],
    ]);
    const [second] = da.modules[1]!.activities;
    expect(en?.modules[1]?.activities).to.deep.equal([{ ...second, language: 'da' }]);
    expect(da.modules[1]).not.to.have.property('language');
  });

  it('gives other rhythms for the same modules', async () => {
    const variants = 'variants:\n  - { id: kort, title: { da: Kort, en: Short }, weeks: [[modul-1, modul-2]] }\n';
    const course = `${String(withSecondModule['course.yaml'])}${variants}`;
    const { da, en } = await withPackage({ ...withSecondModule, 'course.yaml': course }, loadCourse);
    expect(da.variants).to.deep.equal([{ id: 'kort', title: 'Kort', offered: true, weeks: [['modul-1', 'modul-2']] }]);
    expect(en?.variants[0]?.title).to.equal('Short');
  });

  it('lets a rhythm have a module of its own, which may share files; only then may it leave others out', async () => {
    const rhythm = (weeks: string) =>
      `${String(withSecondModule['course.yaml'])}variants:\n  - { id: kort, title: { da: Kort }, weeks: ${weeks} }\n`;
    const own = {
      ...withSecondModule,
      'course.yaml': rhythm('[[modul-1], [kun-kort]]'),
      'da/kun-kort/module.yaml': 'title: Kun kort\nsummary: Kort.\nactivities:\n  - ../modul-1/prep.yaml\n',
    };
    const { da, en } = await withPackage(own, loadCourse);
    expect(da.modules.map(({ id }) => id)).to.deep.equal(['modul-1', 'modul-2']);
    const short = inRhythm(da, { rhythm: 'kort' });
    expect(short.modules.map(({ id }) => id)).to.deep.equal(['modul-1', 'kun-kort']);
    expect(short.elsewhere?.map(({ id }) => id)).to.deep.equal(['modul-2']);
    expect(short.modules[1]?.activities[0]?.id).to.equal('modul-1-forberedelse');
    expect(findActivity(short, da.modules[1]!.activities[0]!.id)?.id).to.equal(da.modules[1]!.activities[0]!.id);
    expect(en?.elsewhere?.[0]).to.include({ id: 'kun-kort', language: 'da' });
    const left = await faultsOf({ ...withSecondModule, 'course.yaml': rhythm('[[modul-1]]') });
    expect(left.join()).to.include('only a rhythm with modules of its own may leave some out');
  });

  it('changes an activity’s version with its content, and only then', async () => {
    const versionOf = async (changes: Changes): Promise<string> =>
      (await withPackage(changes, loadCourse)).da.modules[0]!.activities[0]!.version;
    const version = await versionOf({});
    expect(version).to.match(/^[0-9a-f]{16}$/);
    expect(await versionOf(changed(PREP, 'kind: prep\n', '# a remark\nkind: prep\n'))).to.equal(version);
    expect(await versionOf(changed('da/modul-1/tekst.md', 'god', 'rigtig god'))).not.to.equal(version);
  });

  it('tells every fault at once, in reading order, by file, line and column', async () => {
    const changes = { ...changed(PREP, 'kind: text', 'kind: txet'), 'en/modul-1/film.md': undefined };
    await withPackage(changes, async (folder) => {
      const error = await loadCourse(folder).catch((caught: unknown) => caught);
      expect(error).to.be.instanceOf(BadContent);
      const { faults, message } = error as BadContent;
      expect(faults.map((fault) => faultLine(fault).slice(folder.length + 1))).to.deep.equal([
        'da/modul-1/prep.yaml:21:15: steps[1].questions[0].kind is "txet"; use text, one, many, scale, number or statements',
        'en/modul-1/prep.yaml:14:19: en/modul-1/film.md is not in the package; add the file or correct the name',
      ]);
      expect(message).to.contain('package: 2').and.to.contain('prep.yaml:21:15');
    });
  });

  it('refuses a file that leads out of the package', async () => {
    await withPackage({ 'da/modul-1/tekst.md': undefined }, async (folder) => {
      const link = join(folder, 'da/modul-1/tekst.md');
      await symlink('/etc/hostname', link);
      const error = await loadCourse(folder).catch((caught: unknown) => caught);
      await rm(link);
      expect((error as BadContent).message).to.contain('leads out of the package');
    });
  });

  it('says that there is no package rather than throwing at the disk', async () => {
    const error = await loadCourse('/nowhere/at/all').catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(BadContent);
    expect((error as BadContent).faults[0]).to.include({ file: '/nowhere/at/all/course.yaml', line: 1 });
  });

  it('meets any text with BadContent or a course, never with another error', async () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(...sampleFiles[PREP]!.split('\n')),
      fc.constantFrom(
        '<<: *a',
        '&a b: 1',
        '__proto__: {kind: prep}',
        '? [x]',
        '!!js x',
        '%YAML 1.1',
        '---',
        '\t- x',
        '"\\u',
      ),
    );
    const anyYaml = fc.oneof(
      anyText(),
      fc.array(line).map((lines) => lines.join('\n')),
    );
    const place = fc.constantFrom('course.yaml', 'da/modul-1/module.yaml', PREP);
    await fc.assert(
      fc.asyncProperty(place, anyYaml, async (path, yaml) => {
        // A fault that reaches here is BadContent; anything else is thrown on and fails the property.
        await faultsOf({ [path]: yaml });
      }),
      { numRuns: 100 },
    );
  });
});
