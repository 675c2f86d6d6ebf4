import { expect } from 'chai';
import { load } from 'cheerio';
import { startAppAndPlatform } from '../support/app.ts';
import { headingOf } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import { formOf, type Visit, type WebClient } from '../support/platform/webClient.ts';
import { until } from '../support/waiting.ts';

const week1 = ['modul-1-forberedelse', 'modul-1-medkursister', 'modul-1-handleplan'];

/** Columns for a week and for the whole course, on a platform that makes them when they are placed. */
describe('a column for a week, or for the whole course', function () {
  this.timeout(90_000);
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  const course = () => both.platform.course;
  beforeEach(async () => {
    both = await startAppAndPlatform();
    for (const { id } of await course().activities()) await course().removeActivity(id);
  });
  afterEach(() => both.close());

  const place = (title: string, graded: { resourceId: string; tag: string }, custom: Record<string, string> = {}) =>
    course().addActivity({ title, custom, graded });
  const come = async (person: string, title: string) => {
    const { page } = await both.platform.launch({ person, activity: title });
    return { page, room: /(?<=\/rum\/)[^/]+/.exec(page.url)?.[0] ?? '' };
  };
  const complete = async (room: string, name: string, ...activities: string[]) => {
    const { rooms, responses } = both.app.deps;
    const person = (await rooms.people(room)).find((one) => one.name.includes(name));
    if (!person) throw new Error(`${name} is not in the room.`);
    const change = { kind: 'prep', contentVersion: 'v1', step: 'begynd', fields: [], dropped: [] } as const;
    for (const activity of activities)
      await responses.send({ room, person: person.id, activity }, { ...change, fields: [], dropped: [] }, () => true);
  };
  const gradeOf = async (person: string, title: string) => {
    const column = (await course().lineItems()).find(({ label }) => label === title);
    return (await course().grades()).find((grade) => grade.person === person && grade.lineItem === column?.id)?.score;
  };
  const grade = (person: string, title: string, score: number) =>
    until(`${score} in ${title}`, async () => (await gradeOf(person, title)) === score);
  const scores = () => both.platform.requests.of('scores').length;

  it('of a week is told once, when the last of what counts is done, to someone who came by another link', async () => {
    await course().addActivity({ title: 'Min uge' });
    await place('Uge 1', { resourceId: 'uge-1', tag: 'week' }, { activity: 'uge-1' });
    const { room } = await come(people.mette, 'Min uge');
    await complete(room, 'Mette', 'modul-1-forberedelse', 'modul-1-medkursister', 'spoergeskema-foer');
    expect(await gradeOf(people.mette, 'Uge 1')).to.equal(undefined);
    await complete(room, 'Mette', 'modul-1-handleplan');
    await grade(people.mette, 'Uge 1', 100);
    expect(scores()).to.equal(1);
  });

  it('of the whole course is the one of the link to the front page', async () => {
    await place('Min uge', { resourceId: 'min-uge', tag: 'course' });
    const { page, room } = await come(people.jens, 'Min uge');
    expect(headingOf(page)).to.equal('Min uge');
    const all = both.app.deps.courses.da.modules.flatMap(({ activities }) => activities.map(({ id }) => id));
    await complete(room, 'Jens', ...all.slice(1));
    expect(await gradeOf(people.jens, 'Min uge')).to.equal(undefined);
    await complete(room, 'Jens', ...all.slice(0, 1));
    await grade(people.jens, 'Min uge', 100);
    expect(scores()).to.equal(1);
  });

  it('that asks for progress is told the share as it rises', async () => {
    await place('Uge 1', { resourceId: 'uge-1', tag: 'week' }, { activity: 'uge-1', progress: '1' });
    const { page, room } = await come(people.mette, 'Uge 1');
    expect(headingOf(page)).to.equal('Uge 1: Velkommen');
    for (const [index, score] of [33, 66, 100].entries()) {
      await complete(room, 'Mette', week1[index] ?? '');
      await grade(people.mette, 'Uge 1', score);
    }
    const sent = both.platform.requests.of('scores').map(({ body }) => body as Record<string, unknown>);
    expect(sent.map(({ activityProgress }) => activityProgress)).to.deep.equal([
      'InProgress',
      'InProgress',
      'Completed',
    ]);
    for (const score of sent) expect(score).to.include({ gradingProgress: 'FullyGraded', scoreMaximum: 100 });
    const times = sent.map(({ timestamp }) => Date.parse(String(timestamp)));
    expect(times).to.deep.equal([...new Set(times)].toSorted((one, other) => one - other));
  });

  it('gets only the whole again, once the instructor has placed its link without progress', async () => {
    await place('Uge 1', { resourceId: 'uge-1', tag: 'week' }, { activity: 'uge-1', progress: '1' });
    const { room } = await come(people.mette, 'Uge 1');
    await complete(room, 'Mette', week1[0] ?? '');
    await grade(people.mette, 'Uge 1', 33);
    const [old] = await course().activities();
    await course().removeActivity(old?.id ?? '');
    const picker = await both.platform.launch({ person: people.instructor, activity: 'select' });
    await picker.client.submit(picker.page, { choice: 'kursus-uger' });
    await place('Uge 1, igen', { resourceId: 'uge-1', tag: 'week' }, { activity: 'uge-1' });
    await come(people.mette, 'Uge 1, igen');
    await place('Historien', { resourceId: week1[1] ?? '', tag: 'scenario' }, { activity: week1[1] ?? '' });
    await come(people.mette, 'Historien');
    await complete(room, 'Mette', week1[1] ?? '');
    await grade(people.mette, 'Historien', 100);
    await complete(room, 'Mette', week1[2] ?? '');
    await grade(people.mette, 'Uge 1, igen', 100);
    const told = both.platform.requests.of('scores').map(({ body }) => (body as { scoreGiven: number }).scoreGiven);
    expect(told).to.include(100).and.not.to.include(66);
  });

  it('that is placed afterwards gets the scores of everyone who was done before', async () => {
    await course().addActivity({ title: 'Min uge' });
    const { room } = await come(people.mette, 'Min uge');
    await come(people.jens, 'Min uge');
    await complete(room, 'Mette', ...week1);
    await complete(room, 'Jens', ...week1.slice(0, 2));
    await place('Uge 1', { resourceId: 'uge-1', tag: 'week' }, { activity: 'uge-1' });
    await come(people.amina, 'Uge 1');
    await grade(people.mette, 'Uge 1', 100);
    expect(await gradeOf(people.jens, 'Uge 1')).to.equal(undefined);
  });

  it('that refused a score is told again when the person comes back by the week’s link, or the front page’s', async () => {
    await place('Uge 1', { resourceId: 'uge-1', tag: 'week' }, { activity: 'uge-1' });
    await place('Min uge', { resourceId: 'min-uge', tag: 'course' });
    both.platform.misbehave.always.scores = { kind: 'status', status: 400 };
    for (const [person, name, title] of [
      [people.mette, 'Mette', 'Uge 1'],
      [people.jens, 'Jens', 'Min uge'],
    ] as const) {
      const before = scores();
      const { room } = await come(person, title);
      await complete(room, name, ...week1);
      await until('the score is refused', () => scores() > before);
    }
    both.platform.misbehave.always = {};
    await come(people.mette, 'Uge 1');
    await grade(people.mette, 'Uge 1', 100);
    await come(people.jens, 'Min uge');
    await grade(people.jens, 'Uge 1', 100);
  });

  it('that refused a score is told of on the staff’s pages, and again by one press of the instructor', async () => {
    await place('Uge 1', { resourceId: 'uge-1', tag: 'week' }, { activity: 'uge-1' });
    both.platform.misbehave.always.scores = { kind: 'status', status: 400 };
    const { room } = await come(people.mette, 'Uge 1');
    await complete(room, 'Mette', ...week1);
    await until('the score is refused', () => scores() > 0);
    const ulla = await both.platform.launch({ person: people.instructor, activity: 'Uge 1' });
    const open = async (client: WebClient, path: string) => client.get(`${both.app.url}/rum/${room}${path}`);
    const wordsOf = ({ html }: Visit, part = 'main') => load(html)(part).text().replace(/\s+/g, ' ');
    await until('it is told', async () => wordsOf(await open(ulla.client, '/hold')).includes('ikke er nået frem'));
    const page = await open(ulla.client, '/hold');
    expect(wordsOf(page, '#karakterer li')).to.match(/^Mette Holm ?Uge 1: Kursusrummet tager ikke imod/);
    expect(load(page.html)('#class tbody a').attr('href')).to.equal('#karakterer');
    const søren = await both.platform.launch({ person: people.administrator, activity: 'Uge 1' });
    expect(wordsOf(await open(søren.client, '/')))
      .to.include('1 karakter er stoppet')
      .and.include('Uge 1');
    both.platform.misbehave.always = {};
    const form = formOf(page, '#karakterer form');
    const pressed = await ulla.client.follow(await ulla.client.post(form.action, form.fields));
    expect(wordsOf(pressed, '[role=status]')).to.include('Vi sender igen nu');
    await grade(people.mette, 'Uge 1', 100);
    expect(wordsOf(await open(ulla.client, '/hold'))).not.to.include('ikke er nået frem');
  });

  it('asks nobody to place the activities of the week, which have no column of their own', async () => {
    await place('Uge 1', { resourceId: 'uge-1', tag: 'week' }, { activity: 'uge-1' });
    const { room } = await come(people.mette, 'Uge 1');
    await complete(room, 'Mette', ...week1);
    await grade(people.mette, 'Uge 1', 100);
    const { client } = await both.platform.launch({ person: people.instructor, activity: 'Uge 1' });
    const { html } = await client.get(`${both.app.url}/rum/${room}/aktivitet/modul-1-forberedelse`);
    expect(load(html)('h1').text()).to.match(/^Svar: /);
    expect(html).not.to.include('karakterkolonne');
    const file = await client.get(`${both.app.url}/rum/${room}/hold.csv`);
    expect(file.html)
      .to.match(/^.*Mette Holm.*;"?Nået frem/m)
      .and.not.to.include('karakterkolonne');
  });

  it('leads from the week’s link to the week, and the front page says nothing of columns', async () => {
    await place('Uge 2', { resourceId: 'uge-2', tag: 'week' }, { activity: 'uge-2' });
    const { page } = await come(people.mette, 'Uge 2');
    expect(new URL(page.url).pathname).to.match(/\/uge\/2$/);
    expect(load(page.html)('h1').text()).to.match(/^Uge 2: /);
  });
});
