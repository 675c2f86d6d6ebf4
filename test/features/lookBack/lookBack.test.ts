import { expect } from 'chai';
import type { HandleplanActivity } from '../../../src/activities/handleplan/plan/activity.ts';
import type { Course } from '../../../src/content/course.ts';
import { nothingChosen } from '../../../src/domain/schedule.ts';
import { fingerprint } from '../../../src/responses/merge.ts';
import { bo, diaryWorld, elsewhere, teacher, type DiaryWorld, type Visitor } from '../diary/world.ts';
import { courses as threeWeeks } from '../room/course.ts';
import { wordsOf } from '../../activities/engine/browser.ts';

const plan: HandleplanActivity = {
  id: 'modul-1-handleplan',
  kind: 'handleplan',
  title: 'Handleplan 1',
  intro: '',
  minutes: 5,
  version: 'v1',
  examples: [],
  easier: [],
  ideas: [],
};
const [first, ...others] = threeWeeks.da.modules;
const course: Course = {
  ...threeWeeks.da,
  modules: first ? [{ ...first, activities: [...first.activities, plan] }, ...others] : [],
};
/** Week 1 is the week before; it is Tuesday of week 2. */
const weekly = { ...nothingChosen, start: '2026-11-16', pace: 'weekly' } as const;

function written(id: string, posted: string | string[]) {
  return { question: id, kind: 'text', posted, base: '', page: 'p' } as const;
}

describe('looking back', () => {
  let world: DiaryWorld;
  let sara: Visitor;
  let question: string;

  const send = (activity: string, kind: 'prep' | 'handleplan', fields: ReturnType<typeof written>[]) =>
    world.responses.send(
      { ...sara.of, activity },
      { contentVersion: 'v1', step: '', dropped: [], kind, fields },
      () => true,
    );

  beforeEach(async () => {
    world = await diaryWorld({ da: course });
    sara = await world.arrive();
    await world.deps.schedules.save(sara.of.room, weekly, 'someone');
    const steps = first?.activities[0]?.steps ?? [];
    question = steps.flatMap(({ questions }) => questions).find(({ kind }) => kind === 'text')?.id ?? '';
    await send('modul-1-forberedelse', 'prep', [written(question, 'Mere ro\ni hverdagen')]);
    await send(plan.id, 'handleplan', [
      written('uge', '2026-11-16'),
      written('hvad', 'Gå en tur'),
      written('antal-dage', '3'),
      written('laeser', 'mig'),
      written('dag-1', ['ja']),
      written('dag-3', ['ja']),
      written('gik', 'delvist'),
      written('gik-tekst', 'Skoene stod klar'),
    ]);
    const days = [written('humoer-2', '4'), written('hjalp-2', 'At ringe til Bo')];
    await world.diaryWeeks.save({ ...sara.of, part: '2026-11-16' }, { fields: days, dropped: [] });
    const later = [written('humoer-1', '2'), written('hjalp-1', 'En lur')];
    await world.diaryWeeks.save({ ...sara.of, part: '2026-11-23' }, { fields: later, dropped: [] });
  });
  afterEach(() => world.close());

  const week = (number = 1) => `${sara.home}/uge/${number}/tilbageblik`;
  const whole = () => `${sara.home}/tilbageblik`;

  it('is at a week: what one did, wrote, planned and felt, in one’s own words', async () => {
    const page = await sara.open(week());
    expect(page.h1).to.equal('Tilbage på uge 1');
    const words = wordsOf(page);
    for (const one of ['Du sendte “Forberedelse 1”.', 'Du satte 2 krydser', 'Du skrev om dagen 1 gang', 'Gå en tur'])
      expect(words).to.include(one);
    expect(page.$('.own-words').first().text()).to.equal('Mere ro\ni hverdagen');
    expect(words).to.include('mandag, onsdag').and.include('Delvist').and.include('Skoene stod klar');
    expect(words).to.include('At ringe til Bo').and.not.include('En lur');
    expect(page.$('.mood-picture').length).to.equal(1);
  });

  it('is at the whole course, as a page to keep', async () => {
    const page = await sara.open(whole());
    const words = wordsOf(page);
    for (const one of ['Uge 1: Emne 1', 'Mere ro', 'Gå en tur', 'Skoene stod klar', 'At ringe til Bo', 'En lur'])
      expect(words).to.include(one);
    expect(words).to.include('4,0 af 5 i snit, 1 dag').and.include('2,0 af 5').and.include('24. november 2026');
    // The better week lies higher.
    const heights = page
      .$('.mood-course__dot')
      .toArray()
      .map(({ attribs }) => Number(attribs['cy']));
    expect(heights).to.deep.equal([32, 72]);
    expect(page.$('.mood-course desc').text()).to.include('4,0 af 5 i snit').and.include('2,0 af 5');
    expect(page.$('.paper [data-print], .paper form').length).to.equal(0);
  });

  it('has nothing that is erased, for it keeps nothing itself', async () => {
    await world.diaryWeeks.clear({ ...sara.of, part: '2026-11-16' }, ['humoer-2', 'hjalp-2']);
    const removed = { ...written(question, ''), base: fingerprint('Mere ro\ni hverdagen') };
    await world.responses.saveDraft(
      { ...sara.of, activity: 'modul-1-forberedelse' },
      { contentVersion: 'v1', step: '', dropped: [], kind: 'prep', fields: [removed] },
    );
    for (const path of [week(), whole()])
      expect(wordsOf(await sara.open(path)), path).not.to.match(/Mere ro|At ringe til Bo/);
  });

  it('is one’s own: not another’s, not a colleague’s from another room, and no staff’s', async () => {
    const other = await world.arrive(bo);
    for (const path of [week(), whole()]) {
      expect(wordsOf(await other.open(path)), path).not.to.match(/Mere ro|Gå en tur|Skoene|ringe/);
      expect((await (await world.arrive(elsewhere)).open(path)).status, path).to.equal(401);
      for (const role of ['instructor', 'administrator', 'builder'] as const)
        expect((await (await world.arrive({ ...teacher, role })).open(path)).status, `${role}: ${path}`).to.equal(404);
    }
  });

  it('is kind about a week in which nothing was written, and leads home from one that is not there', async () => {
    expect(wordsOf(await sara.open(week(2)))).to.include('Du skrev om dagen 1 gang');
    await world.diaryWeeks.remove({ ...sara.of, part: '2026-11-23' });
    expect(wordsOf(await sara.open(week(2)))).to.include('Det gør ikke noget');
    for (const number of [3, 4, 0, 99])
      expect((await sara.open(week(number))).path, String(number)).to.equal(`${sara.home}/`);
    const other = await world.arrive(bo);
    expect(wordsOf(await other.open(`${other.home}/tilbageblik`))).to.include('Her kommer det, du skriver');
  });

  it('is reached from Min uge: from last week, if one did anything in it, and from a week that is done', async () => {
    const links = async (who: Visitor) =>
      (await who.open(`${who.home}/`))
        .$('a[href$=tilbageblik]')
        .toArray()
        .map(({ attribs }) => attribs['href']);
    expect(await links(sara)).to.deep.equal([week()]);
    expect(await links(await world.arrive(bo))).to.deep.equal([]);
    for (const id of ['modul-1-mere', 'modul-2-forberedelse', 'modul-2-mere']) await send(id, 'prep', []);
    expect(await links(sara)).to.deep.equal([week(1), week(2)]);
    await world.deps.schedules.save(sara.of.room, { ...weekly, start: '2026-11-09' }, 'someone');
    expect(await links(sara)).to.deep.equal([whole()]);
  });

  it('works in another rhythm, and where a class has no dates', async () => {
    await world.deps.schedules.save(sara.of.room, { ...weekly, rhythm: 'to-uger' }, 'someone');
    expect(wordsOf(await sara.open(week(2)))).to.include('Emne 2 · Emne 3');
    await world.deps.schedules.save(sara.of.room, nothingChosen, 'someone');
    // Its days are those from the one on which it was begun: today, after the days of the diary.
    const words = wordsOf(await sara.open(week()));
    expect(words).to.include('Mere ro').and.include('Gå en tur').and.not.include('At ringe til Bo');
  });
});
