import { expect } from 'chai';
import { loadCourse } from '../../src/activities/course.ts';
import type { Course } from '../../src/content/course.ts';
import { activitiesOfEveryKind } from '../content/everyKind.ts';
import { bothFaultsOf, withPackage } from '../content/samplePackage.ts';
import { wordsOf, type PageShown } from './engine/browser.ts';
import { prepWorld, type PrepWorld } from './engine/world.ts';

type Fill = Record<string, string | string[]>;

/** How one comes to the questions of each activity, by what is answered on the pages before them. */
const ways: Record<string, Fill[]> = {
  'alt-forberedelse': [],
  'alt-kort': [{ 'answer.ro': 'nok', 'answer.loen': 'ikke', 'answer.tid': 'nok' }],
  'alt-medkursister': [{ 'answer.hvem': 'lone' }, { 'answer.lone-valg': 'gaa' }],
};
const files: Record<string, string> = {
  'alt-forberedelse': 'prep.yaml',
  'alt-kort': 'kort.yaml',
  'alt-medkursister': 'medkursister.yaml',
};

const right: Fill = {
  ...{ 'answer.fem': '4', 'answer.to': '1', 'answer.elleve': '10', 'answer.valg': 'a', 'answer.grund': ['x', 'y'] },
  ...{ 'answer.timer': '37', 'answer.ord': 'Ro på', 'answer.med': '2', 'answer.mod': '3' },
};
const stored = {
  ...{ fem: '4', to: '1', elleve: '10', valg: 'a', grund: ['x', 'y'], timer: '37', ord: 'Ro på', med: '2', mod: '3' },
};

describe('a question of every kind, without scripts', function () {
  this.timeout(30_000);
  let da: Course;

  before(async () => {
    ({ da } = await withPackage(activitiesOfEveryKind(), loadCourse));
  });

  for (const [activity, before] of Object.entries(ways))
    describe(`in ${activity}`, () => {
      let world: PrepWorld;
      let sara: Awaited<ReturnType<PrepWorld['arrive']>>;
      let asked: PageShown;

      beforeEach(async () => {
        world = await prepWorld({ courses: { da }, activity });
        sara = await world.arrive();
        asked = await sara.open(`${sara.activity}/trin/1`);
        for (const fill of before) if (!isThere(asked)) asked = await sara.press({ page: asked, intent: 'next', fill });
        expect(isThere(asked), asked.path).to.equal(true);
      });
      afterEach(() => world.close());

      const press = (fill: Fill, intent = 'send') => sara.press({ page: asked, intent, fill });

      it('shows the ends of a scale in words, a line for a few words, ways out, and for whom a follow-up is', () => {
        const labelOf = (id: string) => asked.$(`label[for="${id}"]`).text().replace(/\s+/g, ' ').trim();
        const points = asked.$('input[name="answer.elleve"]').toArray().map((one) => asked.$(one).attr('value')); // prettier-ignore
        expect(points).to.deep.equal(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'ved-ikke']);
        const scale = asked.$('input[name="answer.elleve"]').first().closest('fieldset');
        expect(scale.text()).to.match(/Lidt[^]*Meget[^]*Ved ikke/);
        const line = asked.$('input[name="answer.ord"]');
        expect([line.attr('type'), line.attr('maxlength') ?? '100']).to.deep.equal(['text', '100']);
        expect(labelOf(line.attr('id') ?? '')).to.include('Med et ord?');
        expect(asked.$('input[name="answer.timer"]').first().attr('inputmode')).to.equal('numeric');
        expect(wordsOf(asked)).to.include('Kun hvis du svarede').and.include('Hvor enig er du?');
      });

      it('saves every answer as it was given, and sends it', async () => {
        const sent = await press(right);
        expect(sent.path).to.include('/kvittering');
        expect((await world.responses.get(sara.of))?.sent).to.deep.include(stored);
      });

      it('refuses what is no answer, keeps what was written, and shows it again beside the reason', async () => {
        const long = 'x'.repeat(101);
        const page = await press({ ...right, 'answer.timer': '38', 'answer.ord': long, 'answer.elleve': '11' });
        expect([page.status, page.errors.length]).to.deep.equal([422, 3]);
        expect(page.$('input[name="answer.ord"]').val()).to.equal(long);
        expect(page.$('input[name="answer.timer"]').first().val()).to.equal('38');
        expect(page.$('input[name="answer.fem"]:checked').val()).to.equal('4');
      });

      it('asks for what is missing, and for a follow-up only of those who have answered so', async () => {
        const { 'answer.grund': _reasons, ...without } = right;
        expect((await press(without)).status, 'of those who said A').to.equal(422);
        const other = await press({
          ...without,
          'answer.valg': 'b',
          'answer.grund': ['x'],
          'answer.elleve': 'ved-ikke',
        });
        expect(other.path).to.include('/kvittering');
        const { sent } = (await world.responses.get(sara.of)) ?? {};
        expect(sent).to.include({ valg: 'b', elleve: 'ved-ikke' }).and.not.have.property('grund');
      });
    });

  for (const file of Object.values(files))
    it(`is refused by file and line where it is wrong: ${file}`, async () => {
      const wrong = (from: string, to: string) =>
        bothFaultsOf(activitiesOfEveryKind((name, words) => (name === file ? words.replace(from, to) : words)));
      const cases: [string, string][] = [
        ["ends: { low: Lidt, high: Meget }", 'labels: [a, b], ends: { low: Lidt, high: Meget }'],
        ['when: { question: valg, is: [a] }', 'when: { question: valg, is: [d] }'],
        ['id: timer, ask', 'id: fem, ask'],
        ['min: 0, max: 37', 'min: 40, max: 37'],
      ]; // prettier-ignore
      for (const [from, to] of cases) {
        const [fault, ...more] = await wrong(from, to);
        expect(more, to).to.deep.equal([]);
        expect(fault?.da, to).to.match(new RegExp(`^da/modul-1/${file}:[0-9]+: `));
      }
    });
});

function isThere({ $ }: PageShown): boolean {
  return $('input[name="answer.elleve"]').length > 0;
}
