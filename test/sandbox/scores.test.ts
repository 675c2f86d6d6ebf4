import { expect } from 'chai';
import { media, scope } from '../../src/sandbox/vocabulary.ts';
import { people } from '../support/platform/startPlatform.ts';
import { callService, type Call } from './support/service.ts';
import { openTrial, type Trial } from './support/trial.ts';

const time = '2026-11-21T10:42:00Z';
const right = {
  userId: people.mette,
  timestamp: time,
  activityProgress: 'Completed',
  gradingProgress: 'FullyGraded',
  scoreGiven: 100,
  scoreMaximum: 100,
};

describe('the sandbox: scores', () => {
  let trial: Trial;
  before(async () => {
    trial = await openTrial();
  });
  after(() => trial.close());
  beforeEach(async () => {
    const { course } = trial.platform;
    for (const { id } of await course.activities()) await course.removeActivity(id);
    await course.addActivity({ title: 'Graded', graded: { resourceId: 'a', tag: 'prep', scoreMaximum: 50 } });
  });

  const column = async () => `/services/2/lineitems/${(await trial.platform.course.lineItems())[0]!.id}/lineitem`;
  const send = async (changes: Record<string, unknown> = {}, call: Partial<Call> = {}) =>
    callService(trial, {
      method: 'POST',
      path: `${await column()}/scores?type_id=1`,
      contentType: media.score,
      body: { ...right, ...changes },
      ...call,
    });
  const grade = async (person: string = people.mette) =>
    (await trial.platform.course.grades()).find((each) => each.person === person);

  it('takes a score with 200 and an empty body, rescaled to the column', async () => {
    const response = await send();
    expect(response.status).to.equal(200);
    expect(await response.text()).to.equal('');
    expect(await grade()).to.include({ score: 50, gradedAt: Date.parse(time) / 1000 });
  });

  const scaled: [string, Record<string, unknown>, number | null][] = [
    ['more than the maximum is the maximum', { scoreGiven: 120 }, 50],
    ['less than nothing is 0', { scoreGiven: -1 }, 0],
    ['a maximum of 0 takes the score unscaled', { scoreGiven: 7, scoreMaximum: 0 }, 7],
    ['a number as text is a number', { scoreGiven: '50' }, 25],
    ['Pending gives no grade', { gradingProgress: 'Pending' }, null],
    ['an unknown progress gives no grade', { gradingProgress: 'Whatever' }, null],
    ['no score gives no grade', { scoreGiven: undefined }, null],
    ['what the activity progress says does not matter', { activityProgress: 'Initialized' }, 50],
  ];
  for (const [name, changes, score] of scaled) {
    it(name, async () => {
      expect((await send(changes)).status).to.equal(200);
      expect((await grade())?.score).to.equal(score);
    });
  }

  for (const gradingProgress of ['Pending', 'PendingManual', 'NotReady', 'Failed']) {
    it(`${gradingProgress} takes away a grade that was there`, async () => {
      await send();
      await send({ gradingProgress, timestamp: '2026-11-21T10:43:00Z' });
      expect((await grade())?.score).to.equal(null);
    });
  }

  const refused: [string, Record<string, unknown>, number][] = [
    ['no user', { userId: undefined }, 400],
    ['no timestamp', { timestamp: undefined }, 400],
    ['no activity progress', { activityProgress: undefined }, 400],
    ['no grading progress', { gradingProgress: undefined }, 400],
    ['a score without a maximum', { scoreMaximum: undefined }, 400],
    ['a score that is no number', { scoreGiven: 'many' }, 400],
    ['a time that is not ISO 8601', { timestamp: '21.11.2026 10:42' }, 400],
    ['a time that does not exist', { timestamp: '2026-13-41T10:42:00Z' }, 400],
    ['an unknown user', { userId: '4711' }, 400],
    ['an instructor', { userId: people.instructor }, 400],
    ['an administrator', { userId: people.administrator }, 400],
    ['a user id that is no number', { userId: 'mette' }, 502],
  ];
  for (const [name, changes, status] of refused) {
    it(`answers ${status} to ${name}`, async () => {
      expect((await send(changes)).status).to.equal(status);
      expect(await grade()).to.equal(undefined);
    });
  }

  it('answers 409 to the same second, an earlier one and an identical request', async () => {
    await send();
    expect((await send()).status).to.equal(409);
    expect((await send({ timestamp: '2026-11-21T10:42:00.900Z', scoreGiven: 10 })).status).to.equal(409);
    expect((await send({ timestamp: '2026-11-21T10:41:59Z', scoreGiven: 10 })).status).to.equal(409);
    expect((await grade())?.score).to.equal(50);
    expect((await send({ timestamp: '2026-11-21T10:42:01Z', scoreGiven: 10 })).status).to.equal(200);
    expect((await grade())?.score).to.equal(5);
  });

  it('keeps the second after a grade was taken away', async () => {
    await send({ gradingProgress: 'Pending' });
    expect((await send()).status).to.equal(409);
  });

  it('accepts one of two at the same time', async () => {
    const answers = await Promise.all([send(), send()]);
    expect(answers.map((answer) => answer.status).toSorted()).to.deep.equal([200, 409]);
  });

  it('takes a time in the future, and then nothing until it has come', async () => {
    expect((await send({ timestamp: '2099-01-01T00:00:00Z' })).status).to.equal(200);
    expect((await send()).status).to.equal(409);
  });

  for (const timestamp of ['2026-11-21T11:42:00+01:00', '2026-11-21T11:42:00+0100', '2026-11-21T10:42:00']) {
    it(`reads ${timestamp} as the same moment`, async () => {
      await send({ timestamp });
      expect((await grade())?.gradedAt).to.equal(Date.parse(time) / 1000);
    });
  }

  it('keeps a comment until a score comes without one', async () => {
    await send({ comment: 'Godt gået' });
    expect((await grade())?.comment).to.equal('Godt gået');
    await send({ timestamp: '2026-11-21T10:43:00Z' });
    expect((await grade())?.comment).to.equal('');
  });

  it('stamps a comment without a score with its own time', async () => {
    await send({ scoreGiven: undefined, comment: 'Hej', timestamp: '2020-01-01T00:00:00Z' });
    expect((await grade())?.gradedAt).to.be.greaterThan(Date.parse('2026-01-01T00:00:00Z') / 1000);
  });

  it('refuses another media type, a token without the scope, no token, and a body that is no JSON', async () => {
    expect((await send({}, { contentType: 'application/json' })).status).to.equal(400);
    expect((await send({}, { contentType: media.lineItem })).status).to.equal(400);
    expect((await send({}, { scopes: [scope.lineItem] })).status).to.equal(401);
    expect((await send({}, { token: '' })).status).to.equal(401);
    expect((await send({}, { body: undefined })).status).to.equal(400);
    expect(await grade()).to.equal(undefined);
  });

  it('answers 404 to scores and results of a column that is not there', async () => {
    const path = '/services/2/lineitems/999/lineitem';
    expect((await send({}, { path: `${path}/scores` })).status).to.equal(404);
    expect((await callService(trial, { path: `${path}/results`, accept: media.results })).status).to.equal(404);
  });

  it('lists as results only who has a grade or a comment', async () => {
    await send();
    await send({ userId: people.jens, gradingProgress: 'Pending' });
    const path = `${await column()}/results?type_id=1`;
    const response = await callService(trial, { path, accept: media.results });
    const results = (await response.json()) as Record<string, unknown>[];
    expect(results).to.have.length(1);
    expect(results[0]).to.include({ userId: people.mette, resultScore: 50, resultMaximum: 50 });
    const other = await callService(trial, { path: `${path}&user_id=${people.jens}`, accept: media.results });
    expect(await other.json()).to.deep.equal([]);
    expect((await callService(trial, { path, accept: 'application/json' })).status).to.equal(400);
    expect((await callService(trial, { path, accept: media.results, scopes: [scope.score] })).status).to.equal(401);
  });
});
