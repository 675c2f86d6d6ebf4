import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { examine } from '../../src/cli/doctor/examine.ts';
import { examineStore } from '../../src/cli/doctor/store.ts';
import { inDataFolder, startApp, startAppAndPlatform, type App } from '../support/app.ts';
import { openPreparation } from '../support/participant.ts';
import { people, type Platform } from '../support/platform/startPlatform.ts';
import { startMailServer } from '../features/reminders/mailServer.ts';
import { commandHere } from './command.ts';

describe('npm run doctor', function () {
  this.timeout(60_000);
  let app: App;
  let platform: Platform;
  let world: Awaited<ReturnType<typeof startAppAndPlatform>>;
  let ahead = 0;
  before(async () => {
    world = await startAppAndPlatform({ clock: () => Date.now() + ahead }, inDataFolder());
    ({ app, platform } = world);
    await openPreparation(platform, people.mette);
  });
  after(() => world.close());
  beforeEach(() => {
    ahead = 0;
    platform.misbehave.always = {};
    platform.misbehave.keySet = undefined;
  });

  const doctor = () => commandHere('doctor', [], () => app.deps.config);
  /** What is not well, in words. */
  const ills = async () =>
    (await examine(app.deps))
      .filter(({ state }) => state !== 'well')
      .map(({ of, state, says, todo }) => {
        expect(todo, `${of} says what to do`).not.to.equal('');
        return `${state} ${of.replace(/^.*: /, '')}: ${says}`;
      });

  it('finds nothing where nothing is wrong, and says what it looked at', async () => {
    const { code, out, err } = await doctor();
    expect([code, err]).to.deep.equal([0, '']);
    for (const part of ['settings', 'store', 'forms', 'disk', 'secrets', 'keys', 'clock', 'token', 'columns', 'server'])
      expect(out).to.match(new RegExp(`^ok .*\\b${part}: `, 'm'));
    expect(out).to.match(/All that is needed is there\.\n$/);
    expect(await ills()).to.deep.equal([]);
  });

  it('finds a platform that does not answer, says so and ends with 1', async () => {
    platform.misbehave.always = { keys: { kind: 'drop' }, token: { kind: 'status', status: 503 } };
    const { code, out, err } = await doctor();
    expect([code, err]).to.deep.equal([1, '2 of 8 are at fault.\n']);
    expect(out).to.match(/^FAULT .*keys: Its key set cannot be had: connection\.\n {7}Nobody gets in without it\./m);
    expect(out).to.match(
      /^FAULT .*token: It gives no access token: status 503\.\n {7}Scores wait until it does\. See that the platform runs/m,
    );
  });

  it('finds a platform that cannot fetch our keys, as Moodle says it, and where to look', async () => {
    platform.misbehave.always = { token: { kind: 'status', status: 404 } };
    const { out } = await doctor();
    expect(out).to.match(
      /^FAULT .*token: It gives no access token: status 404\.\n {7}It fetches our keys at \/lti\/keys:/m,
    );
  });

  it('finds a key set without keys', async () => {
    platform.misbehave.keySet = () => ({ keys: [] });
    expect(await ills()).to.deep.equal(['fault keys: Its key set has no key for RS256.']);
  });

  it('finds a clock that is off, and by how much', async () => {
    ahead = 30_000;
    expect((await ills())[0]).to.match(/^doubt clock: Our clock is (29|3\d) seconds ahead of its clock\.$/);
    ahead = -600_000;
    expect((await ills()).find((ill) => ill.includes('clock'))).to.match(
      /^fault clock: Our clock is (599|60\d) seconds behind its clock\.$/,
    );
  });

  it('finds a gradebook that does not answer', async () => {
    platform.misbehave.always = { lineitems: { kind: 'status', status: 404 } };
    expect(await ills()).to.deep.equal(['fault columns: Its gradebook does not answer: status 404.']);
  });

  it('finds a store that another program holds', async () => {
    const other = new DatabaseSync(app.deps.config.databaseUrl.slice('sqlite:'.length));
    other.exec('BEGIN IMMEDIATE');
    const [found] = await examineStore(app.deps);
    other.exec('ROLLBACK');
    other.close();
    expect(found).to.include({ state: 'fault', says: 'Nothing can be saved: another program holds it locked.' });
  });

  it('finds out whether the mail server lets us in, and sends nothing', async () => {
    const mail = await startMailServer();
    const settings = (url: string) => ({ SMTP_URL: url, MAIL_FROM: 'besked@example.dk' });
    const there = await startApp(settings(mail.url));
    const gone = await startApp(settings('smtp://127.0.0.1:9'));
    const seen = async ({ deps }: App) =>
      (await examine(deps)).filter(({ of }) => of === 'mail').map(({ state, says }) => `${state} ${says}`);
    expect(await seen(there)).to.deep.equal(['well The mail server lets us in.']);
    expect(await seen(gone)).to.deep.equal(['fault It cannot be used: ESOCKET.']);
    expect(mail.mails).to.deep.equal([]);
    await Promise.all([there.close(), gone.close(), mail.stop()]);
  });
});
