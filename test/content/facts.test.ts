import { expect } from 'chai';
import { loadCourse } from '../../src/activities/course.ts';
import type { Facts } from '../../src/content/facts.ts';
import { faultsOf, withPackage } from './samplePackage.ts';

const TEXT = 'da/modul-1/tekst.md';
function facts(months: number, phone = '', email = ''): Facts {
  const controller = { name: 'Kurser for Alle', phone, email };
  return { retentionMonths: months, controller, instructorHelp: { ...controller, name: 'Vagten' } };
}

describe('what texts take from the settings', () => {
  const written = async (given: Facts): Promise<string> => {
    const source = 'Det har {{ansvarlig}}. {{kontakt}} Vi gemmer det i {{opbevaring}}.\n';
    const { da } = await withPackage({ [TEXT]: source }, (folder) => loadCourse(folder, given));
    return da.modules[0]!.activities[0]!.steps![0]!.html.trim();
  };

  it('is who is responsible, how to reach them and for how long things are kept', async () => {
    expect(await written(facts(18, '12 34 56 78', 'kursus@example.dk'))).to.equal(
      '<p>Det har Kurser for Alle. Ring til os på <a href="tel:12345678">12 34 56 78</a>, eller skriv til kursus@example.dk. Vi gemmer det i 18 måneder.</p>',
    );
    expect(await written(facts(1, '', 'kursus@example.dk')))
      .to.include('Skriv til os på kursus@example.dk.')
      .and.include('1 måned.');
    expect(await written(facts(12))).to.include('Din instruktør kan hjælpe dig med at få fat i os.');
  });

  it('is nothing else: a name that nothing fills is told', async () => {
    const [fault] = await faultsOf({ [TEXT]: 'Vi sletter det efter {{snart}}.\n' });
    expect(fault).to.include(TEXT).and.include('"{{snart}}" is filled by nothing');
  });
});

describe('links that a telephone can call', () => {
  const told = (link: string) => faultsOf({ [TEXT]: `Hej.\n\nRing til ${link}.\n` });

  it('are those to numbers that are known', async () => {
    expect(await told('[70 201 201](tel:70201201)')).to.deep.equal([]);
    expect((await told('[70 201 202](tel:70201202)')).join())
      .to.include(`${TEXT}:3`)
      .and.include('70201202 is not known');
  });

  it('show the number that they call', async () => {
    expect((await told('[112](tel:1813)')).join()).to.include('calls 1813 and shows "112"');
  });
});
