import { expect } from 'chai';
import fc from 'fast-check';
import { circlePicture, inOrder } from '../../../src/features/symptomCircle/picture.ts';
import { circleOf, leadsId, leadsOf, SIGNS, TOOL_OF } from '../../../src/features/symptomCircle/signs.ts';
import { wordsOf } from '../../activities/engine/browser.ts';
import { bo, diaryWorld, elsewhere, teacher, type DiaryWorld, type Visitor } from './world.ts';

describe('a symptom circle', () => {
  it('offers three sentences for each sign, in both languages, each leading to another sign', () => {
    for (const sign of SIGNS) {
      const danish = leadsOf(sign, 'da');
      expect(danish).to.have.length(3);
      expect(danish.map(({ to }) => to)).not.to.include(sign);
      expect(leadsOf(sign, 'en').map(({ to }) => to)).to.deep.equal(danish.map(({ to }) => to));
    }
    expect(Object.keys(TOOL_OF)).to.deep.equal([...SIGNS]);
  });

  it('reads what is ticked, and only what belongs to it', () => {
    const draft = {
      maerker: ['soevn', 'traet', 'andet'],
      'foerer-traet': 'mindre',
      'foerer-trist': 'alene',
      begynd: 'trist',
    };
    const { noticed, arrows, start } = circleOf(draft, 'da');
    expect(noticed).to.deep.equal(['traet', 'soevn']);
    expect(arrows.map(({ from, to }) => [from, to])).to.deep.equal([['traet', 'mindre']]);
    expect(start).to.equal(undefined);
  });

  it('goes round in the order in which one leads to the next', () => {
    const draft = {
      maerker: ['traet', 'soevn', 'bekymret'],
      [leadsId('traet')]: 'mindre',
      [leadsId('soevn')]: 'traet',
      [leadsId('bekymret')]: 'soevn',
      begynd: 'bekymret',
    };
    expect(inOrder(circleOf(draft, 'da'))).to.deep.equal(['bekymret', 'soevn', 'traet', 'mindre']);
  });

  it('is drawn inside its frame, no box over another, whatever is chosen', () => {
    const answer = fc.constantFrom(...SIGNS);
    const drafts = fc.record({
      maerker: fc.uniqueArray(answer, { minLength: 1 }),
      begynd: answer,
      ...Object.fromEntries(SIGNS.map((sign) => [leadsId(sign), answer])),
    });
    fc.assert(
      fc.property(drafts, (draft) => {
        const circle = circleOf(draft, 'da');
        const { boxes, lines, unsaid, width, height } = circlePicture(circle, 'da');
        expect(lines).to.have.length(circle.arrows.length);
        // Each box is joined to the next by an arrow or a dotted line: a ring is closed.
        const joined = lines.filter(({ path }) => path.includes('Q')).length + unsaid.length;
        if (boxes.length > 2) expect(joined).to.be.at.least(boxes.length);
        for (const box of boxes) {
          expect(box.x).to.be.within(0, width - box.width);
          expect(box.y).to.be.within(0, height - box.height);
          for (const other of boxes) {
            if (other === box) continue;
            const apart = Math.abs(box.x - other.x) >= box.width || Math.abs(box.textX - other.textX) >= box.width;
            const below = box.y + box.height <= other.y || other.y + other.height <= box.y;
            expect(apart || below, JSON.stringify([box, other])).to.equal(true);
          }
        }
      }),
    );
  });
});

describe('making a symptom circle, without scripts', () => {
  let world: DiaryWorld;
  let sara: Visitor;
  let circles: string;
  beforeEach(async () => {
    world = await diaryWorld();
    sara = await world.arrive();
    circles = `${sara.home}/symptomcirkel`;
  });
  afterEach(() => world.close());

  const make = async (who = sara) => {
    const first = await who.open(`${who.home}/symptomcirkel/ny`);
    const second = await who.press({ page: first, intent: 'next', fill: { 'answer.maerker': ['traet', 'soevn'] } });
    const leads = { 'answer.foerer-traet': 'mindre', 'answer.foerer-soevn': 'traet' };
    const third = await who.press({ page: second, intent: 'next', fill: leads });
    const end = { 'answer.begynd': 'soevn', 'answer.lille-ting': 'Op klokken otte' };
    return { first, second, third, circle: await who.press({ page: third, intent: 'next', fill: end }) };
  };

  it('takes three steps and no diagnosis', async () => {
    expect(wordsOf(await sara.open(circles)))
      .to.include('Kun du kan læse')
      .and.include('Den siger ikke, hvad du fejler');
    const { first, second, third, circle } = await make();
    expect(wordsOf(first)).to.include('Trin 1 af 3');
    expect(second.$('fieldset')).to.have.length(2);
    expect(wordsOf(second)).to.include('Når jeg er træt, lader jeg ting ligge.').and.not.include('Når jeg er alene');
    expect(wordsOf(third)).to.include('Stå op på samme tid tre dage i træk.');
    expect(third.$('.circle-tool').last().attr('href')).to.equal(`${sara.home}/vaerktoejskasse/soevn`);
    expect(circle.h1).to.equal('Din cirkel');
    expect(circle.$('.circle-picture desc').text()).to.equal(
      'Træt fører til Gør mindre. Sover dårligt fører til Træt. Begynd her: Sover dårligt.',
    );
    expect(wordsOf(circle)).to.include('Når jeg sover dårligt, er jeg træt næste dag.').and.include('Op klokken otte');
    expect(circle.$('.button-primary').attr('href')).to.equal(`${sara.home}/handleplaner`);
  });

  it('keeps the earlier ones, lets them be put right, and deletes one after asking', async () => {
    await make();
    world.passTo('2026-11-24T10:00:00Z');
    const { circle } = await make();
    const index = await sara.open(circles);
    const links = index.$('.tools__item a').toArray();
    expect(links).to.have.length(2);
    expect(index.$(links[0]).attr('href')).to.equal(circle.path);
    const again = await sara.open(`${circle.path}/trin/1`);
    const changed = await sara.press({ page: again, intent: 'next', fill: { 'answer.maerker': ['trist'] } });
    expect(changed.$('fieldset')).to.have.length(1);
    const ask = await sara.open(`${circle.path}/slet`);
    const body = new URLSearchParams({ _csrf: String(ask.$('main [name="_csrf"]').val()) });
    const gone = await sara.open(`${circle.path}/slet`, { method: 'POST', body });
    expect(wordsOf(gone)).to.include('Cirklen er slettet');
    expect(gone.$('.tools__item a')).to.have.length(1);
    expect((await sara.open(circle.path)).status).to.equal(404);
  });

  it('asks for at least one thing at first, and only that', async () => {
    const first = await sara.open(`${circles}/ny`);
    const refused = await sara.press({ page: first, intent: 'next' });
    expect(refused.status).to.equal(422);
    expect(refused.errors).to.deep.equal(['Vælg mindst én ting, du mærker. Så kan vi gå videre.']);
    expect((await sara.open(first.path.replace(/1$/, '2'))).path).to.equal(first.path);
    let page = await sara.press({ page: first, intent: 'next', fill: { 'answer.maerker': ['alene'] } });
    page = await sara.press({ page, intent: 'next' });
    page = await sara.press({ page, intent: 'next' });
    expect(wordsOf(page)).to.include('Jeg ser færre mennesker.').and.include('Du har ikke valgt, hvor du vil begynde.');
    const paused = await sara.press({ page: await sara.open(`${page.path}/trin/3`), intent: 'save' });
    expect(wordsOf(paused)).to.include('Du kan godt lukke siden nu.');
    expect((await sara.press({ page: paused, intent: 'back' })).path).to.equal(`${page.path}/trin/2`);
  });

  it('says in the picture’s place only what can be said, in either language', async () => {
    const { circle } = await make();
    const ann = await world.arrive({ language: 'en' });
    expect(wordsOf(await ann.open(circle.path))).to.include('When I sleep badly, I am tired the next day.');
  });

  it('is saved after the session ended', async () => {
    const first = await sara.open(`${circles}/ny`);
    world.passTo('2026-11-25T09:00:00Z');
    const kept = await sara.press({ page: first, intent: 'next', fill: { 'answer.maerker': ['alene'] } });
    expect(kept.h1).to.equal('Din tekst er gemt');
    expect(wordsOf(kept)).to.include('Jeg ser færre mennesker');
    expect(await world.symptomCircles.ofPerson(sara.of.room, sara.of.person)).to.have.length(1);
  });

  it('is nobody else’s', async () => {
    const { circle } = await make();
    const other = await world.arrive(bo);
    expect((await other.open(circle.path)).status).to.equal(404);
    expect((await other.open(`${circle.path}/slet`)).status).to.equal(404);
    expect(wordsOf(await other.open(`${circle.path}/trin/3`))).not.to.include('Op klokken otte');
    expect((await (await world.arrive(elsewhere)).open(circle.path)).status).to.equal(401);
    const ib = await world.arrive(teacher);
    for (const path of [circles, `${circles}/ny`, circle.path, `${circle.path}/trin/1`])
      expect((await ib.open(path)).status, path).to.equal(404);
  });

  it('answers any form, and loses no text', async () => {
    const { third } = await make();
    const names = fc.constantFrom(
      'answer.maerker',
      'answer.foerer-traet',
      'answer.lille-ting',
      'answer.nyt',
      'base',
      'intent',
    );
    const fields = fc.array(fc.tuple(names, fc.oneof(fc.string(), fc.constantFrom('traet', 'next', 'back'))));
    await fc.assert(
      fc.asyncProperty(fields, fc.constantFrom(1, 2, 3, 4), async (given, step) => {
        const body = new URLSearchParams([['_csrf', String(third.$('main [name="_csrf"]').val())], ...given]);
        const path = third.path.replace('/trin/3', `/trin/${step}`);
        const answer = await sara.open(path, { method: 'POST', body });
        expect(answer.status).to.be.lessThan(500);
        if (step === 4) return;
        const [stored] = await world.symptomCircles.ofPerson(sara.of.room, sara.of.person);
        const kept = [Object.values(stored?.draft ?? {}), Object.values(stored?.other ?? {})].flat(3).join('\n');
        for (const [name, text] of given) {
          const plain = text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').trim();
          if (name === 'answer.lille-ting') expect(kept).to.include(plain);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('names only ids that it could have made', async () => {
    for (const id of ['x', 'a'.repeat(13), '..%2F..%2Fabcdef', 'ABCDEFGHIJK.'])
      expect((await sara.open(`${circles}/${id}/trin/1`)).status, id).to.equal(404);
  });
});
