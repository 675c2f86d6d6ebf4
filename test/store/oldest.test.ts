import { mkdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect } from 'chai';
import { load } from 'cheerio';
import { command } from '../cli/command.ts';
import { headingOf, pressIntent } from '../support/participant.ts';
import { launch, signIn } from '../support/platform/launch.ts';
import { people } from '../support/platform/startPlatform.ts';
import { createWebClient } from '../support/platform/webClient.ts';
import { startProduct, type Product } from '../support/product.ts';
import { until } from '../support/waiting.ts';
import { onEachEngine } from './support/engines.ts';
import { temporaryFolder } from './support/folder.ts';
import { keysIn } from './support/formerKeys.ts';
import { PORT, putOldestStore } from './support/oldestStore.ts';

const WORDS = 'Mere ro i hverdagen';
const issuer = `http://127.0.0.1:${PORT}/sandbox`;
/** The trial room's link to module 1's preparation, as the oldest program made it. */
const course = { activities: () => Promise.resolve([{ id: '17', title: '', custom: {} }]) };
function open(person: string) {
  return launch({ issuer, course }, { person, activity: '17' });
}

async function grades(): Promise<string[]> {
  const client = createWebClient();
  await signIn(client, issuer, people.instructor);
  const $ = load((await client.get(`${issuer}/karakterbog`)).html);
  const rows = $('#grades tbody tr').toArray();
  return rows.filter((row) => $(row).find('td:not(:has(.none))').length > 0).map((row) => $(row).find('th').text());
}

const KEYS_OF_TODAY = /^[\w-]{22}\/[\w-]{43}$/;

describe('a store that the oldest version wrote', function () {
  this.timeout(90_000);
  const folder = temporaryFolder();
  let product: Product;
  beforeEach(async () => {
    putOldestStore(folder());
    product = await startProduct({ PORT, DATA_DIR: folder(), TOOL_URL: `http://localhost:${PORT}` });
  });
  afterEach(() => product.remove());

  const migrate = (...words: string[]) => command('migrate', { DATA_DIR: folder() }, ...words);
  const stored = (table: string): Record<string, unknown>[] => {
    const database = new DatabaseSync(join(folder(), 'store.sqlite'), { readOnly: true });
    const rows = database.prepare(`SELECT doc FROM "${table}"`).all();
    database.close();
    return rows.map(({ doc }) => JSON.parse(String(doc)) as Record<string, unknown>);
  };

  it('is gone on with: texts, drafts and what the course room was to be told; then all of it is of today', async () => {
    // Amina had sent when the oldest program was killed; nobody has told her course room since.
    await until('the score is told', async () => (await grades()).length === 2);

    const mette = await open(people.mette);
    expect(headingOf(mette.page)).to.equal('Tak. Dine svar er sendt');
    expect(load(mette.page.html)('main').text()).to.include(WORDS);

    const jens = await open(people.jens);
    expect(headingOf(jens.page), 'the step that he had stopped at goes on in this one').to.equal(
      'Et første kig på handleplanen',
    );
    const third = await jens.client.get(jens.page.url.replace(/\d+$/, '3'));
    expect(third.html).to.include(WORDS);

    const before = await migrate('--dry-run');
    expect(before.out).to.match(/older form: rooms, responses|older form: .*responses/);
    const done = await migrate();
    expect(done.err).to.match(/^responses: 3 looked at$/m);
    expect(done.out).to.match(/^responses: \d of 3 documents written anew, in form 5\.$/m);
    expect(done.out).to.match(/Every document has the form of this version, and its proof\.\n$/);
    for (const doc of stored('responses'))
      expect(doc).to.include({ $form: 1005 }).and.to.deep.include({ agreements: {} });
    for (const doc of stored('rooms')) expect(doc).to.include({ $form: 1003, copiedFrom: '' });
    expect(await keysIn(`sqlite:${join(folder(), 'store.sqlite')}`, 'people')).to.have.length(4);
    for (const table of ['people', 'placements'])
      for (const key of await keysIn(`sqlite:${join(folder(), 'store.sqlite')}`, table))
        expect(key).to.match(KEYS_OF_TODAY);
    expect((await migrate()).out).to.match(/There is nothing to do/);

    // The page was shown before its document was rewritten.
    expect(headingOf(await pressIntent(jens.client, jens.page, 'send'))).to.equal('Tak. Dine svar er sendt');
    await until('his score is told too', async () => (await grades()).length === 3);
    const reports = stored('responses').flatMap(({ reports: told }) => told as { state: string; attempts: number }[]);
    expect(reports.map(({ state, attempts }) => `${state} ${attempts}`)).to.deep.equal(Array(3).fill('delivered 1'));

    const instructor = await open(people.instructor);
    expect(load(instructor.page.html)('main').text().split(WORDS)).to.have.length(4);

    // The oldest version knows format 1 only, and refuses a later one.
    const database = new DatabaseSync(join(folder(), 'store.sqlite'), { readOnly: true });
    expect(database.prepare('PRAGMA user_version').get()).to.deep.include({ user_version: 3 });
    database.close();
  });
});

onEachEngine('a backup of the oldest version', function ({ folder, databaseUrl }) {
  this.timeout(120_000);

  it('is restored: its people come in again, and their rows are at the keys of today', async () => {
    const [data, file] = [join(folder(), 'data'), join(folder(), 'oldest.backup')];
    mkdirSync(data);
    putOldestStore(data);
    expect((await command('backup', { DATA_DIR: data }, file)).err).to.equal('');
    expect(readFileSync(file, 'utf8')).to.match(/"in":"people","key":"[\w-]{43}"/);
    const settings = { PORT, DATA_DIR: data, DATABASE_URL: databaseUrl(), TOOL_URL: `http://localhost:${PORT}` };
    expect((await command('restore', settings, file)).err).to.equal('');
    for (const table of ['people', 'placements'])
      for (const key of await keysIn(databaseUrl(), table)) expect(key).to.match(KEYS_OF_TODAY);

    const product = await startProduct(settings);
    const mette = await open(people.mette);
    expect(headingOf(mette.page)).to.equal('Tak. Dine svar er sendt');
    expect(load(mette.page.html)('main').text()).to.include(WORDS);
    await product.remove();
    expect(await keysIn(databaseUrl(), 'people')).to.have.length(4);
  });
});
