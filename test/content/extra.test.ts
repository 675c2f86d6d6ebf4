import { expect } from 'chai';
import { checkCourse, loadCourse } from '../../src/activities/course.ts';
import { changed, faultsOf, sampleFiles, withPackage, type Changes } from './samplePackage.ts';

const TOOL = `id: soevn
title: Søvn
summary: Om søvn.
what: Om søvn.
when: [Om natten.]
steps: [Stå op., Gå ud.]
example: ${'Bo står op. '.repeat(100)}
tryNow: Prøv.
`;
const EXTRA = `id: modul-1-mere
title: Vil du mere?
intro: Her er mere.
parts:
  - id: eksempel
    title: Bo
    minutes: 5
    text: |
      Bo læser om [søvn](vaerktoej:soevn).

      ## Så
  - id: ro
    title: Ro
    minutes: 4
    slow: true
    heavy: true
    text: Sid ned.
pages: [soevn]
`;
const withExtra: Changes = {
  'course.yaml': `${String(sampleFiles['course.yaml'])}toolbox: kasse\n`,
  'da/kasse/toolbox.yaml': 'title: Kassen\nintro: Slå op.\ntools: [soevn.yaml]\n',
  'da/kasse/soevn.yaml': TOOL,
  ...changed('da/modul-1/module.yaml', '  - prep.yaml\n', '  - prep.yaml\nextra: mere.yaml\n'),
  'da/modul-1/mere.yaml': EXTRA,
};

describe('what a module holds for people who want more', () => {
  it('is read with its parts; its words are measured and its links are known', async () => {
    const { da } = await withPackage(withExtra, loadCourse);
    const extra = da.modules[0]?.extra;
    expect(extra).to.include({ id: 'modul-1-mere', title: 'Vil du mere?' });
    expect(extra?.parts.map(({ html: _html, ...part }) => part)).to.deep.equal([
      { id: 'eksempel', title: 'Bo', minutes: 5, words: 5 },
      { id: 'ro', title: 'Ro', minutes: 4, words: 2, isSlow: true, isHeavy: true },
    ]);
    expect(extra?.parts[0]?.html).to.include('<a href="vaerktoej:soevn">søvn</a>').and.to.include('<h2>Så</h2>');
  });

  it('counts in the time of the week: the short way alone, and all of it with the pages of the toolbox', async () => {
    const { weeks, texts } = await withPackage(withExtra, checkCourse);
    // 7 minutes of preparation; 9 minutes of the two parts; a page of about 310 words.
    expect(weeks).to.deep.equal([{ module: 'modul-1', short: 7, whole: 7 + 9 + 3, words: 7, pages: 1 }]);
    expect(texts.find(({ file }) => file.endsWith('mere.yaml'))?.words).to.equal(15);
    const without = await withPackage({}, checkCourse);
    expect(without.weeks).to.deep.equal([{ module: 'modul-1', short: 7, whole: 7, words: 0, pages: 0 }]);
  });

  for (const [what, from, to, fault] of [
    [
      'takes longer to read than it says',
      'Sid ned.',
      'Sid ned. '.repeat(300),
      '18: minutes is 4, but its 600 words take 5',
    ],
    ['names a page that is not there', 'pages: [soevn]', 'pages: [mad]', '21: the tool "mad" is not in the toolbox'],
    [
      'links to a tool that is not there',
      '(vaerktoej:soevn)',
      '(vaerktoej:mad)',
      '8: the tool "mad" is not in the toolbox',
    ],
    ['lacks its text', '    text: Sid ned.\n', '', 'parts[1].text is missing'],
  ] as const) {
    it(`is told of where it ${what}`, async () => {
      const [found, ...others] = await faultsOf({ ...withExtra, 'da/modul-1/mere.yaml': EXTRA.replace(from, to) });
      expect(found)
        .to.include('da/modul-1/mere.yaml:')
        .and.to.include(fault.replace(/^\d+: /, ''));
      expect(others).to.deep.equal([]);
    });
  }

  it('agrees in both languages', async () => {
    const english = {
      ...changed('en/modul-1/module.yaml', '  - prep.yaml\n', '  - prep.yaml\nextra: mere.yaml\n'),
      'en/modul-1/mere.yaml': EXTRA.replace('slow: true', 'slow: false'),
    };
    expect((await faultsOf({ ...withExtra, ...english })).join()).to.match(/en\/modul-1\/mere\.yaml.*slow is false/);
  });
});
