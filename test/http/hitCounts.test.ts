import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { pino } from 'pino';
import { createHitCounts } from '../../src/http/hitCounts.ts';
import type { Store } from '../../src/store/port.ts';
import { memoryStore } from '../support/stores.ts';

const log = pino({ level: 'silent' });
const key = randomBytes(32);
const MINUTE = 60_000;

describe('counts of a rate limit', () => {
  let store: Store;
  let now = 0;
  beforeEach(async () => {
    now = Date.parse('2026-11-21T09:42:10Z');
    store = await memoryStore();
  });
  afterEach(() => store.close());

  /** As many processes on one store. */
  const processes = async (count: number, perMinute: number) => {
    const each = Array.from({ length: count }, () => createHitCounts(store, { clock: () => now, key, log }));
    return (await Promise.all(each)).map((counts) => {
      counts.close();
      const hits = counts.of('test', perMinute);
      return { ...hits, isLet: async (who: string) => (await hits.increment(who)).totalHits <= perMinute };
    });
  };
  const rows = async () => (await (await opened()).find({ where: {} })).items;
  const opened = () => Promise.resolve(store.opened().find(({ name }) => name === 'rate_limits')!.documents);

  it('lets a small limit by over all processes, and not one more', async () => {
    const four = await processes(4, 30);
    const asked = Array.from({ length: 60 }, (_, number) => four[number % 4]!.isLet('one'));
    expect((await Promise.all(asked)).filter(Boolean)).to.have.length(30);
    expect(await four[2]!.isLet('another'), 'each on their own').to.equal(true);
  });

  it('begins again when the minute is over, in whichever process it began', async () => {
    const [first, second] = await processes(2, 1);
    expect(await first!.isLet('one')).to.equal(true);
    now += MINUTE / 2;
    expect(await second!.isLet('one')).to.equal(false);
    now += MINUTE / 2;
    expect(await second!.isLet('one')).to.equal(true);
    expect(await first!.isLet('one')).to.equal(false);
  });

  it('lets a large limit by to within a fiftieth for each process', async () => {
    const four = await processes(4, 300);
    const asked = Array.from({ length: 600 }, (_, number) => four[number % 4]!.isLet('one'));
    expect((await Promise.all(asked)).filter(Boolean).length).to.be.within(300, 300 + 4 * 6);
  });

  it('costs the store nothing for one who asks now and then, and never shows it whom it counts', async () => {
    const [one] = await processes(1, 300);
    for (let count = 0; count < 6; count += 1) await one!.increment('203.0.113.7');
    expect(await rows()).to.deep.equal([]);
    await one!.increment('203.0.113.7');
    expect(JSON.stringify(await rows())).not.to.include('203.0.113.7');
    expect((await rows()).map(({ doc }) => doc['hits'])).to.deep.equal([12]);
  });

  it('gives back what does not count', async () => {
    const [first, second] = await processes(2, 2);
    for (let count = 0; count < 5; count += 1) {
      expect(await first!.isLet('one')).to.equal(true);
      await first!.decrement('one');
    }
    expect(await second!.isLet('one')).to.equal(true);
  });

  it('goes on in each process alone while the store is away', async () => {
    const [first] = await processes(1, 3);
    await store.close();
    const asked = [];
    for (let count = 0; count < 5; count += 1) asked.push(await first!.isLet('one'));
    expect(asked).to.deep.equal([true, true, true, false, false]);
    store = await memoryStore();
  });
});
