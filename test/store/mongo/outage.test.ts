import { expect } from 'chai';
import { StoreUnavailable } from '../../../src/store/errors.ts';
import { openStore } from '../../../src/store/openStore.ts';
import { describeWithOwnMongo, startMongo, type Mongo } from '../../support/mongo.ts';
import { until } from '../../support/waiting.ts';
import { KEY_A } from '../support/keys.ts';
import { note, openNotes, type Notes } from '../support/note.ts';
import { rejection } from '../support/rejection.ts';
import type { Store } from '../../../src/store/port.ts';

describeWithOwnMongo('a MongoDB that is killed and comes back', function () {
  this.timeout(60_000);
  let mongo: Mongo;
  let store: Store;
  let notes: Notes;

  beforeEach(async () => {
    mongo = await startMongo();
    store = await openStore({ databaseUrl: mongo.database(), dataKeys: [KEY_A] });
    notes = await openNotes(store);
  });
  afterEach(async () => {
    await store.close();
    await mongo.stop();
  });

  it('is said to be away by every operation, and is used again without a restart of ours', async () => {
    await notes.insert('a', note());
    await mongo.kill();
    const asked = [
      store.ping(),
      notes.get('a'),
      notes.insert('b', note()),
      notes.replace('a', 1, note()),
      notes.find({ where: { room: 'room-1' } }),
      notes.count({}),
      notes.take('a'),
      notes.delete('a'),
      notes.deleteMany({ room: 'room-1' }),
      notes.claimDue(1, 2),
      notes.sweep(1),
    ];
    for (const error of await Promise.all(asked.map(rejection))) {
      expect(error).to.be.instanceOf(StoreUnavailable);
      expect(error.message).not.to.contain('127.0.0.1');
    }
    // With the server known to be away nothing is sent, and nothing can have been written.
    expect(await rejection(notes.insert('c', note()))).to.include({ written: 'no' });

    await mongo.restart();
    await store.ping();
    expect(await notes.get('a')).to.deep.equal({ key: 'a', version: 1, doc: note() });
    expect(await notes.get('c')).to.equal(undefined);
    await notes.insert('c', note());
  });

  it('has not made what waited in vain for a connection, and says so', async () => {
    const crowded = await openStore({
      databaseUrl: `${mongo.database()}&maxPoolSize=1&waitQueueTimeoutMS=100`,
      dataKeys: [KEY_A],
    });
    const writing = await openNotes(crowded);
    const keys = Array.from({ length: 600 }, (_, index) => `crowd-${index}`);
    const ends = await Promise.allSettled(keys.map((key) => writing.insert(key, note())));
    const refused = keys.filter((_key, index) => ends[index]?.status === 'rejected');
    expect(refused).not.to.be.empty;
    for (const end of ends) if (end.status === 'rejected') expect(end.reason).to.include({ written: 'no' });
    for (const [index, key] of keys.entries()) {
      const isThere = (await writing.get(key)) !== undefined;
      expect(isThere, key).to.equal(ends[index]?.status === 'fulfilled');
    }
    await crowded.close();
  });

  it('has every write that was acknowledged, and each that was not was rejected as such', async () => {
    const acknowledged: string[] = [];
    const faults: unknown[] = [];
    let stopped = false;
    const writer = async (name: string) => {
      for (let n = 0; !stopped; n += 1) {
        const key = `${name}-${n}`;
        await notes.insert(key, note({ text: key })).then(
          () => acknowledged.push(key),
          (error: unknown) => faults.push(error),
        );
      }
    };
    const writers = ['a', 'b', 'c', 'd'].map(writer);
    for (let round = 1; round <= 3; round += 1) {
      const before = acknowledged.length;
      await until('something is written', () => acknowledged.length > before + 10);
      await mongo.kill();
      await until('a write is rejected', () => faults.length >= round);
      await mongo.restart();
    }
    const before = acknowledged.length;
    await until('something is written again', () => acknowledged.length > before + 10);
    stopped = true;
    await Promise.all(writers);

    expect(faults.filter((error) => !(error instanceof StoreUnavailable))).to.deep.equal([]);
    for (const key of acknowledged) expect((await notes.get(key))?.doc.text).to.equal(key);
    // No more than one write of each writer was under way at each kill.
    const { items } = await notes.find({ where: { room: 'room-1' }, limit: 1000 });
    expect(items.length).to.be.within(acknowledged.length, acknowledged.length + 12);
  });

  it('finishes what is in hand when it is closed, and takes nothing more', async () => {
    const writes = Array.from({ length: 10 }, (_, n) => notes.insert(`k${n}`, note()));
    await store.close();
    expect(await Promise.all(writes)).to.have.length(10);
    expect(await rejection(notes.get('k1'))).to.be.instanceOf(StoreUnavailable);
  });
});
