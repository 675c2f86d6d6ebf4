import { expect } from 'chai';
import { FORM } from '../../src/store/check.ts';
import { encrypting } from '../../src/store/encryption.ts';
import { AlteredDocument, StoreUnavailable } from '../../src/store/errors.ts';
import { fieldCipher } from '../../src/store/fieldCipher.ts';
import { migrating } from '../../src/store/migrating.ts';
import { openEngine, openStore } from '../../src/store/openStore.ts';
import { PROOF } from '../../src/store/proof.ts';
import { reencrypt } from '../../src/store/upkeep/reencrypt.ts';
import type { RawDoc, Table } from '../../src/store/engine.ts';
import type { Store } from '../../src/store/port.ts';
import { onEachEngine } from './support/engines.ts';
import { KEY_A, KEY_B } from './support/keys.ts';
import { note, noteSchema, openNotes, type Notes } from './support/note.ts';
import { rejection } from './support/rejection.ts';

const shape = { name: 'notes', indexes: [['room', 'at'], ['at'], ['person'], ['dueAt'], ['expiresAt']] };

onEachEngine('a document in a database that others can write to', function (place) {
  let store: Store;
  let notes: Notes;
  /** The same database, as it is to someone who has no DATA_KEY. */
  let raw: Table;
  let close: () => Promise<void>;
  beforeEach(async () => {
    store = await openStore({ databaseUrl: place.databaseUrl(), dataKeys: [KEY_A] });
    notes = await openNotes(store);
    const engine = await openEngine(place.databaseUrl());
    raw = await engine.table(shape);
    close = () => engine.close();
    await notes.insert('sara', note({ person: 'sara', text: 'Jeg sover dårligt' }));
    await notes.insert('bo', note({ person: 'bo', text: 'Godt' }));
  });
  afterEach(async () => {
    await close();
    await store.close();
  });

  const docOf = async (key: string): Promise<RawDoc> => (await raw.get(key))?.doc ?? {};
  const put = async (key: string, doc: RawDoc): Promise<void> => {
    const there = await raw.get(key);
    if (there) await raw.rewrite(key, there.version, doc);
    else await raw.insert(key, doc);
  };
  const refused = async (work: Promise<unknown>) => expect(await rejection(work)).to.be.instanceOf(AlteredDocument);

  const attacks: [string, () => Promise<[string, RawDoc]>][] = [
    ['given to another owner', async () => ['sara', { ...(await docOf('sara')), person: 'bo' }]],
    [
      'given to another owner with that one’s proof',
      async () => ['sara', { ...(await docOf('sara')), person: 'bo', [PROOF]: (await docOf('bo'))[PROOF] }],
    ],
    ['put at another key', async () => ['bo', await docOf('sara')]],
    ['given another’s words', async () => ['bo', { ...(await docOf('bo')), text: (await docOf('sara'))['text'] }]],
    ['given an hour more', async () => ['bo', { ...(await docOf('bo')), expiresAt: 5 }]],
    ['given one more field', async () => ['bo', { ...(await docOf('bo')), role: 'instructor' }]],
    [
      'without its proof',
      async () => {
        const { [PROOF]: _proof, ...doc } = await docOf('bo');
        return ['bo', doc];
      },
    ],
    ['made by hand', () => Promise.resolve(['eva', { room: 'r', person: 'eva', at: 1, dueAt: 9, expiresAt: 9 }])],
    [
      'made by hand with a guess',
      () =>
        Promise.resolve([
          'eva',
          { room: 'r', person: 'eva', at: 1, dueAt: 9, expiresAt: 9, [PROOF]: `00000000..${'A'.repeat(43)}` },
        ]),
    ],
  ];
  for (const [what, attack] of attacks)
    it(`is refused where it was ${what}`, async () => {
      const [key, doc] = await attack();
      await put(key, doc);
      await refused(notes.get(key));
      await refused(notes.find({ where: { person: String(doc['person']) } }));
      await refused(notes.take(key));
    });

  it('is refused where an older form of one field was put back', async () => {
    const before = await docOf('sara');
    const there = await notes.get('sara');
    await notes.replace('sara', there?.version ?? 0, note({ person: 'sara', text: 'Det vil jeg ikke sige' }));
    await put('sara', { ...(await docOf('sara')), text: before['text'] });
    await refused(notes.get('sara'));
  });

  it('is believed after a claim, which the engine writes by itself', async () => {
    await notes.insert('due', note({ dueAt: 1 }));
    expect((await notes.claimDue(10, 50))?.doc.dueAt).to.equal(50);
    expect((await notes.get('due'))?.doc.dueAt).to.equal(50);
  });

  it('is not written back by a version from before the proofs, which refuses it as one of a later form', async () => {
    const older = migrating(raw, { collection: 'notes', migrations: [], indexed: new Set() });
    expect(await rejection(older.get('sara'))).to.be.instanceOf(StoreUnavailable);
    expect((await notes.get('sara'))?.doc.text).to.equal('Jeg sover dårligt');
  });

  it('is not refused in a way that tells whose it is', async () => {
    await put('bo', await docOf('sara'));
    const { message } = await rejection(notes.get('bo'));
    expect(message)
      .to.include('notes')
      .and.not.match(/sara|bo /);
  });
});

onEachEngine('a store from before the proofs', function (place) {
  const OLD = 'written with this key';
  const open = (dataKeys = [KEY_A]) => openStore({ databaseUrl: place.databaseUrl(), dataKeys });
  /** As the versions before wrote it. */
  const makeOld = async () => {
    const store = await open();
    await (await openNotes(store)).insert('old', note({ text: 'Før' }));
    await store.close();
    const engine = await openEngine(place.databaseUrl());
    const notes = await engine.table(shape);
    const found = await notes.get('old');
    const { [PROOF]: _proof, [FORM]: _form, ...doc } = found?.doc ?? {};
    await notes.rewrite('old', 1, doc);
    const cipher = fieldCipher([KEY_A]);
    const keys = await engine.table({ name: 'store_data_keys', indexes: [] });
    const sealed = encrypting(keys, { collection: 'store_data_keys', fields: ['text'], cipher });
    await sealed.rewrite(cipher.keyIds[0] ?? '', 1, { text: OLD });
    await engine.close();
  };

  it('opens, is proven on each write, and refuses what has no proof when all has been gone through', async () => {
    await makeOld();
    const store = await open();
    const notes = await openNotes(store);
    expect((await notes.get('old'))?.doc.text).to.equal('Før');
    const [opened] = store.opened();
    const walked = await opened?.migrate?.(() => undefined);
    expect(walked).to.deep.equal({ seen: 1, changed: 1, unreadable: 0 });
    await store.settleProven();
    await store.close();

    const again = await open();
    const sameNotes = await openNotes(again);
    expect((await sameNotes.get('old'))?.doc.text).to.equal('Før');
    expect(again.opened()[0]?.migrate).to.equal(undefined);
    const engine = await openEngine(place.databaseUrl());
    const raw = await engine.table(shape);
    const { [PROOF]: _proof, ...doc } = (await raw.get('old'))?.doc ?? {};
    await raw.rewrite('old', 1, doc);
    expect(await rejection(sameNotes.get('old'))).to.be.instanceOf(AlteredDocument);
    await engine.close();
    await again.close();
  });

  it('keeps its proofs through a change of key', async () => {
    const store = await open();
    const notes = await openNotes(store);
    await notes.insert('a', note({ dueAt: 1, text: 'Før' }));
    await store.close();
    const databaseUrl = place.databaseUrl();
    const done = await reencrypt({ databaseUrl, dataKeys: [KEY_B, KEY_A], isDryRun: false, progress: () => undefined });
    expect(done.released).to.have.length(1);
    const renewed = await open([KEY_B]);
    const same = await renewed.collection(noteSchema);
    expect((await same.claimDue(10, 50))?.doc.text).to.equal('Før');
    expect(renewed.opened()[0]?.migrate).to.equal(undefined);
    await renewed.close();
  });
});
