import { appendFileSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadCourse } from '../../src/activities/course.ts';
import { usualFacts } from '../../src/content/facts.ts';
import { keptCourse, type Kept } from '../../src/content/package/keptCourse.ts';
import { withPackage } from './samplePackage.ts';

describe('a course that was read before', () => {
  let place: string;
  let reads: number;
  const open = (folder: string, change: Partial<Kept> = {}) => {
    const kept = { folder, place, facts: usualFacts, stamp: 'this program', ...change };
    return keptCourse(kept, () => {
      reads += 1;
      return loadCourse(folder, kept.facts);
    });
  };

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'kept-'));
    reads = 0;
  });
  afterEach(() => rmSync(place, { recursive: true }));

  it('is taken as it was', () =>
    withPackage({}, async (folder) => {
      const first = await open(folder);
      expect(await open(folder)).to.deep.equal(first);
      expect(reads).to.equal(1);
    }));

  it('is read again when a text changed, or a setting that texts tell, or the program', () =>
    withPackage({}, async (folder) => {
      await open(folder);
      appendFileSync(join(folder, 'da/modul-1/tekst.md'), '\nEn ny linje.\n');
      expect(JSON.stringify(await open(folder))).to.contain('En ny linje.');
      await open(folder, { facts: { ...usualFacts, retentionMonths: 3 } });
      await open(folder, { facts: { ...usualFacts, instructorHelp: { name: 'Vagten', phone: '', email: '' } } });
      await open(folder, { stamp: 'a newer program' });
      expect(reads).to.equal(5);
    }));

  it('is read each time while links may lead its files elsewhere', () =>
    withPackage({}, async (folder) => {
      symlinkSync(join(folder, 'course.yaml'), join(folder, 'link.yaml'));
      await open(folder);
      await open(folder);
      expect(reads).to.equal(2);
    }));

  it('is read when what was kept is damaged, or cannot be kept', () =>
    withPackage({}, async (folder) => {
      const first = await open(folder);
      for (const name of readdirSync(place)) writeFileSync(join(place, name), 'half');
      expect(await open(folder)).to.deep.equal(first);
      expect(await open(folder, { place: join(folder, 'course.yaml') })).to.deep.equal(first);
      expect(reads).to.equal(3);
    }));

  it('is forgotten after a month', () =>
    withPackage({}, async (folder) => {
      await open(folder);
      const [first = ''] = readdirSync(place);
      const old = new Date(Date.now() - 31 * 24 * 60 * 60_000);
      utimesSync(join(place, first), old, old);
      await open(folder, { stamp: 'a newer program' });
      expect(readdirSync(place)).to.have.length(1).and.not.include(first);
    }));
});
