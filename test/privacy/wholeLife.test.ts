import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { expect } from 'chai';
import type { ProgramName } from '../../src/cli/programs.ts';
import { readConfig } from '../../src/config.ts';
import { commandHere } from '../cli/command.ts';
import { writePackage } from '../content/samplePackage.ts';
import { startApp, type App } from '../support/app.ts';
import { outside } from '../support/outside.ts';
import { headingOf, openPreparation, prepareAndSend } from '../support/participant.ts';
import { people, startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import { freePort } from '../support/ports.ts';
import { until } from '../support/waiting.ts';

const WORDS = 'Mere ro i hverdagen';
function roomOf(url: string): string {
  return /\/rum\/([^/]+)\//.exec(url)?.[1] ?? '';
}

/** With a small course: each command reads it. That the commands run as processes of their own is test/cli's. */
describe('what is kept of a person', function () {
  this.timeout(180_000);
  let app: App;
  let platform: Platform;
  let folder: string;
  let settings: Record<string, string>;
  let ahead = 0;

  const start = async () => (app = await startApp(settings, { clock: () => Date.now() + ahead }));
  const inData = (name: string) => join(folder, 'data', name);

  beforeEach(async () => {
    ahead = 0;
    folder = mkdtempSync(join(tmpdir(), 'privacy-'));
    await writePackage(join(folder, 'course'));
    const PORT = String(await freePort());
    settings = { DATA_DIR: inData(''), COURSE_DIR: join(folder, 'course'), PORT, NODE_ENV: 'test' };
    await start();
    platform = await startPlatform({ toolUrl: app.url });
    await platform.registerWithTool();
  });
  afterEach(async () => {
    await app.close().catch(() => undefined);
    await platform.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const command = (name: ProgramName, changes: Record<string, string>, ...words: string[]) =>
    commandHere(name, words, () => readConfig({ ...settings, ...changes }));
  const backup = () => join(folder, 'backup');
  const send = async (person: string) => {
    const { client, page } = await openPreparation(platform, person);
    await prepareAndSend(client, page);
    return { client, home: `${app.url}/rum/${roomOf(page.url)}/`, room: roomOf(page.url) };
  };
  const idsIn = async (room: string): Promise<string[]> => {
    const { out, err } = await command('person', {}, 'list', room);
    expect(err).to.equal('');
    return out
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(' ')[0] ?? '');
  };
  const grades = async () => (await platform.course.grades()).map(({ person }) => person);

  it('goes with the backup, and a score that waited is told once after a restore from the file alone', async () => {
    platform.misbehave.always.scores = { kind: 'hang' };
    const { room } = await send(people.mette);
    expect((await command('backup', {}, backup())).err).to.equal('');
    await app.close();
    const secrets = readFileSync(inData('secrets.json'), 'utf8');
    for (const end of ['', '-wal', '-shm']) rmSync(inData(`store.sqlite${end}`), { force: true });
    expect(JSON.parse(secrets)).to.have.property('dataKeys');

    expect((await command('restore', {}, backup())).err).to.equal('');
    delete platform.misbehave.always.scores;
    ahead = 6 * 60_000;
    await start();
    await until('the score is told', async () => (await grades()).length > 0);
    expect(await grades()).to.deep.equal([people.mette]);
    // The tokens of a launch live for a minute of the platform's own clock.
    ahead = 0;
    expect((await openPreparation(platform, people.mette)).page.html).to.include(WORDS);
    expect(await idsIn(room)).to.have.length(1);
  });

  it('is shown, taken away and erased by the person, and no backup brings it back', async () => {
    const { client, home, room } = await send(people.mette);
    await send(people.jens);
    await until('both are told', async () => (await grades()).length === 2);
    await command('backup', {}, backup());

    const own = await client.get(`${home}mine-data`);
    expect(headingOf(own)).to.equal('Dine data');
    expect(load(own.html)('main').text()).to.include('Dine svar').and.not.include('Din humørdagbog');
    const page = await client.get(`${home}mine-data/kopi.html`);
    expect(page.headers.get('content-disposition')).to.include('mine-data.html');
    expect(page.html).to.include(WORDS).and.include('Hvad er dit håb').and.not.include('subject');
    const json = await client.get(`${home}mine-data/kopi.json`);
    expect(json.html).to.include(WORDS).and.not.include('stopToken');

    const ask = await client.get(`${home}mine-data/slet`);
    const unsure = await client.submit(ask, {});
    expect(unsure.status).to.equal(422);
    expect(load(unsure.html)('.error-summary, [role=alert]').text()).to.include('Sæt kryds');
    const done = await client.submit(ask, { bekraeft: 'ja' });
    expect(headingOf(done)).to.equal('Alt om dig er slettet');
    expect(load(done.html)('main form, main a').length).to.equal(0);
    expect((await client.get(`${home}mine-data`)).status).to.equal(401);
    expect(await idsIn(room)).to.have.length(1);
    expect(await grades()).to.have.members([people.mette, people.jens]);
    expect(readFileSync(inData('erasures.jsonl'), 'utf8').trim().split('\n')).to.have.length(1);

    await app.close();
    const elsewhere = { DATABASE_URL: `sqlite:${join(folder, 'other.sqlite')}` };
    const restored = await command('restore', elsewhere, backup());
    expect(restored.err).to.equal('');
    expect(restored.out).to.match(/Left out \d+ documents of 1 person who was erased since/);
    const left = await command('person', elsewhere, 'list', room);
    expect(left.out.trim().split('\n')).to.have.length(2);
    expect(left.out).to.include('Jens').and.not.include('Mette');
    expect((await command('person', elsewhere, 'erasures')).out).to.include('"erased"');
  });

  it('is exported and erased by command, and comes back from a restore in place only without the erased', async () => {
    const { client, home, room } = await send(people.mette);
    await send(people.jens);
    await command('backup', {}, backup());
    const [id = ''] = await idsIn(room);
    expect((await command('person', {}, 'export', id)).out).to.include(WORDS);
    expect((await command('person', {}, 'export', id, join(folder, 'out'))).out).to.include('data.html');
    expect(readFileSync(join(folder, 'out', 'data.html'), 'utf8')).to.include(WORDS);
    const erased = await command('person', {}, 'erase', id);
    expect(erased.out).to.match(/^Removed [1-9]\d* documents/);
    expect((await client.get(home)).status).to.equal(401);
    expect((await command('person', {}, 'erase', id)).code).to.equal(1);
    expect((await command('person', {}, 'erase')).code).to.equal(2);

    await app.close();
    // The list is gone with the disk that it was on: what the store itself knows is enough.
    rmSync(inData('erasures.jsonl'));
    expect((await command('restore', {}, backup(), '--replace')).out).to.include('1 person');
    expect(await idsIn(room)).to.have.length(1);
  });

  it('is gone in the end, wherever an erasure was killed', async () => {
    const { room } = await send(people.mette);
    const gone: string[] = [];
    for (const writes of [1, 6]) {
      const [id = ''] = await idsIn(room);
      const script = join(import.meta.dirname, 'killedErasing.ts');
      const child = spawn(process.execPath, [script, id, String(writes)], {
        env: { ...outside, ...settings },
        stdio: 'inherit',
      });
      const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
      expect(signal, String(writes)).to.equal('SIGKILL');
      gone.push(id);
      // The next who opens the store goes on with it.
      expect(await idsIn(room)).to.deep.equal([]);
      await send(people.mette);
    }
    await command('backup', {}, backup());
    for (const id of gone) expect(readFileSync(backup(), 'utf8')).not.to.include(id);
  });

  it('ends with its room, after a look at what would go', async () => {
    const { room } = await send(people.mette);
    const young = await command('retention', {}, '--dry-run');
    expect(young.out).to.include('Would remove 0 rooms');
    const store = inData('store.sqlite');
    expect(existsSync(store)).to.equal(true);
    expect((await command('retention', { RETENTION_MONTHS: '0' })).code).to.equal(1);
    expect(await idsIn(room)).to.have.length(1);
  });
});
