import { expect } from 'chai';
import { loadCourse } from '../../../src/activities/course.ts';
import type { Course } from '../../../src/content/course.ts';
import { changed, sampleFiles, withPackage } from '../../content/samplePackage.ts';
import { wordsOf } from './browser.ts';
import { prepWorld, type PrepWorld } from './world.ts';

const PREP = 'da/modul-1/prep.yaml';
const last = `  - id: til-sidst
    title: Til sidst
    minutes: 2
    goesOn: true
    text: tekst.md
    questions:
      - { kind: text, id: mere, ask: Er der mere? }
`;
const whole = { ...changed('course.yaml', '  en: Example\n', ''), [PREP]: `${String(sampleFiles[PREP])}${last}` };

describe('a step that goes on in the one before it, without scripts', () => {
  let course: Course;
  let world: PrepWorld;
  let sara: Awaited<ReturnType<PrepWorld['arrive']>>;

  before(async () => (course = (await withPackage(whole, loadCourse)).da));
  beforeEach(async () => {
    world = await prepWorld({ courses: { da: course } });
    sara = await world.arrive();
  });
  afterEach(() => world.close());

  it('is below its questions, with its title as a heading, and needs no press', async () => {
    const page = await sara.open(`${sara.activity}/trin/2`);
    expect(page.h1).to.equal('Svar');
    expect(wordsOf(page)).to.include('Trin 2 af 2').and.include('cirka 6 minutter');
    expect(wordsOf(page)).to.match(/Hvor meget\?.*Til sidst.*Du er god nok\..*Er der mere\?/);
    expect(page.$('main h2').first().text()).to.equal('Til sidst');
    const fill = { 'answer.haab': 'Ro', 'answer.mere': 'Ja' };
    expect((await sara.press({ page, intent: 'send', fill })).path).to.equal(`${sara.activity}/kvittering`);
    expect((await world.responses.get(sara.of))?.sent).to.include({ haab: 'Ro', mere: 'Ja' });
  });

  it('lets whoever had its own page open, or had stopped there, go on without losing a word', async () => {
    expect((await sara.open(`${sara.activity}/trin/3`)).path, 'an old address').to.equal(`${sara.activity}/trin/1`);
    const page = await sara.open(`${sara.activity}/trin/2`);
    for (const [number, said] of [
      [3, 'Fra en gammel side'],
      [7, 'Fra en endnu ældre'],
    ] as const) {
      page.$('#activity').attr('action', `${sara.activity}/trin/${number}`);
      const held = await sara.press({ page, intent: 'send', fill: { 'answer.mere': said } });
      expect([held.status, held.h1, held.$('[name="answer.mere"]').val()]).to.deep.equal([422, 'Svar', said]);
      expect((await world.responses.get(sara.of))?.draft['mere']).to.equal(said);
    }
    const stopped = { kind: 'prep' as const, contentVersion: 'v0', step: 'til-sidst', fields: [], dropped: [] };
    await world.responses.saveDraft(sara.of, stopped);
    expect((await sara.open(sara.activity)).path).to.equal(`${sara.activity}/trin/2`);
  });
});
