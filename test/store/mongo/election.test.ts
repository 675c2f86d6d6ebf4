import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { StoreUnavailable } from '../../../src/store/errors.ts';
import { openStore } from '../../../src/store/openStore.ts';
import { describeWithOwnMongo } from '../../support/mongo.ts';
import { startReplicaSet, type Leaving, type ReplicaSet } from '../../support/replicaSet.ts';
import { until } from '../../support/waiting.ts';
import { KEY_A } from '../support/keys.ts';
import { note, openNotes, type Note, type Notes } from '../support/note.ts';
import type { Store, Stored } from '../../../src/store/port.ts';

describeWithOwnMongo('a MongoDB that elects another primary', function () {
  this.timeout(60_000);
  let set: ReplicaSet;
  let store: Store;
  let notes: Notes;

  before(async () => {
    set = await startReplicaSet();
  });
  after(() => set.stop());
  beforeEach(async () => {
    store = await openStore({ databaseUrl: set.database(), dataKeys: [KEY_A] });
    notes = await openNotes(store);
    await notes.insert('kept', note({ dueAt: 10 }));
  });
  afterEach(() => store.close());

  const other = note({ text: 'noget andet' });
  /** Each operation that changes one document, MongoDB's name for it, and what it resolves with. */
  const writes: Record<string, [command: string, write: () => Promise<unknown>, resolves: unknown]> = {
    insert: ['insert', () => notes.insert('new', other), { key: 'new', version: 1, doc: other }],
    replace: ['update', () => notes.replace('kept', 1, other), { key: 'kept', version: 2, doc: other }],
    delete: ['delete', () => notes.delete('kept'), true],
    take: ['findAndModify', () => notes.take('kept'), { key: 'kept', version: 1, doc: note({ dueAt: 10 }) }],
    claim: ['findAndModify', () => notes.claimDue(20, 30), { key: 'kept', version: 2, doc: note({ dueAt: 30 }) }],
  };

  for (const [name, [command, write, resolves]] of Object.entries(writes)) {
    it(`makes a ${name} that the old primary refuses`, async () => {
      const { refused } = set.counts;
      const elected = set.elect();
      expect(await write()).to.deep.equal(resolves);
      expect(set.counts.refused).to.be.above(refused);
      await elected;
    });

    it(`makes a ${name} once whose answer is lost with the old primary`, async () => {
      const { repeated } = set.counts;
      const elected = set.electAfter(command);
      expect(await write()).to.deep.equal(resolves);
      expect(set.counts.repeated).to.equal(repeated + 1);
      await elected;
    });
  }

  it('reads again what it could not read', async () => {
    for (const how of ['steps down', 'breaks down'] as const) {
      const elected = set.elect(how);
      expect((await notes.get('kept'))?.doc).to.deep.equal(note({ dueAt: 10 }));
      await elected;
    }
  });

  /** Four who write again and again, while the primary leaves four times. Returns what each was told last, and its faults. */
  const writingWhile = async (how: Leaving) => {
    const told = new Map<string, Stored<Note>>();
    const faults: unknown[] = [];
    let stopped = false;
    const writing = async (key: string) => {
      let stored = await notes.insert(key, note());
      for (let n = 0; !stopped; n += 1) {
        try {
          const next = await notes.replace(key, stored.version, note({ text: `${key}-${n}` }));
          if (!next) throw new Error(`Somebody else has changed ${key} after version ${stored.version}.`);
          told.set(key, (stored = next));
        } catch (error) {
          faults.push(error);
          // As a person does: looks at what is there.
          stored = (await notes.get(key)) ?? stored;
          expect(stored.version - (told.get(key)?.version ?? 1)).to.be.within(0, 1);
        }
        await pause(5);
      }
      told.set(key, stored);
    };
    const keys = ['a', 'b', 'c', 'd'];
    const reached = () => Math.min(...keys.map((key) => told.get(key)?.version ?? 0));
    const electing = async () => {
      for (let times = 0; times < 4; times += 1) {
        // The driver repeats a write once: another election in the middle of that would be one too many.
        const before = reached();
        await until('each has written again', () => reached() > before + 1);
        await set.elect(how);
      }
      stopped = true;
    };
    await Promise.all([...keys.map(writing), electing()]);
    return { told, faults };
  };

  it('makes every write, in its order, when the primary steps down again and again', async () => {
    const { told, faults } = await writingWhile('steps down');
    expect(faults).to.deep.equal([]);
    for (const [key, stored] of told) expect(await notes.get(key)).to.deep.equal(stored);
  });

  it('has every write that was acknowledged when it breaks down, and says which it cannot tell of', async () => {
    const { told, faults } = await writingWhile('breaks down');
    // The driver (7.8) repeats only one of the writes that were on their way (decision 0068).
    for (const fault of faults) expect(fault).to.be.instanceOf(StoreUnavailable).with.property('written', 'unknown');
    for (const [key, stored] of told) expect(await notes.get(key)).to.deep.equal(stored);
  });
});
