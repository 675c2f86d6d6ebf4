import { expect } from 'chai';
import { loadCourse } from '../../src/activities/course.ts';
import { faultsOf, sampleFiles, withPackage, type Changes } from './samplePackage.ts';

const SHEET = `aim: Alle har prøvet.
ready: [Din plan]
parts:
  - { minutes: 10, title: Hej, text: Sig *hej*. }
  - { minutes: 5, title: Planer, text: Saml idéer., stuckPlans: true }
  - { minutes: 45, title: Emnet, text: Tal sammen. }
answers: { none: Spørg., few: Vis., many: Saml. }
watch: Pas på.
`;
const GUIDE = `title: Til dig
intro: Læs det.
chat: { title: Chat, text: Vent. }
hard:
  title: Svært
  text: "{{hjaelp-til-instruktoeren}}"
  order: [Svar., Ring., Tal.]
  replies:
    - { when: Fare, say: Ring 112. }
    - { when: Vold, say: Ring 1888. }
    - { when: Penge, say: Spørg. }
care: { title: Dig, text: Hvil. }
names: { title: Navne, text: Før og nu., pairs: [{ pilot: Søvnen, here: Søvn }] }
`;
const sheets: Changes = {
  'course.yaml': `${sampleFiles['course.yaml'] as string}runningSheets: plan\n`,
  'da/plan/modul-1.yaml': SHEET,
  'da/plan/guide.yaml': GUIDE,
};

describe('the running sheets of a package', () => {
  it('are read: the minutes, what to do with the answers, and what holds every time', async () => {
    const { da, en } = await withPackage(sheets, loadCourse);
    const [sheet] = da.runningSheets?.sheets ?? [];
    expect(sheet?.module).to.equal('modul-1');
    expect(sheet?.parts.map(({ minutes, isStuckPlans }) => [minutes, isStuckPlans])).to.deep.equal([
      [10, false],
      [5, true],
      [45, false],
    ]);
    expect(sheet?.parts[0]?.html).to.equal('<p>Sig <em>hej</em>.</p>\n');
    expect(sheet?.answers.few.html).to.equal('<p>Vis.</p>\n');
    expect(en?.runningSheets).to.equal(undefined);
  });

  it('say whom the instructor calls, as the settings do', async () => {
    const facts = {
      retentionMonths: 12,
      controller: { name: 'X', phone: '', email: '' },
      instructorHelp: { name: 'Vagten', phone: '12 34 56 78', email: '' },
    };
    const { da } = await withPackage(sheets, (folder) => loadCourse(folder, facts));
    expect(da.runningSheets?.guide.hard.html).to.equal(
      '<p>Ring til Vagten på <a href="tel:12345678">12 34 56 78</a>.</p>\n',
    );
  });

  const wrong: [string, Changes, string][] = [
    [
      'an hour that is too short',
      { 'da/plan/modul-1.yaml': SHEET.replace('45', '40') },
      'modul-1.yaml:4: parts take 55',
    ],
    [
      'plans that failed for long',
      { 'da/plan/modul-1.yaml': SHEET.replace('minutes: 5,', 'minutes: 6,').replace('45', '44') },
      'modul-1.yaml:5: parts[1].minutes',
    ],
    ['a week without a sheet', { 'da/plan/modul-1.yaml': undefined }, 'course.yaml:9: '],
    [
      'a number that is not known',
      { 'da/plan/guide.yaml': GUIDE.replace('Vent.', '"[113](tel:113)"') },
      'guide.yaml:3: ',
    ],
    ['too few replies', { 'da/plan/guide.yaml': GUIDE.replace(/ {4}- \{ when: Penge.*\n/, '') }, 'guide.yaml:9: '],
  ];
  for (const [what, change, told] of wrong) {
    it(`may not hold ${what}: file and line are told`, async () => {
      expect((await faultsOf({ ...sheets, ...change })).join('\n')).to.include(told);
    });
  }

  it('are the same in each language but for the words', async () => {
    const english = {
      'en/plan/modul-1.yaml': SHEET.replace('10', '15').replace('45', '40'),
      'en/plan/guide.yaml': GUIDE,
    };
    expect((await faultsOf({ ...sheets, ...english })).join('\n')).to.include('parts[0].minutes is 15, in Danish 10');
  });
});
