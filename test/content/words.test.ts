import { expect } from 'chai';
import { avoidedIn, avoidedInCourse } from '../../src/content/checks/words.ts';
import { checkCourse } from '../../src/activities/course.ts';
import { withPackage } from './samplePackage.ts';

describe('words that the Danish has others for', () => {
  const wrong = [
    'Personen er fundet på.',
    'Et møde med jobcenteret.',
    'Her er flere ideer.',
    'Du kan printe siden.',
    'Du er færdig for nu.',
    'Sådan kan du nå en plan.',
    'Hvad vil du mindes om?',
    'Ring 112, hvis der er fare for liv.',
    'Har du meldt fra?',
    'Det er en ond cirkel.',
    'Bed en om at gå med.',
    'Spørg en, om I kan gå sammen.',
    'Måske ringede du til en.',
    'Du har ret til at tage en med.',
    'Det er fordi, han er træt.',
    'Sæt vækkeuret nu.',
    'Jeg kan finde på at prøve igen.',
    'Morgenen driller.',
    'Det er frit, om du vil svare.',
    'Lyt til ende.',
    'Lad dem vide, hvad du gerne vil.',
    'Prøve endnu hårdere',
    'Hvad er noget, du har fået gjort?',
    'Hver skriver én ting, de tager med.',
  ];
  for (const text of wrong) {
    it(`are told: ${text}`, () => expect(avoidedIn(text)).to.have.length(1));
  }

  const right = [
    'Bed en, du stoler på, om at gå med.',
    'Kan printeren virke, og driller computeren?',
    'For nu ved hun det. Holdet har flere idéer.',
    'Når din plan ikke holder, så spørg en, der kender dig.',
    'Fordi hun spørger.',
    'Ring til en, du stoler på. Tag en med, som du kender.',
    'Hver skriver sit eget svar. De andre venter.',
  ];
  for (const text of right) {
    it(`are not told in: ${text}`, () => expect(avoidedIn(text)).to.deep.equal([]));
  }

  it('fail the check of a course with file and line, in Danish only, and keep nothing from working', async () => {
    const said = 'Hej.\n\nPersonen er fundet på. Hun siger “hej”.\n';
    const { faults, hard } = await withPackage(
      { 'da/modul-1/tekst.md': said, 'en/modul-1/tekst.md': said },
      checkCourse,
    );
    expect(hard).to.deep.equal(faults);
    expect(
      faults.map(({ file, line, message }) => `${file.split('/').slice(-3).join('/')}:${line} ${message.en}`),
    ).to.deep.equal([
      'da/modul-1/tekst.md:3 says "er fundet på"; write "er opdigtet"',
      'da/modul-1/tekst.md:3 says "“"; write straight quotation marks',
      'da/modul-1/tekst.md:3 says "”"; write straight quotation marks',
    ]);
  });

  it('are told with their quotation marks in a course only', () => {
    expect(avoidedIn('Hun siger “hej”.')).to.deep.equal([]);
    expect(avoidedInCourse('Hun siger “hej”.')).to.have.length(2);
  });
});
