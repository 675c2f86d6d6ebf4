import { expect } from 'chai';
import fc from 'fast-check';
import { wordsOf, type PageShown } from '../../activities/engine/browser.ts';
import { bo, diaryWorld, elsewhere, teacher, type DiaryWorld, type Visitor } from './world.ts';

const monday = '2026-11-23';
const tuesday = '2026-11-24';

describe('the mood diary, without scripts', () => {
  let world: DiaryWorld;
  let sara: Visitor;
  let diary: string;
  beforeEach(async () => {
    world = await diaryWorld();
    sara = await world.arrive();
    diary = `${sara.home}/humoerdagbog`;
  });
  afterEach(() => world.close());

  const note = (part = monday) => world.diaryWeeks.get({ ...sara.of, part });
  const table = ({ $ }: PageShown) =>
    $('#mood-days tbody tr')
      .toArray()
      .map((row) => $(row).find('td').text());

  it('takes today in two presses, and shows the week with the same in a table', async () => {
    const page = await sara.open(`${sara.home}/aktivitet/humoerdagbog`);
    expect(page.path).to.equal(diary);
    expect(wordsOf(page)).to.include('I dag, tirsdag 24. november').and.include('Kun du kan læse din dagbog.');
    expect(wordsOf(page)).to.include('Her kommer din uge');
    expect(page.$('.mood-picture, table'), 'no table of nothing').to.have.length(0);
    expect(page.$('.empty a').text()).to.include('Mandag 23. november');
    const saved = await sara.press({ page, intent: 'save', fill: { 'answer.humoer-2': '4' } });
    expect(saved.path).to.equal(`${diary}/dag/${tuesday}?gemt`);
    expect(wordsOf(saved)).to.include('Dagen er gemt').and.include('Du har skrevet på 1 dag i denne uge.');
    expect(saved.$('.mood-picture title').text()).to.equal('Dit humør i uge 48');
    expect(saved.$('.mood-picture desc').text()).to.include('tirsdag 24. november: 4 Godt.');
    expect(saved.$('.mood-picture__dot')).to.have.length(1);
    expect(table(saved)).to.deep.equal(['Ikke skrevet', '4 Godt', ...Array<string>(5).fill('Kommer')]);
  });

  it('says a quiet word after five hard days in a row, and not after four', async () => {
    for (const day of ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22']) {
      const page = await sara.open(`${diary}/dag/${day}`);
      const name = page.$('input[name^="answer.humoer-"]').first().attr('name') ?? '';
      await sara.press({ page, intent: 'save', fill: { [name]: '2' } });
    }
    const before = await sara.open(diary);
    expect(before.$('[data-quiet-word]').length).to.equal(0);
    const saved = await sara.press({ page: before, intent: 'save', fill: { 'answer.humoer-2': '1' } });
    expect(saved.$('[data-quiet-word]').text()).to.include('Tal gerne med din læge');
    const better = await sara.press({ page: saved, intent: 'save', fill: { 'answer.humoer-2': '4' } });
    expect(better.$('[data-quiet-word]').length).to.equal(0);
  });

  it('asks about what looks like a CPR number before it is stored', async () => {
    const page = await sara.open(diary);
    const fill = { 'answer.humoer-2': '4', 'answer.lavede-2': 'Ringede. 010190-1234' };
    const asked = await sara.press({ page, intent: 'save', fill });
    expect(asked.status).to.equal(422);
    expect(asked.$('details[open] [name="answer.lavede-2"]').val()).to.equal('Ringede. 010190-1234');
    expect((await note())?.draft).to.deep.equal({ 'humoer-2': '4' });
    expect((await sara.autosave({ page, fill })).status).to.equal(422);
    const kept = String(asked.$('[name="cpr.lavede-2"]').val());
    await sara.press({ page: asked, intent: 'save', fill: { 'cpr.lavede-2': kept } });
    expect((await note())?.draft).to.deep.include({ 'lavede-2': 'Ringede. 010190-1234' });
  });

  it('takes yesterday and any day gone by, and none to come', async () => {
    const yesterday = await sara.open(`${diary}/dag/${monday}`);
    expect(wordsOf(yesterday)).to.include('I går, mandag 23. november').and.include('Hvordan var dit humør?');
    await sara.press({ page: yesterday, intent: 'save', fill: { 'answer.lavede-1': 'Gik en tur' } });
    const sunday = await sara.open(`${diary}/dag/2026-11-22`);
    await sara.press({ page: sunday, intent: 'save', fill: { 'answer.humoer-7': '2', 'answer.hjalp-7': 'Te' } });
    const week = await sara.open(`${diary}/uge/2026-11-16`);
    expect(week.h1).to.equal('Din uge 47');
    expect(wordsOf(week)).to.include('Hvad hjalp dig? Te').and.include('Uge 48');
    expect(week.$('.mood-nav a').last().attr('href')).to.equal(`${diary}/uge/${monday}`);
    for (const day of ['2026-11-25', '2024-01-01', '2026-02-30', 'i-dag', '%E0%A4%A'])
      expect((await sara.open(`${diary}/dag/${day}`)).status, day).to.be.within(400, 404);
    for (const day of [tuesday, '2026-11-30', '1900-01-01', 'x'])
      expect((await sara.open(`${diary}/uge/${day}`)).status, day).to.equal(404);
  });

  it('knows the day in Denmark, not in UTC, also when the clock changes', async () => {
    world.passTo('2026-10-25T22:30:00Z');
    const sunday = await (await world.arrive()).open(diary);
    expect(wordsOf(sunday)).to.include('I dag, søndag 25. oktober').and.include('Din uge 43');
    world.passTo('2026-10-25T23:30:00Z');
    expect(wordsOf(await (await world.arrive()).open(diary))).to.include('I dag, mandag 26. oktober');
  });

  it('keeps the texts of two tabs, and removes the other only when asked', async () => {
    const [one, other] = [await sara.open(diary), await sara.open(diary)];
    await sara.press({ page: one, intent: 'save', fill: { 'answer.lavede-2': 'Gik en tur' } });
    const both = await sara.press({ page: other, intent: 'save', fill: { 'answer.lavede-2': 'Lavede mad' } });
    expect(both.$('[name="answer.lavede-2"]').val()).to.equal('Lavede mad');
    expect(both.$('.conflict blockquote').text()).to.equal('Gik en tur');
    const drop = String(both.$('[name="drop.lavede-2"]').val());
    const after = await sara.press({ page: both, intent: 'save', fill: { 'drop.lavede-2': drop } });
    expect(after.$('.conflict')).to.have.length(0);
    expect((await note())?.draft['lavede-2']).to.equal('Lavede mad');
  });

  it('saves by itself, and a longer text than there is room for is kept and told of', async () => {
    const page = await sara.open(diary);
    const saved = await sara.autosave({ page, fill: { 'answer.humoer-2': '5' } });
    const { savedAt, fields } = (await saved.json()) as { savedAt: string; fields: { base: string } };
    expect(savedAt).to.equal('10.42');
    const long = 'ord '.repeat(300).trim();
    const told = await sara.press({
      page,
      intent: 'save',
      fill: { 'answer.humoer-2': '5', 'answer.hjalp-2': long, base: fields.base },
    });
    expect(told.status).to.equal(422);
    expect(told.errors[0]).to.include('Hvad hjalp dig?').and.include('1.000');
    expect(told.$('[name="answer.hjalp-2"]').val()).to.equal(long);
    expect((await note())?.draft).to.deep.equal({ 'humoer-2': '5', 'hjalp-2': long });
  });

  it('deletes a day after asking, and an old page does not bring it back', async () => {
    const page = await sara.open(diary);
    const fill = { 'answer.humoer-2': '1', 'answer.lavede-2': 'Sov' };
    const old = await sara.press({ page, intent: 'save', fill });
    const other = await sara.open(`${diary}/dag/${monday}`);
    await sara.press({ page: other, intent: 'save', fill: { 'answer.humoer-1': '3' } });
    const ask = await sara.open(`${diary}/dag/${tuesday}/slet`);
    expect(ask.h1).to.equal('Vil du slette tirsdag 24. november?');
    const csrf = String(ask.$('main [name="_csrf"]').val());
    const gone = await sara.open(`${diary}/dag/${tuesday}/slet`, {
      method: 'POST',
      body: new URLSearchParams({ _csrf: csrf }),
    });
    expect(wordsOf(gone)).to.include('Dagen er slettet').and.not.include('Sov');
    expect((await note())?.draft).to.deep.equal({ 'humoer-1': '3' });
    await sara.press({ page: old, intent: 'save' });
    expect((await note())?.draft).to.deep.equal({ 'humoer-1': '3' });
  });

  it('saves what was written after the session ended, for the one who wrote it alone', async () => {
    const page = await sara.open(diary);
    world.passTo('2026-11-25T09:00:00Z');
    const kept = await sara.press({ page, intent: 'save', fill: { 'answer.lavede-2': 'Skrev længe' } });
    expect(kept.h1).to.equal('Din tekst er gemt');
    expect(wordsOf(kept)).to.include('Skrev længe');
    expect((await note())?.draft).to.deep.equal({ 'lavede-2': 'Skrev længe' });
    const silent = await sara.autosave({ page, fill: { 'answer.lavede-2': 'Skrev længe endnu' } });
    expect(await silent.json()).to.have.property('savedAt');
    const shown = await sara.press({ page, intent: 'save', fill: { 'answer.hjalp-2': 'Fremmed', kept: 'x.y.z' } });
    expect(shown.status).to.equal(401);
    // Whoever sent it: no token of ours says that our page has shown the form.
    expect(wordsOf(shown)).not.to.include('Fremmed');
    const there = await (await world.arrive(elsewhere)).open(`${(await world.arrive(elsewhere)).home}/humoerdagbog`);
    const foreign = String(there.$('[name="kept"]').val());
    await sara.press({ page, intent: 'save', fill: { 'answer.hjalp-2': 'Fremmed', kept: foreign } });
    expect((await note())?.draft).to.deep.equal({ 'lavede-2': 'Skrev længe endnu' });
  });

  it('is nobody else’s: not another’s, not another room’s, not the instructor’s', async () => {
    const page = await sara.open(diary);
    await sara.press({ page, intent: 'save', fill: { 'answer.lavede-2': 'Min hemmelighed' } });
    const other = await world.arrive(bo);
    expect(wordsOf(await other.open(`${other.home}/humoerdagbog`))).not.to.include('Min hemmelighed');
    const away = await world.arrive(elsewhere);
    expect((await away.open(diary)).status).to.equal(401);
    expect(wordsOf(await away.open(`${away.home}/humoerdagbog`))).not.to.include('Min hemmelighed');
    for (const role of ['instructor', 'administrator'] as const) {
      const ib = await world.arrive({ ...teacher, role });
      for (const path of ['', `/dag/${tuesday}`, `/uge/${monday}`, `/dag/${tuesday}/slet`])
        expect((await ib.open(`${diary}${path}`)).status, `${role} ${path}`).to.equal(404);
    }
  });

  it('is in English too', async () => {
    const ann = await world.arrive({ language: 'en' });
    const page = await ann.open(diary);
    expect(page.h1).to.equal('Mood diary');
    expect(wordsOf(page)).to.include('Today, Tuesday').and.include('Only you can read your diary.');
  });

  it('answers any form, and loses no text', async () => {
    const names = fc.constantFrom(
      'answer.humoer-2',
      'answer.lavede-2',
      'answer.hjalp-2',
      'answer.lavede-3',
      'answer.__proto__',
      'drop.lavede-2',
      'base',
      'page',
      'intent',
    );
    const value = fc.oneof(fc.string(), fc.constantFrom('4', '6', 'next', 'a'.repeat(60_000)));
    const fields = fc.array(fc.tuple(names, value), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fields, async (given) => {
        const page = await sara.open(diary);
        const csrf = String(page.$('[name="_csrf"]').val());
        const body = new URLSearchParams([['_csrf', csrf], ['page', 'p'], ...given]);
        const answer = await sara.open(`${diary}/dag/${tuesday}`, { method: 'POST', body });
        expect(answer.status).to.be.lessThan(500);
        const stored = await note();
        const kept = [Object.values(stored?.draft ?? {}), Object.values(stored?.other ?? {})].flat(3).join('\n');
        for (const [name, text] of given) {
          const plain = text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').trim();
          if (!/^answer\.(lavede|hjalp)-2$/.test(name) || plain === '') continue;
          const shown = answer.$('main').text() + answer.$('textarea').text();
          expect(kept.includes(plain) || shown.includes(plain), `${name} ${plain}`).to.equal(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
