import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { openStore } from '../../../src/store/openStore.ts';
import { StoreUnavailable } from '../../../src/store/errors.ts';
import { temporaryFolder } from '../support/folder.ts';
import { KEY_A } from '../support/keys.ts';
import { note, openNotes } from '../support/note.ts';
import { rejection } from '../support/rejection.ts';

describe('SQLite files after something was deleted', () => {
  const folder = temporaryFolder();
  const path = () => join(folder(), 'store.sqlite');
  const open = () => openStore({ databaseUrl: `sqlite:${path()}`, dataKeys: [KEY_A] });
  /** As it is stored: what someone with the key and the files could read. */
  const sealedIn = (): string => {
    const database = new DatabaseSync(path(), { readOnly: true });
    const { doc } = database.prepare('SELECT doc FROM notes').get() as { doc: string };
    database.close();
    return (JSON.parse(doc) as { text: string }).text;
  };
  const isIn = (file: string, text: string) => readFileSync(file).includes(text);

  it('hold nothing of it any more', async () => {
    const store = await open();
    const notes = await openNotes(store);
    await notes.insert('a', note({ person: 'sara', text: 'Jeg sover dårligt' }));
    const sealed = sealedIn();
    await notes.deleteMany({ person: 'sara' });
    expect(isIn(`${path()}-wal`, sealed)).to.equal(true);
    await store.scrub();
    expect(isIn(path(), sealed)).to.equal(false);
    expect(statSync(`${path()}-wal`).size).to.equal(0);
    await store.close();
  });

  it('are left for another try where someone reads just then, and nobody is kept waiting', async () => {
    const store = await open();
    const notes = await openNotes(store);
    await notes.insert('a', note());
    const reader = new DatabaseSync(path());
    reader.exec('BEGIN; SELECT * FROM notes;');
    await notes.delete('a');
    const refused = store.scrub();
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 20);
    expect(await rejection(refused)).to.be.instanceOf(StoreUnavailable);
    clearInterval(ticking);
    expect(turns).to.be.greaterThan(10);
    reader.exec('COMMIT');
    reader.close();
    await store.scrub();
    expect(statSync(`${path()}-wal`).size).to.equal(0);
    await store.close();
  });
});
