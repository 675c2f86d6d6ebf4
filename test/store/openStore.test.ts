import { expect } from 'chai';
import { join } from 'node:path';
import { AlteredDocument, CannotOpenStore, UndecryptableField, WrongDataKey } from '../../src/store/errors.ts';
import { openStore } from '../../src/store/openStore.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { temporaryFolder } from './support/folder.ts';
import { KEY_A, KEY_B } from './support/keys.ts';
import { note, openNotes, type Note } from './support/note.ts';
import { rejection } from './support/rejection.ts';

describe('openStore', () => {
  const folder = temporaryFolder();
  const path = () => join(folder(), 'store.sqlite');
  const open = (...dataKeys: string[]) => openStore({ databaseUrl: `sqlite:${path()}`, dataKeys });

  const writeWith = async (key: string, ...dataKeys: string[]): Promise<void> => {
    const store = await open(...dataKeys);
    await (await openNotes(store)).insert(key, note({ text: key }));
    await store.close();
  };
  const textOf = async (key: string, ...dataKeys: string[]): Promise<string | undefined> => {
    const store = await open(...dataKeys);
    try {
      return (await (await openNotes(store)).get(key))?.doc.text;
    } finally {
      await store.close();
    }
  };

  it('keeps everything over a restart', async () => {
    await writeWith('a', KEY_A);
    expect(await textOf('a', KEY_A)).to.equal('a');
  });

  it('reads old values and writes new ones when a new key is put first', async () => {
    await writeWith('a', KEY_A);
    await writeWith('b', KEY_B, KEY_A);
    expect(await textOf('a', KEY_B, KEY_A)).to.equal('a');
    expect(await textOf('b', KEY_A, KEY_B)).to.equal('b');
  });

  const refused = async (...dataKeys: string[]): Promise<void> => {
    const error = await rejection(open(...dataKeys));
    expect(error).to.be.instanceOf(WrongDataKey);
    expect(error.message).to.contain('DATA_KEY').and.not.to.contain(KEY_A).and.not.to.contain(KEY_B);
  };

  it('refuses another key than that which wrote the data, and changes nothing', async () => {
    await writeWith('a', KEY_A);
    await refused(KEY_B);
    expect(await textOf('a', KEY_A)).to.equal('a');
  });

  it('refuses to start without any key on data that were encrypted', async () => {
    await writeWith('a', KEY_A);
    await refused();
  });

  it('refuses when a key that has written some of the data is left out', async () => {
    await writeWith('a', KEY_A);
    await writeWith('b', KEY_B, KEY_A);
    await refused(KEY_B);
    await refused(KEY_A);
  });

  it('refuses when its own record of the key was tampered with', async () => {
    await writeWith('a', KEY_A);
    const database = openDatabase(path());
    database.exec(`UPDATE store_data_keys SET doc = json_set(doc, '$.text', doc ->> '$.text' || 'A')`);
    database.close();
    await refused(KEY_A);
  });

  it('refuses a malformed key', () => refused('not a key'));

  it('serves without a key where nothing is encrypted, and refuses a collection where something is', async () => {
    const store = await open();
    const plain = await store.collection<{ id: string }, 'id'>({ name: 'plain', indexes: [['id']], encrypted: [] });
    await plain.insert('a', { id: '1' });
    expect((await plain.get('a'))?.doc).to.deep.equal({ id: '1' });
    expect(await rejection(openNotes(store))).to.be.instanceOf(WrongDataKey);
    await store.close();
  });

  it('says that a value was tampered with in the database, and still gives the others', async () => {
    await writeWith('a', KEY_A);
    await writeWith('b', KEY_A);
    const database = openDatabase(path());
    database.exec(
      `UPDATE notes SET doc = json_set(doc, '$.text', (SELECT doc ->> '$.text' FROM notes WHERE key = 'b')) WHERE key = 'a'`,
    );
    database.close();
    expect(await rejection(textOf('a', KEY_A))).to.be.instanceOf(AlteredDocument);
    expect(await textOf('b', KEY_A)).to.equal('b');
  });

  it('refuses a plain value in a field that should be encrypted', async () => {
    const schema = { name: 'notes', indexes: [['person']], encrypted: [] } as const;
    const store = await open(KEY_A);
    await (await store.collection<Note, 'person'>(schema)).insert('a', note());
    expect(await rejection((await openNotes(store)).get('a'))).to.be.instanceOf(UndecryptableField);
    await store.close();
  });

  for (const databaseUrl of ['', 'sqlite', 'redis://localhost', 'mongodb://user:password@host:x/db', '__proto__:x'])
    it(`refuses the address ${JSON.stringify(databaseUrl)} without repeating it`, async () => {
      const error = await rejection(openStore({ databaseUrl, dataKeys: [] }));
      expect(error).to.be.instanceOf(CannotOpenStore);
      expect(error.message).to.contain('DATABASE_URL').and.not.to.contain('password');
    });
});
