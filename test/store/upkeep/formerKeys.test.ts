import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { personKey, type Person } from '../../../src/rooms/records.ts';
import { createRooms } from '../../../src/rooms/rooms.ts';
import { writeBackup } from '../../../src/store/backup/write.ts';
import type { Engine } from '../../../src/store/engine.ts';
import { BackupFailed, CannotOpenStore } from '../../../src/store/errors.ts';
import { openEngine, openStore } from '../../../src/store/openStore.ts';
import { reencrypt } from '../../../src/store/upkeep/reencrypt.ts';
import { command } from '../../cli/command.ts';
import { linesOf, printed, startChild } from '../support/children.ts';
import { onEachEngine } from '../support/engines.ts';
import { keysIn, launchOf, leaveFormer, openFormer } from '../support/formerKeys.ts';
import { KEY_A, KEY_B } from '../support/keys.ts';
import { rejection } from '../support/rejection.ts';

/** More than a page. */
const COUNT = 205;

onEachEngine('people and placements at the keys of the version before', function ({ folder, databaseUrl }) {
  this.timeout(120_000);
  const where = (...dataKeys: string[]) => ({
    databaseUrl: databaseUrl(),
    dataKeys: dataKeys.length > 0 ? dataKeys : [KEY_A],
  });
  const settings = () => ({
    DATA_DIR: folder(),
    DATABASE_URL: databaseUrl(),
    DATA_KEY: KEY_A,
    TOOL_SECRET: 'x'.repeat(32),
  });
  const openRooms = async (...dataKeys: string[]) => {
    const store = await openStore(where(...dataKeys));
    return { rooms: await createRooms(store, () => 2_000), store };
  };
  const linesFor = (people: readonly Person[]) => people.map(({ number, id, name }) => `${number} ${id} ${name}`);
  /** Every row once, and its key begins with the room. */
  const expectMoved = async ({ room, people, placements }: Awaited<ReturnType<typeof leaveFormer>>) => {
    const keys = {
      people: await keysIn(databaseUrl(), 'people'),
      placements: await keysIn(databaseUrl(), 'placements'),
    };
    expect(keys.people).to.have.length(people.length);
    expect(keys.placements).to.have.length(placements.length);
    for (const key of [...keys.people, ...keys.placements]) expect(key).to.match(new RegExp(`^${room}/[\\w-]{43}$`));
  };

  it('are moved at the start: who comes again is who they were, and the version before starts no more', async () => {
    const before = await leaveFormer(where(), 7);
    const { rooms, store } = await openRooms();
    for (const [n, { id }] of before.people.entries()) {
      const { person, placement } = await rooms.enrol(launchOf(n));
      expect(person).to.include({ id, name: `Person ${n}`, number: n + 1 });
      expect(before.placements).to.include(placement?.id);
    }
    expect((await rooms.people(before.room)).map(({ id }) => id)).to.deep.equal(before.people.map(({ id }) => id));
    expect((await rooms.placed(before.room)).map(({ id }) => id)).to.have.members(before.placements);
    await expectMoved(before);
    await store.close();
    expect(await rejection(openFormer(where()))).to.be.instanceOf(CannotOpenStore);
  });

  it('are moved by the next start where one was killed, at whatever point: nobody is lost, and nobody doubled', async () => {
    const before = await leaveFormer(where(), COUNT);
    for (const [operation, times] of [
      ['insert', 1],
      ['delete', 1],
      ['insert', 100],
      ['delete', 103],
    ] as const) {
      const child = startChild('openRooms.ts', [databaseUrl(), operation, String(times)]);
      expect(await printed(child)).to.deep.equal([]);
      expect(child.signalCode, `${operation} ${times}`).to.equal('SIGKILL');
      expect(
        (await keysIn(databaseUrl(), 'people')).some((key) => !key.includes('/')),
        'some are left',
      ).to.equal(true);
    }
    expect(await linesOf('openRooms.ts', [databaseUrl()])).to.deep.equal(linesFor(before.people));
    await expectMoved(before);
  });

  it('are in no backup while they are moved, as it could miss some; before and after they are in it', async () => {
    const { people } = await leaveFormer(where(), 9);
    const backUp = async (name: string) => {
      const path = join(folder(), name);
      const { err } = await command('backup', settings(), path);
      const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
      return { err, people: text.match(/^\{"in":"people"/gm)?.length ?? 0 };
    };
    expect(await backUp('before')).to.deep.equal({ err: '', people: people.length });
    await printed(startChild('openRooms.ts', [databaseUrl(), 'delete', '5']));
    const during = await backUp('during');
    expect(during.err).to.match(/^A start of a new version.* Nothing of the backup is kept\.$/m);
    expect(readdirSync(folder()).filter((name) => name.startsWith('during'))).to.deep.equal([]);
    await linesOf('openRooms.ts', [databaseUrl()]);
    expect(await backUp('after')).to.deep.equal({ err: '', people: people.length });
  });

  it('are in no backup that was begun before they were moved and ended after', async () => {
    await leaveFormer(where(), 9);
    const engine = await openEngine(databaseUrl());
    let isMoved = false;
    const readingSlowly: Engine = {
      ...engine,
      table: async (shape) => {
        if (shape.name === 'people' && !isMoved) {
          isMoved = true;
          await (await openRooms()).store.close();
        }
        return engine.table(shape);
      },
    };
    const path = join(folder(), 'beside');
    expect(await rejection(writeBackup(readingSlowly, path, 1_000))).to.be.instanceOf(BackupFailed);
    expect(existsSync(path)).to.equal(false);
    await engine.close();
  });

  it('are moved by processes that start at the same time, as by one', async () => {
    const before = await leaveFormer(where(), COUNT);
    const each = await Promise.all(Array.from({ length: 3 }, () => linesOf('openRooms.ts', [databaseUrl()])));
    for (const lines of each) expect(lines).to.deep.equal(linesFor(before.people));
    await expectMoved(before);
  });

  it('are looked for at no later start; what a process of the version before wrote since is kept by "npm run migrate"', async () => {
    const before = await leaveFormer(where(), 3);
    const former = await openFormer(where());
    await (await openRooms()).store.close();
    const [first] = before.people;
    const hash = before.hashIn(personKey(before.room, '0'));
    await former.people.insert(hash, { ...first!, id: 'came-twice', number: 4 });
    await former.close();

    await (await openRooms()).store.close();
    expect(await keysIn(databaseUrl(), 'people')).to.include(hash);
    const migrated = await command('migrate', settings());
    expect(migrated.err).to.match(/^people: /m);
    expect(migrated.out)
      .to.match(/^people: 1 of [45] documents written anew, in form 2\.$/m)
      .and.not.match(/^placements/m);
    const { rooms, store } = await openRooms();
    const ids = [...before.people.map(({ id }) => id), 'came-twice'];
    expect((await rooms.people(before.room)).map(({ id }) => id)).to.deep.equal(ids);
    expect((await rooms.enrol(launchOf(0))).person.id).to.equal(first?.id);
    await store.close();
    expect((await command('migrate', settings())).out).to.match(/There is nothing to do/);
  });

  it('are moved after a change of keys too, and are then encrypted with the new one', async () => {
    const before = await leaveFormer(where(), 3);
    const changed = await reencrypt({ ...where(KEY_B, KEY_A), isDryRun: false, progress: () => undefined });
    expect(changed.documents.changed).to.be.above(0);
    const { rooms, store } = await openRooms(KEY_B);
    expect((await rooms.people(before.room)).map(({ name }) => name)).to.deep.equal(
      before.people.map(({ name }) => name),
    );
    await store.close();
    await expectMoved(before);
  });

  it('stay where they are if they were changed from outside, and all others are moved', async () => {
    const before = await leaveFormer(where(), 3);
    const engine = await openEngine(databaseUrl());
    const people = await engine.table((await engine.shapes()).find(({ name }) => name === 'people')!);
    const hash = before.hashIn(personKey(before.room, '1'));
    const { version = 0, doc = {} } = (await people.get(hash)) ?? {};
    await people.rewrite(hash, version, { ...doc, role: 'instructor' });
    await engine.close();
    const { store } = await openRooms();
    await store.close();
    const keys = await keysIn(databaseUrl(), 'people');
    expect(keys.filter((key) => !key.startsWith(`${before.room}/`))).to.deep.equal([hash]);
    expect((await command('migrate', settings())).err).to.match(/1 documents cannot be decrypted and were left/);
  });
});
