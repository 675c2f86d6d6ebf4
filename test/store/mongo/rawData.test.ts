import { expect } from 'chai';
import mongoose, { type Connection } from 'mongoose';
import { openStore } from '../../../src/store/openStore.ts';
import { describeWithMongo, mongoForBlock } from '../../support/mongo.ts';
import { linesOf } from '../support/children.ts';
import { KEY_A } from '../support/keys.ts';
import { note, openNotes, type Notes } from '../support/note.ts';
import { BadQuery } from '../../../src/store/errors.ts';
import { rejection } from '../support/rejection.ts';
import type { Store } from '../../../src/store/port.ts';

const SECRET = 'jeg-tør-ikke-sige-det-højt';

describeWithMongo('what reaches MongoDB', () => {
  const mongo = mongoForBlock();
  let databaseUrl: string;
  let store: Store;
  let notes: Notes;
  let outside: Connection;
  const everything = async (): Promise<string> => {
    const collections = await outside.listCollections();
    const all = await Promise.all(collections.map(({ name }) => outside.collection(name).find().toArray()));
    return JSON.stringify(all);
  };

  beforeEach(async () => {
    databaseUrl = mongo().database();
    store = await openStore({ databaseUrl, dataKeys: [KEY_A] });
    notes = await openNotes(store);
    outside = await mongoose.createConnection(databaseUrl).asPromise();
  });
  afterEach(async () => {
    await store.close();
    await outside.close();
  });

  it('holds no free text, neither from an insert nor from a replacement', async () => {
    await notes.insert('a', note({ text: SECRET, extra: [SECRET] }));
    await notes.insert('b', note());
    await notes.replace('b', 1, note({ text: SECRET }));
    const raw = await everything();
    // That the plain fields are found shows that the right place was searched.
    expect(raw).to.contain('person-1');
    for (const part of [SECRET, SECRET.slice(4, 12), 'sige']) expect(raw).not.to.contain(part);
  });

  // Each is what a query parser could make of a form or an address; the types say text, and whoever sends it does not care.
  const operators: Record<string, unknown> = {
    $gt: { $gt: '' },
    $ne: { $ne: null },
    $where: { $where: 'true' },
    $regex: { $regex: '.*' },
    $in: { $in: ['a', 'b'] },
    'a regular expression': /.*/,
    'a list': ['a'],
  };
  for (const [name, operator] of Object.entries(operators))
    it(`takes ${name} for a key or a condition that finds nothing`, async () => {
      await notes.insert('a', note({ text: 'kept' }));
      const key = operator as string;
      expect(await notes.get(key)).to.equal(undefined);
      expect(await notes.take(key)).to.equal(undefined);
      expect(await notes.delete(key)).to.equal(false);
      expect(await notes.replace(key, 1, note())).to.equal(undefined);
      expect(await notes.replace('a', operator as number, note())).to.equal(undefined);
      for (const where of [{ room: operator }, { $where: operator }, { $or: [{ room: 'room-1' }] }] as object[])
        for (const asked of [notes.find({ where }), notes.count(where), notes.deleteMany(where)])
          expect(await rejection(asked)).to.be.instanceOf(BadQuery);
      expect(await notes.get('a')).to.deep.equal({ key: 'a', version: 1, doc: note({ text: 'kept' }) });
    });

  it('takes field names for names, whatever they look like', async () => {
    const schema = { name: 'plain', indexes: [['id']], encrypted: [] } as const;
    const plain = await store.collection<{ id: string }, 'id'>(schema);
    const doc: { id: string } = JSON.parse(
      '{"id":"1","$where":"1","$set":{"id":"2"},"a.b":{"$gt":""},"__proto__":{"x":1},"_id":"z","v":9,"ix":{"id":"3"},"a\\u0000b":1}',
    ) as { id: string };
    await plain.insert('a', doc);
    expect(JSON.stringify((await plain.get('a'))?.doc)).to.have.length(JSON.stringify(doc).length);
    expect((await plain.get('a'))?.doc).to.deep.equal(doc);
    await plain.replace('a', 1, doc);
    expect((await plain.find({ where: { id: '1' } })).items[0]?.doc).to.deep.equal(doc);
    expect(await plain.count({ id: '2' })).to.equal(0);
  });

  it('serves several processes at once: each document claimed by one', async () => {
    const printed = await Promise.all(
      ['a', 'b', 'c'].map((prefix) => linesOf('drain.ts', [databaseUrl, prefix, '20'])),
    );
    const claimed = printed.flat();
    expect(claimed).to.have.length(60);
    expect(new Set(claimed).size).to.equal(60);
  });
});
