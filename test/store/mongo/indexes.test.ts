import { expect } from 'chai';
import mongoose, { type Connection } from 'mongoose';
import { CannotOpenStore } from '../../../src/store/errors.ts';
import { openMongo } from '../../../src/store/mongo/engine.ts';
import { describeWithMongo, mongoForBlock } from '../../support/mongo.ts';
import { rejection } from '../support/rejection.ts';
import type { Engine, Table } from '../../../src/store/engine.ts';

describeWithMongo('tables on MongoDB', () => {
  const mongo = mongoForBlock();
  let databaseUrl: string;
  let engine: Engine;
  let outside: Connection;
  const makeTable = (indexes: string[][]): Promise<Table> => engine.table({ name: 'notes', indexes });
  const indexes = async () => {
    const found: { key: object }[] = await outside.collection('notes').indexes();
    return found.map(({ key }) => Object.keys(key).join(' ')).sort();
  };

  beforeEach(async () => {
    databaseUrl = mongo().database();
    engine = await openMongo(databaseUrl);
    outside = await mongoose.createConnection(databaseUrl).asPromise();
  });
  afterEach(async () => {
    await engine.close();
    await outside.close();
  });

  it('makes the indexes that are declared, each with the key at its end', async () => {
    await makeTable([['room', 'at'], ['dueAt']]);
    expect(await indexes()).to.deep.equal(['_id', 'ix.dueAt _id', 'ix.room ix.at _id']);
  });

  it('makes what is newly declared and drops what is not declared any more', async () => {
    await makeTable([['room', 'at'], ['dueAt']]);
    await makeTable([['person'], ['dueAt']]);
    expect(await indexes()).to.deep.equal(['_id', 'ix.dueAt _id', 'ix.person _id']);
  });

  it('drops an index that someone made by hand', async () => {
    await makeTable([['dueAt']]);
    await outside.collection('notes').createIndexes([{ key: { 'ix.by_hand': 1 } }]);
    await makeTable([['dueAt']]);
    expect(await indexes()).to.deep.equal(['_id', 'ix.dueAt _id']);
  });

  it('is made by several processes at once', async () => {
    const others = await Promise.all([1, 2, 3].map(() => openMongo(databaseUrl)));
    await Promise.all(others.map((other) => other.table({ name: 'notes', indexes: [['room', 'at'], ['dueAt']] })));
    expect(await indexes()).to.deep.equal(['_id', 'ix.dueAt _id', 'ix.room ix.at _id']);
    for (const other of others) await other.close();
  });

  it('indexes documents that were there before the index, and still gives them whole', async () => {
    const before = await makeTable([['room']]);
    const doc = { room: 'r', person: 'p', text: 't' };
    for (let n = 0; n < 201; n += 1) await before.insert(`k${n}`, doc);
    const after = await makeTable([['person']]);
    expect(await after.count({ person: 'p' })).to.equal(201);
    expect(await after.get('k7')).to.deep.equal({ key: 'k7', version: 1, doc });
  });

  it('keeps the changes of a document whose index is gone', async () => {
    await (await makeTable([['dueAt']])).insert('a', { dueAt: 1 });
    await (await makeTable([['dueAt']])).claim('dueAt', 1, 5);
    const plain = await makeTable([]);
    expect(await plain.get('a')).to.deep.equal({ key: 'a', version: 2, doc: { dueAt: 5 } });
    await plain.replace('a', 2, { dueAt: 9 });
    expect((await plain.get('a'))?.doc).to.deep.equal({ dueAt: 9 });
  });

  it("refuses another program's database, and leaves it as it was", async () => {
    const other = mongo().database();
    const theirs = await mongoose.createConnection(other).asPromise();
    await theirs.collection('theirs').insertOne({ a: 1 });
    const error = await rejection(openMongo(other));
    expect(error).to.be.instanceOf(CannotOpenStore);
    expect(error.message).to.contain("another program's");
    expect((await theirs.listCollections()).map(({ name }) => name)).to.deep.equal(['theirs']);
    await theirs.close();
  });

  it('refuses a database that a newer version wrote', async () => {
    await outside.collection<{ _id: string }>('store_format').updateOne({ _id: 'format' }, { $set: { format: 4 } });
    const error = await rejection(openMongo(databaseUrl));
    expect(error).to.be.instanceOf(CannotOpenStore);
    expect(error.message).to.contain('newer version');
  });
});
