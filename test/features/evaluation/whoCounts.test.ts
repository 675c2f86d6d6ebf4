import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import type { SurveyActivity } from '../../../src/content/course.ts';
import { evaluatedOf, type Evaluated } from '../../../src/features/evaluation/evaluated.ts';
import { readRoom } from '../../../src/features/evaluation/roomAnswers.ts';
import { startAppAndPlatform } from '../../support/app.ts';
import { aLaunch } from '../../support/launches.ts';
import { people } from '../../support/platform/startPlatform.ts';

describe('whose answers are in the figures of a class', function () {
  this.timeout(60_000);
  let world: Awaited<ReturnType<typeof startAppAndPlatform>>;
  let survey: SurveyActivity;
  let roomPath: string;
  let ib: Awaited<ReturnType<typeof world.platform.launch>>;

  before(async () => {
    world = await startAppAndPlatform();
    ib = await world.platform.launch({ person: people.instructor, activity: 'Min uge' });
    roomPath = /\/rum\/[^/]+/.exec(ib.page.url)?.[0] ?? '';
    const found = world.app.deps.courses.da.surveys?.find(({ wave }) => wave === 'foer');
    if (!found) throw new Error('The course has no survey before it.');
    survey = found;
  });
  after(() => world.close());

  const theRoom = async () => {
    const room = await world.app.deps.rooms.room(roomPath.slice('/rum/'.length));
    if (!room) throw new Error('The room is not there.');
    return room;
  };
  /** Someone in the room who has answered every scale with 1, and any other question with what it offers first. */
  const answered = async (subject: string, role: 'participant' | 'instructor') => {
    const { deps } = world.app;
    const { platform, deployment, context, title } = await theRoom();
    const comes = { platform, deployment, context: { id: context, title }, person: { subject, name: '' } };
    const { room, person } = await deps.rooms.enrol(aLaunch({ ...comes, role: 'participant' }));
    const given = [[survey.consent, 'ja'], ...evaluatedOf(survey).map(({ id, options }) => [id, options[0]?.id ?? ''])];
    const fields = given.map(([question = '', posted = '']) => ({
      question,
      kind: 'choice' as const,
      posted,
      base: '',
      page: 'p',
    }));
    const change = { kind: 'survey', contentVersion: '1', step: '', fields, dropped: [] } as const;
    await deps.responses.send(
      { room: room.id, person: person.id, activity: survey.id },
      { ...change, fields, dropped: [] },
      () => true,
    );
    if (role !== 'participant') await deps.rooms.enrol(aLaunch({ ...comes, role }));
    return person.id;
  };

  const lineOf =
    (n: string) =>
    ({ range }: Evaluated) => [n, range ? '1.00' : ''];
  /** Of each question about the time before the course: how many, and the mean where it is a scale. */
  const tableOf = async () => {
    const rows = (await ib.client.get(`${world.app.url}${roomPath}/evaluering.csv`)).html.trim().split(/\r?\n/);
    return rows.filter((row) => row.includes(',foer,')).map((row) => row.split(',').slice(3, 5));
  };

  it('is nobody of the staff, who try the survey as participants and then teach', async () => {
    for (const number of [1, 2, 3, 4]) await answered(`teacher-${number}`, 'instructor');
    const sara = await answered('sara', 'participant');
    const { deps } = world.app;
    const read = await readRoom(deps, await theRoom(), [survey]);
    expect(read.answered.get(survey.id)).to.equal(1);
    expect(read.people).not.to.include(sara);
    expect(await tableOf()).to.deep.equal(evaluatedOf(survey).map(() => ['1', '']));
  });

  it('is five people together, then the same five, until five more have answered', async () => {
    for (const number of [2, 3, 4, 5]) await answered(`first-${number}`, 'participant');
    const five = evaluatedOf(survey).map(lineOf('5'));
    expect(await tableOf()).to.deep.equal(five);
    for (const number of [1, 2, 3, 4]) {
      await answered(`second-${number}`, 'participant');
      expect(await tableOf()).to.deep.equal(five);
    }
    await answered('second-5', 'participant');
    expect(await tableOf()).to.deep.equal(evaluatedOf(survey).map(lineOf('10')));
  });

  it('is the same for many who look at once, who all count each answer once', async () => {
    for (const number of [1, 2, 3, 4, 5]) await answered(`third-${number}`, 'participant');
    const tables = await Promise.all([1, 2, 3, 4, 5, 6].map(() => tableOf()));
    for (const table of tables) expect(table).to.deep.equal(evaluatedOf(survey).map(lineOf('15')));
  });

  it('keeps nothing of erased people except the unchanged sum of everyone who was added with them', async () => {
    const { deps } = world.app;
    const room = await theRoom();
    const gone = await answered('second-1', 'participant');
    const before = await tableOf();
    const kept = async () => {
      const opened = deps.store.opened().find(({ name }) => name === 'evaluation_steps');
      return JSON.stringify((await opened?.documents.find({ where: { room: room.id } }))?.items);
    };
    expect(await kept()).to.include(gone);
    await deps.privacy.erase({ room: room.id, person: gone }, { by: 'self' });
    expect(await kept()).not.to.include(gone);
    expect(await tableOf()).to.deep.equal(before);
  });

  it('is written in their own log when the file is taken', async () => {
    const { deps } = world.app;
    const room = await theRoom();
    const sara = await answered('sara', 'participant');
    const waits = await answered('waits', 'participant');
    await ib.client.get(`${world.app.url}${roomPath}/evaluering.json`);
    const { lines } = await deps.auditLog.ofPerson({ room: room.id, person: sara });
    expect(lines.map(({ kind, role }) => ({ kind, role }))).to.deep.include({ kind: 'figures', role: 'instructor' });
    // Of who still waits nothing was taken.
    expect((await deps.auditLog.ofPerson({ room: room.id, person: waits })).lines).to.deep.equal([]);
  });

  it('is found under a pseudonym of the room that its id does not tell', async () => {
    const { deps } = world.app;
    const room = await theRoom();
    const name = async (pseudonymKey: Buffer) => (await readRoom({ ...deps, pseudonymKey }, room, [survey])).pseudonym;
    expect(await name(deps.pseudonymKey)).to.match(/^hold-[0-9a-f]{6}$/);
    expect(await name(deps.pseudonymKey)).to.equal(await name(deps.pseudonymKey));
    expect(await name(randomBytes(32))).not.to.equal(await name(deps.pseudonymKey));
  });
});
