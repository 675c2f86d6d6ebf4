import { expect } from 'chai';
import fc from 'fast-check';
import type { HandleplanActivity } from '../../../src/activities/handleplan/plan/activity.ts';
import type { Course } from '../../../src/content/course.ts';
import { bo, diaryWorld, elsewhere, teacher, type DiaryWorld, type Visitor } from '../diary/world.ts';
import { courses as threeWeeks } from '../room/course.ts';
import { wordsOf, type PageShown } from '../../activities/engine/browser.ts';

const plan: HandleplanActivity = {
  id: 'modul-1-handleplan',
  kind: 'handleplan',
  title: 'Handleplan 1',
  intro: '',
  minutes: 5,
  version: 'v1',
  examples: [],
  easier: [],
  ideas: [{ id: 'sammen', label: 'Sammen med en ven' }],
};
const [first, ...others] = threeWeeks.da.modules;
const course: Course = {
  ...threeWeeks.da,
  modules: first ? [{ ...first, activities: [...first.activities, plan] }, ...others] : [],
};

function choose(field: string, value: string): [string, string] {
  return [field, value];
}

describe('what a participant takes along', () => {
  let world: DiaryWorld;
  let sara: Visitor;
  let path: string;
  let question: string;
  beforeEach(async () => {
    world = await diaryWorld({ da: course });
    sara = await world.arrive();
    path = `${sara.home}/tag-med`;
    const activity = first?.activities[0];
    const step = activity?.steps ?? [];
    question = step.flatMap(({ questions }) => questions).find(({ kind }) => kind === 'text')?.id ?? '';
    const change = { contentVersion: 'v1', step: '', dropped: [] };
    const written = (id: string, posted: string | string[]) =>
      ({ question: id, kind: 'text', posted, base: '', page: 'p' }) as const;
    await world.responses.saveDraft(
      { ...sara.of, activity: activity?.id ?? '' },
      { ...change, kind: 'prep', fields: [written(question, 'Mere ro')] },
    );
    await world.responses.send(
      { ...sara.of, activity: plan.id },
      {
        ...change,
        kind: 'handleplan',
        fields: [
          written('uge', '2026-11-23'),
          written('hvad', 'Gå en tur'),
          written('antal-dage', '3'),
          written('kommentar-dag-1', 'Meget privat'),
          written('gik', 'delvist'),
          written('gik-tekst', 'Skoene stod klar'),
          written('ideer', ['sammen']),
        ],
      },
      () => true,
    );
    const diary = await sara.open(`${sara.home}/humoerdagbog`);
    await sara.press({
      page: diary,
      intent: 'save',
      fill: { 'answer.humoer-2': '4', 'answer.lavede-2': 'Privat dagbog' },
    });
  });
  afterEach(() => world.close());

  const post = async (who: Visitor, fields: [string, string][]): Promise<PageShown> => {
    const page = await who.open(`${who.home}/tag-med`);
    const csrf = String(page.$('main [name="_csrf"]').val());
    return who.open(`${who.home}/tag-med`, { method: 'POST', body: new URLSearchParams([['_csrf', csrf], ...fields]) });
  };

  const everything: [string, string][] = [
    choose('answer.plan', plan.id),
    choose('answer.udfald', plan.id),
    choose('answer.hjalp', plan.id),
    choose('answer.humoer', '2026-11-23'),
    choose('answer.vaerktoej', 'stress'),
    choose('answer.linje', 'Jeg har det bedst\nom formiddagen'),
  ];

  it('is offered, with nothing chosen in advance', async () => {
    const page = await sara.open(path);
    expect(wordsOf(page))
      .to.include('Gå en tur')
      .and.include('Skoene stod klar')
      .and.include('Mere ro')
      .and.include('1 dag skrevet. Humør i snit 4,0 af 5.')
      .and.include('vi gemmer ikke dit valg');
    expect(page.$(':checked')).to.have.length(0);
  });

  it('is on the sheet where it is chosen, and not where it is not', async () => {
    const sheet = await post(sara, [...everything, choose('answer.svar', `modul-1-forberedelse/${question}`)]);
    expect(sheet.status).to.equal(200);
    expect(sheet.path).to.equal(path);
    const words = wordsOf(sheet);
    for (const one of ['Min plan for uge 48', 'Gå en tur', '3 dage i ugen', 'Delvist', 'Skoene stod klar', 'Mere ro'])
      expect(words).to.include(one);
    expect(words).to.include('Sammen med en ven').and.include('4,0 af 5').and.include('Stress');
    expect(sheet.$('.paper__facts').text().replace(/\s+/g, ' ')).to.match(/Dato *24\. november 2026/);
    expect(words).to.include('Jeg har selv lavet arket').and.include('Underskrift');
    expect(words).not.to.include('Meget privat').and.not.include('Privat dagbog').and.not.include('Sara');
    const small = wordsOf(await post(sara, [choose('answer.humoer', '2026-11-23'), choose('answer.navn', 'Sara H.')]));
    expect(small).to.include('Sara H.').and.include('4,0 af 5');
    for (const one of ['Gå en tur', 'Skoene', 'Mere ro', 'Stress', 'Mine handleplaner'])
      expect(small, one).not.to.include(one);
  });

  it('tells how a plan went only where that itself is chosen', async () => {
    const alone = wordsOf(await post(sara, [choose('answer.plan', plan.id)]));
    expect(alone)
      .to.include('Gå en tur')
      .and.include('3 dage i ugen')
      .and.not.match(/Sådan gik det|Delvist/);
    const outcome = wordsOf(await post(sara, [choose('answer.udfald', plan.id)]));
    expect(outcome)
      .to.include('Min plan for uge 48')
      .and.include('Sådan gik det: Delvist')
      .and.not.include('Gå en tur');
  });

  it('is not kept by browsers or by the store, and can be changed', async () => {
    const sheet = await post(sara, everything);
    const fields = sheet.$('main form').serializeArray();
    const response = await fetch(world.origin + path, {
      method: 'POST',
      headers: { cookie: sara.cookie },
      body: new URLSearchParams(fields.map(({ name, value }): [string, string] => [name, value])),
    });
    expect(response.headers.get('cache-control')).to.equal('no-store');
    expect(response.status).to.equal(200);
    const again = await sara.open(path, {
      method: 'POST',
      body: new URLSearchParams(fields.map(({ name, value }): [string, string] => [name, value])),
    });
    expect(again.$(':checked')).to.have.length(5);
    expect(again.$('#answer-linje').val()).to.equal('Jeg har det bedst\nom formiddagen');
    expect((await sara.open(path)).$(':checked')).to.have.length(0);
  });

  it('asks for something to put on it, and for shorter words, with everything kept', async () => {
    const empty = await post(sara, [choose('answer.navn', 'Sara')]);
    expect(empty.status).to.equal(422);
    expect(empty.errors).to.deep.equal(['Vælg mindst én ting, eller skriv noget, du vil have med.']);
    expect(empty.$('#answer-navn').val()).to.equal('Sara');
    const long = await post(sara, [choose('answer.plan', plan.id), choose('answer.linje', 'a'.repeat(1001))]);
    expect(long.status).to.equal(422);
    expect(long.errors[0]).to.include('1001');
    expect(long.$('#answer-linje').val()).to.have.length(1001);
    expect(long.$(':checked')).to.have.length(1);
  });

  it('is one’s own alone', async () => {
    const other = await world.arrive(bo);
    const sheet = await post(other, everything);
    expect(wordsOf(sheet)).not.to.include('Gå en tur').and.not.include('4,0');
    expect(wordsOf(await other.open(`${other.home}/tag-med`))).to.include('Når du har lavet en plan');
    expect((await (await world.arrive(elsewhere)).open(path)).status).to.equal(401);
    for (const role of ['instructor', 'administrator'] as const)
      expect((await (await world.arrive({ ...teacher, role })).open(path)).status).to.equal(404);
  });

  it('answers any form, and loses no text', async () => {
    const csrf = String((await sara.open(path)).$('main [name="_csrf"]').val());
    const names = fc.constantFrom(
      'answer.plan',
      'answer.udfald',
      'answer.hjalp',
      'answer.svar',
      'answer.humoer',
      'answer.vaerktoej',
      'ret',
      'answer.linje',
      'answer.navn',
      '__proto__',
    );
    const value = fc.oneof(fc.string(), fc.constantFrom(plan.id, '2026-11-23', 'stress', 'b'.repeat(2000)));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(names, value), { maxLength: 12 }), async (given) => {
        const answer = await sara.open(path, {
          method: 'POST',
          body: new URLSearchParams([['_csrf', csrf], ...given]),
        });
        expect(answer.status).to.be.oneOf([200, 422]);
        const main = answer.$('main');
        const shown = main.text() + answer.$('textarea').text() + String(answer.$('#answer-navn').val() ?? '');
        const flat = shown.replace(/\s+/g, ' ');
        for (const [name, text] of given) {
          const plain = text.replace(/\0/g, '').replace(/\s+/g, ' ').trim();
          if (name === 'answer.linje' || name === 'answer.navn') expect(flat).to.include(plain);
        }
      }),
      { numRuns: 40 },
    );
  });
});
