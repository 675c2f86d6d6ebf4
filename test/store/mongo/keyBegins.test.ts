import { expect } from 'chai';
import mongoose from 'mongoose';
import { createRooms } from '../../../src/rooms/rooms.ts';
import { openMongo } from '../../../src/store/mongo/engine.ts';
import type { MongoRow } from '../../../src/store/mongo/row.ts';
import { openStore } from '../../../src/store/openStore.ts';
import { aLaunch } from '../../support/launches.ts';
import { describeWithMongo, mongoForBlock } from '../../support/mongo.ts';
import { KEY_A } from '../support/keys.ts';

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

  it('is how the people of a room are listed, and what is placed in it', async () => {
    const databaseUrl = mongo().database();
    const store = await openStore({ databaseUrl, dataKeys: [KEY_A] });
    const outside = await mongoose.createConnection(databaseUrl).asPromise();
    try {
      const rooms = await createRooms(store, Date.now);
      const { room, person, placement } = await rooms.enrol(aLaunch());
      for (const name of ['people', 'placements']) {
        const rows = outside.collection<MongoRow>(name);
        const [row] = await rows.find().toArray();
        await rows.insertOne({ ...row!, _id: 'x/a' });
      }
      const people = outside.collection<MongoRow>('people');
      await people.insertOne({ _id: 'x/b', v: 1, ix: { id: 'elsewhere', room: room.id }, doc: '{}' });
      expect(await rooms.person('elsewhere', room.id)).to.equal(undefined);
      expect((await rooms.person(person.id, room.id))?.id).to.equal(person.id);
      expect((await rooms.people(room.id)).map(({ id }) => id)).to.deep.equal([person.id]);
      expect(await rooms.countPeople(room.id)).to.equal(1);
      expect((await rooms.placed(room.id)).map(({ id }) => id)).to.deep.equal([placement?.id]);
      expect(await rooms.placements(room.id, aLaunch().activity)).to.have.length(1);
    } finally {
      await outside.close();
      await store.close();
    }
  });
});
