import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { checkCourse, checkCourseFiles, loadCourse } from '../../src/activities/course.ts';
import { filesOnDisk } from '../../src/content/package/packageFiles.ts';
import { changed, sampleFiles, withPackage } from './samplePackage.ts';

const REAL = 'content/taettere-paa-job';
const HARD =
  'Beskæftigelsesindsatsen forudsætter regelmæssig tilstedeværelse samt dokumentation vedrørende helbredsmæssige forhold.';

describe('checkCourse', () => {
  it('measures every text and finds none of them hard', async () => {
    const { faults, texts } = await withPackage({}, checkCourse);
    expect(faults).to.deep.equal([]);
    expect(texts).to.have.length(12);
    expect(texts.find(({ file }) => file.endsWith('da/modul-1/tekst.md'))).to.include({ words: 5, sentences: 2 });
  });

  it('says of each file what is in it now, however often the same words were checked before', async () => {
    const files = ['da/modul-1/tekst.md', 'en/modul-1/tekst.md'];
    const placesOf = async (texts: string[]) => {
      const { faults } = await withPackage(
        Object.fromEntries(files.map((file, index) => [file, texts[index] ?? ''])),
        checkCourse,
      );
      return faults.map(({ file, line }) => `${file.slice(-files[0]!.length)}:${line}`);
    };
    const hard = `# Hej\n\n${HARD}\n`;
    const easy = '# Hej\n\nDu er god.\n';
    expect(await placesOf([hard, hard])).to.deep.equal(files.map((file) => `${file}:3`));
    expect(await placesOf([easy, hard])).to.deep.equal([`${files[1]}:3`]);
    expect(await placesOf([`\n${hard}`, easy])).to.deep.equal([`${files[0]}:4`]);
    expect(await placesOf([easy, easy])).to.deep.equal([]);
    const twice = `id: eksempel\n${sampleFiles['course.yaml']}`;
    const read = () => withPackage({ 'course.yaml': twice }, checkCourse);
    const [first, again] = [await read(), await read()];
    expect(
      again.faults.map(({ line }) => line),
      'YAML',
    ).to.deep.equal(first.faults.map(({ line }) => line));
    expect(first.faults).not.to.deep.equal([]);
  });

  it('fails a hard text at its hardest line', async () => {
    const { faults } = await withPackage({ 'da/modul-1/tekst.md': `# Hej\n\nDu er god.\n\n${HARD}\n` }, checkCourse);
    expect(faults).to.have.length(1);
    expect(faults[0]!.file).to.match(/da\/modul-1\/tekst\.md$/);
    expect(faults[0]).to.include({ line: 5 });
    expect(faults[0]!.message.en).to.match(/^LIX is \d\d\.\d, more than 30; /);
  });

  it('refuses to publish what does not tell people what is kept of them, and whom they may complain to', async () => {
    const untold = await withPackage(
      changed('course.yaml', 'notice: { file: data.md, version: 1, date: 2026-11-22 }\n', ''),
      checkCourse,
    );
    expect(untold.faults.map(({ message }) => message.en)).to.deep.equal([
      'notice is missing; people must be told what is kept of them (docs/content.md)',
    ]);
    const { faults } = await withPackage({ 'en/data.md': 'We keep your name.\n' }, checkCourse);
    expect(faults.map(({ message }) => message.en).join()).to.include('does not say "Datatilsynet"');
    const undated = await withPackage(changed('course.yaml', '2026-11-22', '22/11'), checkCourse);
    expect(undated.faults.map(({ message }) => message.en).join()).to.include('use a date');
  });

  it('refuses a survey that takes more than five minutes once its instruments are worded, and lets it start', async () => {
    const disk = filesOnDisk(REAL);
    const longer = (text: string) => new TextEncoder().encode(`${text}  - siden.yaml\n`);
    const read = async (path: string) => {
      const bytes = await disk.read(path);
      return path.endsWith('/efter.yaml') ? longer(new TextDecoder().decode(bytes)) : bytes;
    };
    const { faults, hard, surveys, courses } = await checkCourseFiles({ ...disk, read });
    const told = faults.filter(({ file }) => file === 'da/spoergeskemaer/efter.yaml');
    expect(surveys.find(({ survey }) => survey === 'spoergeskema-efter')?.minutes, 'without WHO-5').to.equal(5);
    expect(told).to.have.length(1);
    expect(told[0]).to.include({ line: 9 });
    expect(told[0]?.message.en).to.match(/^its \d+ words take 6 minutes to read with WHO-5, more than 5; /);
    expect(courses?.da.surveys, 'it can be used').to.have.length(4);
    expect(hard).to.include.members(told);
  });

  it('lets a hard text start all the same: only publishing it is refused', async () => {
    await withPackage({ 'da/modul-1/tekst.md': HARD }, loadCourse);
  });
});

describe('The content command', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ['src/cli/content.ts', ...args], { encoding: 'utf8' });

  it('ends with 0 and a table for the packages of the repository', () => {
    const { status, stdout } = run('check');
    expect(stdout)
      .to.contain(`${REAL}: no faults`)
      .and.to.match(/LIX +words +text/)
      .and.to.match(/short +whole +LIX +words +listed +links +phones +untranslated +others +part/)
      .and.to.match(/ 32 +59 .* modul-1\n/);
    expect(stdout).to.match(/^ +5 +\d+ {2}spoergeskema-efter \(without who-5, as its words are missing\)$/m);
    expect(stdout).to.match(
      /^who-5: WHO-5\n {2}words from: .*Sundhedsstyrelsen.*\n {2}terms: .*must not be changed.*\n {2}source: .*1998/m,
    );
    expect(stdout.match(/^who-5: /gm), 'told once').to.have.length(1);
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
