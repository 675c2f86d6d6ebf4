import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { openEngine } from '../../../src/store/openStore.ts';
import { command } from '../../cli/command.ts';
import { startApp } from '../../support/app.ts';
import { describeWithMongo, mongoForBlock } from '../../support/mongo.ts';
import { headingOf, openPreparation, prepareAndSend } from '../../support/participant.ts';
import { people, startPlatform } from '../../support/platform/startPlatform.ts';
import { freePort } from '../../support/ports.ts';
import { temporaryFolder } from '../support/folder.ts';
import { KEY_A } from '../support/keys.ts';

const WORDS = 'Mere ro i hverdagen';
const RECEIPT = 'Tak. Dine svar er sendt';

/** The documents of a backup, in whatever order they were written. */
function documentsIn(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"in":'))
    .sort();
}

async function indexesIn(databaseUrl: string): Promise<Record<string, string[]>> {
  const engine = await openEngine(databaseUrl);
  const shapes = await engine.shapes();
  await engine.close();
  const told = shapes.map(({ name, indexes }) => [name, indexes.map((fields) => fields.join(' ')).sort()] as const);
  return Object.fromEntries(told.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

describeWithMongo('a backup of one engine in the other', function () {
  this.timeout(240_000);
  const folder = temporaryFolder();
  const mongo = mongoForBlock();

  it('goes from a file to MongoDB and back: the same documents and indexes, no one who was erased, and the program goes on', async () => {
    const port = String(await freePort());
    const keys = { DATA_KEY: KEY_A, TOOL_SECRET: 'x'.repeat(32) };
    const of = (name: string, databaseUrl: string) => ({
      ...keys,
      DATA_DIR: join(folder(), name),
      DATABASE_URL: databaseUrl,
      PORT: port,
      TOOL_URL: `http://localhost:${port}`,
      SANDBOX: 'off',
    });
    const first = of('first', `sqlite:${join(folder(), 'first.sqlite')}`);
    const second = of('second', mongo().database());
    const third = of('third', `sqlite:${join(folder(), 'third.sqlite')}`);
    const file = (name: string) => join(folder(), `${name}.backup`);
    const platform = await startPlatform({ toolUrl: first.TOOL_URL });

    const product = await startApp(first);
    await platform.registerWithTool();
    for (const person of [people.mette, people.jens]) {
      const { client, page } = await openPreparation(platform, person);
      expect(headingOf(await prepareAndSend(client, page))).to.equal(RECEIPT);
    }
    expect((await command('backup', first, file('first'))).err).to.equal('');
    const { page } = await openPreparation(platform, people.jens);
    const room = /\/rum\/([^/]+)\//.exec(page.url)?.[1] ?? '';
    const jens = (await product.deps.rooms.people(room)).find(({ name }) => name.includes('Jens'))?.id ?? '';
    await product.deps.privacy.erase({ room, person: jens }, { by: 'self' });
    const erasures = await command('person', first, 'erasures');
    await product.close();

    // An empty machine: a new folder and a new database; the file, the keys, and the list of those erased since.
    const list = join(folder(), 'erased');
    writeFileSync(list, erasures.out);
    const restored = await command('restore', second, file('first'), '--erased', list);
    expect(restored.err).to.equal('');
    expect(restored.out).to.match(/Left out \d+ documents of 1 person who was erased since/);
    expect(await indexesIn(second.DATABASE_URL)).to.deep.equal(await indexesIn(first.DATABASE_URL));
    const onMongo = await startApp(second);
    const again = await openPreparation(platform, people.mette);
    expect(headingOf(again.page)).to.equal(RECEIPT);
    expect(again.page.html).to.include(WORDS);
    expect((await onMongo.deps.rooms.people(room)).map(({ id }) => id))
      .to.have.length(1)
      .and.not.include(jens);
    await onMongo.close();

    expect((await command('backup', second, file('second'))).err).to.equal('');
    expect((await command('restore', third, file('second'))).err).to.equal('');
    expect((await command('backup', third, file('third'))).err).to.equal('');
    expect(documentsIn(file('second')).length).to.be.above(10);
    expect(documentsIn(file('third'))).to.deep.equal(documentsIn(file('second')));
    for (const name of ['first', 'second', 'third'])
      expect(readFileSync(file(name), 'utf8')).not.to.match(/"(table|in)":"store_(format|restore)"/);
    expect(await indexesIn(third.DATABASE_URL)).to.deep.equal(await indexesIn(first.DATABASE_URL));
    const onFile = await startApp(third);
    expect((await openPreparation(platform, people.mette)).page.html).to.include(WORDS);
    await onFile.close();
    await platform.close();
  });
});
