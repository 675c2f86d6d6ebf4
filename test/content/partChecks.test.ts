import { expect } from 'chai';
import { checkCourse } from '../../src/activities/course.ts';
import type { PartCheck } from '../../src/content/checks/partChecks.ts';
import { changed, sampleFiles, withPackage, type Changes } from './samplePackage.ts';

const TOOL = `id: soevn
title: Søvn
summary: Om søvn.
what: Ring til [112](tel:112).
when: [Om natten.]
steps: [Stå op., Gå ud.]
example: Bo står op.
tryNow: Prøv.
`;
const withToolbox: Changes = {
  'course.yaml': `${String(sampleFiles['course.yaml'])}toolbox: kasse\n`,
  'da/kasse/toolbox.yaml': 'title: Kassen\nintro: Slå op.\ntools: [soevn.yaml]\n',
  'da/kasse/soevn.yaml': TOOL,
};

async function partIn(changes: Changes, part: string): Promise<PartCheck | undefined> {
  const { parts } = await withPackage(changes, checkCourse);
  return parts.find((one) => one.part === part);
}

describe('the check part by part', () => {
  it('has a row for each week with its minutes, and for the rest of the package', async () => {
    const { parts, texts } = await withPackage({}, checkCourse);
    expect(parts.map(({ part }) => part)).to.deep.equal(['modul-1', '']);
    expect(parts[0]).to.include({ avoided: 0, links: 0, phones: 0, others: 0 });
    expect(parts[0]?.minutes).to.deep.equal({ short: 7, whole: 7 });
    const danish = texts.filter(({ file }) => file.includes('/da/modul-1/'));
    expect(parts[0]?.words).to.equal(danish.reduce((sum, { words }) => sum + words, 0));
  });

  it('counts words of the list, links and telephone numbers apart from other faults', async () => {
    const text = 'Spørg i jobcenteret. [Her](http://a.dk), [der](vaerktoej:nej) eller [90](tel:909090).\n';
    expect(await partIn({ 'da/modul-1/tekst.md': text }, 'modul-1')).to.include({
      avoided: 1,
      links: 2,
      phones: 1,
      others: 0,
    });
    expect(await partIn(changed('en/modul-1/prep.yaml', 'id: haab', 'id: hope'), 'modul-1')).to.include({
      links: 0,
      others: 1,
    });
  });

  it('counts what English lacks: texts, and captions of a film', async () => {
    expect(await partIn(withToolbox, 'kasse')).to.include({ untranslated: 2, phones: 0 });
    expect(await partIn({}, 'modul-1')).to.include({ untranslated: 1 });
    const captioned = {
      ...changed('en/modul-1/prep.yaml', 'captions: film.vtt', 'captions: film.en.vtt'),
      'media/film.en.vtt': 'WEBVTT\n\n00:00.500 --> 00:02.000\nHello\n',
    };
    expect(await partIn(captioned, 'modul-1')).to.include({ untranslated: 0 });
  });

  it('knows the telephone numbers of the toolbox too', async () => {
    const wrong = { ...withToolbox, 'da/kasse/soevn.yaml': TOOL.replace('[112](tel:112)', '[113](tel:113)') };
    expect(await partIn(wrong, 'kasse')).to.include({ phones: 1, others: 0 });
  });
});
