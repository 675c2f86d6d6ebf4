import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { restoreBackup } from '../../../src/store/backup/index.ts';
import { NEVER, type CollectionSchema } from '../../../src/store/port.ts';
import { openEngine, openStore } from '../../../src/store/openStore.ts';
import { markBegun } from '../../../src/store/backup/underWay.ts';
import { command, commandFile, start } from '../../cli/command.ts';
import { temporaryFolder } from '../support/folder.ts';
import { KEY_A, KEY_B } from '../support/keys.ts';
import { rejection } from '../support/rejection.ts';
import { outside } from '../../support/outside.ts';

interface Note {
  room: string;
  due: number;
  text: string;
}
const schema: CollectionSchema<Note, 'room' | 'due'> = {
  name: 'notes',
  indexes: [['room', 'due']],
  encrypted: ['text'],
  queue: 'due',
};
const SECRET = 'jeg-tør-ikke-sige-det-højt';

describe('a backup', function () {
  this.timeout(40_000);
  const folder = temporaryFolder();
  const path = () => join(folder(), 'today.backup');
  const settings = (name: string, change: Record<string, string> = {}) => ({
    DATA_DIR: join(folder(), name),
    DATA_KEY: KEY_A,
    TOOL_SECRET: 'x'.repeat(32),
    ...change,
  });
  const storeIn = (name: string) =>
    openStore({ databaseUrl: `sqlite:${join(folder(), name, 'store.sqlite')}`, dataKeys: [KEY_A] });
  const fill = async (name: string, count: number) => {
    const store = await storeIn(name);
    const notes = await store.collection(schema);
    for (let index = 0; index < count; index += 1) {
      // U+2028 ends a line for some readers.
      const note = { room: `rum\u2028${index % 3}`, due: index === 0 ? 5 : NEVER, text: `${SECRET} ${index}` };
      await notes.insert(`n-${String(index).padStart(6, '0')}`, note);
    }
    await store.close();
  };
  const notesIn = async (name: string): Promise<number> => {
    const store = await storeIn(name);
    const count = await (await store.collection(schema)).count({});
    await store.close();
    return count;
  };
  const backUp = () => command('backup', settings('a'), path());
  const restore = (change: Record<string, string> = {}, ...words: string[]) =>
    command('restore', settings('b', change), path(), ...words);

  it('comes back whole: documents, indexes, what waits, and texts that are still locked', async () => {
    await fill('a', 210);
    const ended = await backUp();
    expect(ended.err).to.equal('');
    expect(ended.out).to.match(/^Wrote 211 documents of \d+ collections/);
    expect(statSync(path()).mode & 0o777).to.equal(0o600);
    expect(readFileSync(path(), 'utf8')).not.to.include(SECRET);

    const restored = await restore();
    expect(restored.err).to.equal('');
    expect(restored.out).to.match(/^Restored 211 documents/);
    const engine = await openEngine(`sqlite:${join(folder(), 'b', 'store.sqlite')}`);
    const shape = (await engine.shapes()).find(({ name }) => name === 'notes');
    expect(shape?.indexes).to.have.deep.members([['room', 'due'], ['due']]);
    await engine.close();

    const store = await storeIn('b');
    const notes = await store.collection(schema);
    expect((await notes.claimDue(10, 99))?.doc).to.deep.equal({ room: 'rum\u20280', due: 99, text: `${SECRET} 0` });
    expect(await notes.count({})).to.equal(210);
    await store.close();
  });

  it('leaves a store that is not empty alone, unless told otherwise', async () => {
    await fill('a', 3);
    await fill('b', 5);
    await backUp();
    const refused = await restore();
    expect(refused.code).to.equal(1);
    expect(refused.err).to.match(/^The store is not empty\..*--replace/);
    expect(await notesIn('b')).to.equal(5);
    expect((await restore({}, '--replace')).code).to.equal(0);
    expect(await notesIn('b')).to.equal(3);
  });

  const damages: [string, (whole: string) => string, RegExp][] = [
    ['is cut off within a line', (whole) => whole.slice(0, -100), /cut off/],
    ['is cut off between two lines', (whole) => whole.split('\n').slice(0, -2).join('\n') + '\n', /cut off/],
    ['has one other letter', (whole) => whole.replace('"n-000001"', '"n-000009"'), /checksum is wrong/],
    ['lacks a line', (whole) => whole.replace(/^[^\n]*n-000001[^\n]*\n/m, ''), /checksum is wrong/],
    ['is of a newer version', (whole) => whole.replace('"version":1', '"version":2'), /newer version/],
    ['goes on after its end', (whole) => `${whole}{}\n`, /something after its end/],
    ['is empty', () => '', /it is empty/],
    ['is something else', () => 'hej\n', /is not a backup/],
  ];
  /** As the command does it, of which it is the first step. */
  const restoreHere = () =>
    restoreBackup({
      path: path(),
      databaseUrl: `sqlite:${join(folder(), 'b', 'store.sqlite')}`,
      dataKeys: [KEY_A],
      replace: false,
      keep: [],
      erasures: 'erasures',
      forms: new Map(),
      isWanted: () => () => true,
    });

  it('is not begun with where the file is damaged, or none of ours', async () => {
    await fill('a', 3);
    await backUp();
    const whole = readFileSync(path(), 'utf8');
    writeFileSync(path(), whole.slice(0, -100));
    expect(await restore()).to.include({ code: 1, out: '' });
    for (const [what, damage, words] of damages) {
      writeFileSync(path(), damage(whole));
      const refused = await rejection(restoreHere());
      expect(refused.message, what)
        .to.match(words)
        .and.match(/Nothing was changed\.$/);
      expect(existsSync(join(folder(), 'b', 'store.sqlite')), what).to.equal(false);
    }
  });

  it('names the key that is missing, and a file that is not there', async () => {
    await fill('a', 1);
    await backUp();
    const refused = await restore({ DATA_KEY: KEY_B });
    expect(refused.err).to.match(/not in DATA_KEY \(missing: key id [0-9a-f]{8}\)/);
    expect((await command('restore', settings('b'), join(folder(), 'nowhere'))).err).to.match(/no such file/);
    expect((await command('restore', settings('b'))).code).to.equal(2);
  });

  it('does not start on a part, and goes through when it is asked for again', async () => {
    await fill('a', 3);
    await backUp();
    const engine = await openEngine(`sqlite:${join(folder(), 'b', 'store.sqlite')}`);
    await markBegun(engine);
    await engine.close();
    expect((await command('person', settings('b'), 'erasures')).err).to.match(/^A restore into this store was interr/);
    expect((await command('backup', settings('b'), path())).err).to.match(/^A restore into this store was interr/);
    expect((await restore()).err).to.equal('');
    expect(await notesIn('b')).to.equal(3);
  });

  it('that is killed leaves the one before it as it was', async () => {
    await fill('a', 1500);
    await backUp();
    const before = readFileSync(path());
    for (let round = 0; round < 2; round += 1) {
      const child = start('backup', settings('a'), [path()]);
      const ended = once(child, 'exit');
      const known = readdirSync(folder()).length;
      while (child.exitCode === null && readdirSync(folder()).length === known) await new Promise(setImmediate);
      child.kill('SIGKILL');
      await ended;
      expect(readFileSync(path()).equals(before) || (await restore({}, '--replace')).code === 0).to.equal(true);
    }
    expect((await backUp()).code).to.equal(0);
    expect((await restore({}, '--replace')).out).to.match(/^Restored 1501 /);
  });

  it('says that there is no more room, and leaves nothing behind', async () => {
    await fill('a', 1500);
    const limited = `trap '' XFSZ; ulimit -f 200; exec "$0" "$1" backup "$2"`;
    const ended = spawnSync('bash', ['-c', limited, process.execPath, commandFile, path()], {
      env: { ...outside, ...settings('a') },
      encoding: 'utf8',
    });
    expect(ended.status).to.equal(1);
    expect(ended.stderr).to.match(/a file may not be that large here\. Nothing of it is kept\.\n$/);
    expect(readdirSync(folder())).to.deep.equal(['a']);
  });
});
