import { expect } from 'chai';
import { bothFaultsOf, changed } from './samplePackage.ts';

const PREP = 'da/modul-1/prep.yaml';

/** What someone has written, in place of what in the preparation, and the line and the beginning of what they are told. */
const cases: [string, [string, string], number, string][] = [
  ['a quotation mark that is never closed', ['title: Forberedelse', 'title: "Forberedelse'], 3, 'Teksten begynder med'],
  ['a space too few', ['    title: Svar', '   title: Svar'], 18, 'Linjen begynder med 3 mellemrum. Skriv 4'],
  ['a space too many', ['    title: Svar', '     title: Svar'], 18, 'Linjen begynder med 5 mellemrum. Skriv 4'],
  ['an entry too far in', ['      - kind: one', '       - kind: one'], 25, 'Linjen begynder med 7 mellemrum. Skriv 6'],
  [
    'what was pasted at the margin',
    ['      - kind: text', '- kind: text'],
    21,
    'Linjen begynder uden mellemrum. Skriv 6',
  ],
  [
    'a list with no word above it',
    ['        options:\n          - { id: en', '          - { id: en'],
    28,
    'Listen har intet',
  ],
  ['a tab', ['    title: Svar', '\ttitle: Svar'], 18, 'Linjen begynder med et tabulatortegn'],
  [
    'spaces from Word before a word',
    ['    title: Svar', '\u00A0\u00A0 title: Svar'],
    18,
    'Der er et mellemrum af en anden',
  ],
  ['a space from Word after a colon', ['title: Svar', 'title:\u00A0Svar'], 18, 'Der er et mellemrum af en anden'],
  ['a bullet from Word', ['      - kind: one', '      • kind: one'], 25, 'Linjen begynder med et punkttegn'],
  ['a dash from Word', ['      - kind: one', '      – kind: one'], 25, 'Linjen begynder med et punkttegn'],
  ['curly quotation marks from Word', ['title: Svar', 'title: ”Svar: kort”'], 18, 'Anførselstegnene er skæve'],
  ['quotation marks round a part', ['ask: Hvilken?', 'ask: "Ja" eller nej?'], 27, 'Anførselstegnene er kun om en del'],
  ['a colon in a text', ['ask: Hvilken?', 'ask: Prøv: hvilken?'], 27, 'Der er to koloner'],
  ['no space after a colon', ['title: Svar', 'title:Svar'], 18, 'Der mangler et mellemrum efter kolon'],
  [
    'no space after a hyphen',
    ['      - kind: one', '      -kind: one'],
    25,
    'Der mangler et mellemrum efter bindestregen',
  ],
  ['no colon', ['    title: Svar', '    title Svar'], 18, 'Linjen har intet ord med kolon foran'],
  ['emphasis at the beginning', ['ask: Hvilken?', 'ask: *Hvilken* af dem?'], 27, 'Teksten begynder med et tegn'],
  ['a # that hides a text', ['ask: Hvilken?', 'ask: Hvilken er #1?'], 27, 'Det, der står efter #'],
];

describe('what someone who writes no programs gets wrong', () => {
  for (const [what, [before, after], line, told] of cases) {
    it(`is told at its line, with what to do: ${what}`, async () => {
      const faults = await bothFaultsOf(changed(PREP, before, after));
      const own = faults.filter(({ da }) => da.startsWith(PREP));
      expect(own).to.have.length(1);
      expect(own[0]?.da).to.contain(`${PREP}:${line}: ${told}`);
      expect(own[0]?.en, 'in English too').not.to.contain('is not valid YAML here');
    });
  }

  it('is told in Danish by the places as one counts them', async () => {
    const [missing] = await bothFaultsOf(changed(PREP, '        id: valg\n', ''));
    expect(missing?.da).to.equal(`${PREP}:25: id (trin 2, spørgsmål 2) mangler. Skriv linjen.`);
    const [same] = await bothFaultsOf(changed(PREP, '{ id: to,', '{ id: en,'));
    expect(same?.da).to.contain('id (trin 2, spørgsmål 2, svarmulighed 2) "en" står to gange.');
  });

  it('is no fault where it is on purpose: words below a |, a note, a text of several lines', async () => {
    const whole = ['intro: |', '  – Hej: "sagde', '  • hun', '   [igen', 'steps: # i rækkefølge'].join('\n');
    const broken = changed(PREP, 'intro: Kort og godt.\nsteps:', whole);
    expect(await bothFaultsOf(broken)).to.deep.equal([]);
    const below = { [PREP]: broken[PREP]?.toString().replace('title: Svar', 'title:Svar') };
    const own = (await bothFaultsOf(below)).filter(({ da }) => da.startsWith(PREP));
    expect(own.map(({ da }) => da)).to.deep.equal([`${PREP}:21: Der mangler et mellemrum efter kolon. Skriv det.`]);
  });
});
