import { expect } from 'chai';
import { loadCourse } from '../../src/activities/course.ts';
import { changed, faultsOf, sampleFiles, withPackage, type Changes } from './samplePackage.ts';

const TOOL = `id: soevn
title: Søvn
summary: Om søvn.
keywords: [sove]
what: Se [søvn](vaerktoej:soevn).
when: [Om natten.]
steps: [Stå op., Gå ud.]
example: Bo står op.
tryNow: Prøv.
related: [soevn]
`;
const box: Changes = {
  'course.yaml': `${sampleFiles['course.yaml'] as string}toolbox: kasse\n`,
  'da/kasse/toolbox.yaml': 'title: Kassen\nintro: Slå op.\ntools: [soevn.yaml]\n',
  'da/kasse/soevn.yaml': TOOL,
};

describe('the toolbox of a package', () => {
  it('is read, with links from any text', async () => {
    const text = changed('da/modul-1/tekst.md', 'god', '[god](vaerktoej:soevn)');
    const { da, en } = await withPackage({ ...box, ...text }, loadCourse);
    const [tool] = da.toolbox?.tools ?? [];
    expect(tool).to.include({ id: 'soevn', title: 'Søvn' });
    expect(tool?.what.html).to.equal('<p>Se <a href="vaerktoej:soevn">søvn</a>.</p>\n');
    expect(tool?.words).to.include('sove');
    expect(en?.toolbox).to.equal(undefined);
  });

  it('is told of where a link or a field is wrong', async () => {
    const wrong = {
      ...box,
      'da/kasse/soevn.yaml': TOOL.replace('[soevn]', '[ro]').replace('vaerktoej:soevn', 'http://a.dk'),
    };
    expect(await faultsOf(wrong)).to.deep.equal([
      'da/kasse/soevn.yaml:5: the link to "http://a.dk" cannot be used; links must begin with https:// or be vaerktoej:navn or tel:number',
      'da/kasse/soevn.yaml:10: the tool "ro" is not in the toolbox; correct the name',
    ]);
  });
});

describe('a long page of the toolbox', () => {
  const long = (change = '') => ({
    ...box,
    'da/kasse/soevn.yaml': `${TOOL}stuck: Vent *lidt*.\nsheet: [{ ask: Hvornår står jeg op?, lines: 3 }, { ask: Hvad hjælper? }]\nusedIn: [modul-1${change}]\n`,
  });

  it('holds what to do when it does not work, a sheet for paper, and the modules that use it', async () => {
    const { da } = await withPackage(long(), loadCourse);
    const [tool] = da.toolbox?.tools ?? [];
    expect(tool?.stuck?.html).to.equal('<p>Vent <em>lidt</em>.</p>\n');
    expect(tool?.sheet).to.deep.equal([
      { ask: 'Hvornår står jeg op?', lines: 3 },
      { ask: 'Hvad hjælper?', lines: 2 },
    ]);
    expect(tool?.usedIn).to.deep.equal(['modul-1']);
    expect(tool?.words).to.include('Vent lidt.').and.to.include('Hvornår står jeg op?');
  });

  it('names no module that the course lacks', async () => {
    expect(await faultsOf(long(', modul-9'))).to.deep.equal([
      'da/kasse/soevn.yaml:13: the module "modul-9" is not in course.yaml; correct the name',
    ]);
  });
});

describe('a module that is not translated', () => {
  it('is shown in Danish', async () => {
    const gone = Object.keys(sampleFiles).filter((path) => path.startsWith('en/modul-1'));
    const { en } = await withPackage(Object.fromEntries(gone.map((path) => [path, undefined])), loadCourse);
    expect(en?.title).to.equal('Example');
    expect(en?.modules[0]).to.include({ title: 'Uge et', language: 'da' });
  });
});
