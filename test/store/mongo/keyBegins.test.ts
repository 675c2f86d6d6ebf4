import { expect } from 'chai';
import mongoose from 'mongoose';
import { openMongo } from '../../../src/store/mongo/engine.ts';
import type { MongoRow } from '../../../src/store/mongo/row.ts';
import { describeWithMongo, mongoForBlock } from '../../support/mongo.ts';

describeWithMongo('a list by the field that keys begin with, on MongoDB', () => {
  const mongo = mongoForBlock();

  it('asks for a range of keys, which are on one shard: a row elsewhere is not looked for', async () => {
    const databaseUrl = mongo().database();
    const engine = await openMongo(databaseUrl);
    const outside = await mongoose.createConnection(databaseUrl).asPromise();
    try {
      const shape = { name: 'notes', indexes: [['room', 'at']] };
      const byRoom = await engine.table({ ...shape, keyBegins: 'room' });
      await byRoom.insert('r/a', { room: 'r', at: 1 });
      // No program of ours writes such a row. It would be on another shard.
      await outside.collection<MongoRow>('notes').insertOne({ _id: 'x/a', v: 1, ix: { room: 'r', at: 2 }, doc: '{}' });
      const all = { orderBy: 'at', descending: false, limit: 10, after: undefined };
      const list = { ...all, where: { room: 'r' } };
      expect((await byRoom.find(list)).map(({ key }) => key)).to.deep.equal(['r/a']);
      expect(await byRoom.count({ room: 'r' })).to.equal(1);
      expect(await byRoom.deleteMany({ room: 'r' })).to.equal(1);
      const anywhere = await engine.table(shape);
      expect((await anywhere.find(list)).map(({ key }) => key)).to.deep.equal(['x/a']);
    } finally {
      await outside.close();
      await engine.close();
    }
  });
});
