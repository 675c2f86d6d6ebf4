import { expect } from 'chai';
import type { AuditLine } from '../../../src/http/auditLine.ts';
import { createAuditLog } from '../../../src/features/auditLog/store.ts';
import { memoryStore } from '../../support/stores.ts';

async function open() {
  let now = 1_000;
  const store = await memoryStore();
  const auditLog = await createAuditLog(store, () => (now += 1_000));
  const note = (whose: string[], change: { room?: string; activity?: string } = {}) =>
    auditLog.note({ room: 'r1', reader: 'ulla', role: 'instructor', kind: 'answers', activity: 'a', whose, ...change });
  return { store, auditLog, note };
}

describe('the audit log', () => {
  it('holds one document for a page with three hundred answers', async () => {
    const { store, auditLog, note } = await open();
    await note(Array.from({ length: 300 }, (_, index) => `p${index}`));
    const rows = await store.collection<AuditLine, 'room' | 'at'>({
      name: 'readings',
      indexes: [['room', 'at']],
      encrypted: [],
    });
    expect(await rows.count({})).to.equal(1);
    for (const person of ['p0', 'p299'])
      expect((await auditLog.ofPerson({ room: 'r1', person })).lines).to.have.length(1);
    await store.close();
  });

  it('tells a person of readings of their own words alone, in that room, the newest first', async () => {
    const { store, auditLog, note } = await open();
    await note(['sara', 'bo'], { activity: 'first' });
    await note(['bo'], { activity: 'of-bo' });
    await note(['sara'], { room: 'r2', activity: 'elsewhere' });
    await note(['sara'], { activity: 'last' });
    const found = await auditLog.ofPerson({ room: 'r1', person: 'sara' });
    expect(found.lines.map(({ activity }) => activity)).to.deep.equal(['last', 'first']);
    expect(JSON.stringify(found)).not.to.include('bo');
    await store.close();
  });

  it('holds nothing where nothing was read', async () => {
    const { store, auditLog, note } = await open();
    await note([]);
    expect(await auditLog.ofPerson({ room: 'r1', person: 'sara' })).to.deep.equal({ lines: [], next: undefined });
    await store.close();
  });

  it('is read page by page, without a gap and without a repetition, also where others were read in between', async () => {
    const { store, auditLog, note } = await open();
    for (let index = 0; index < 330; index += 1)
      await note([index % 3 === 0 ? 'sara' : 'bo'], { activity: `${index}` });
    const found: string[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const page = await auditLog.ofPerson({ room: 'r1', person: 'sara' }, after);
      found.push(...page.lines.map(({ activity }) => activity));
      after = page.next;
      pages += 1;
    } while (after !== undefined);
    expect(pages).to.be.greaterThan(1);
    expect(found).to.deep.equal(Array.from({ length: 110 }, (_, index) => `${327 - 3 * index}`));
    await store.close();
  });

  it('sweeps a line when the words it is about are gone, wherever nobody has removed the room', async () => {
    let now = 1_000;
    const store = await memoryStore();
    const auditLog = await createAuditLog(store, () => now, 6);
    const note = (activity: string) =>
      auditLog.note({ room: 'r', reader: 'u', role: 'instructor', kind: 'answers', activity, whose: ['sara'] });
    const kept = async () =>
      (await auditLog.ofPerson({ room: 'r', person: 'sara' })).lines.map(({ activity }) => activity);
    const month = 31 * 24 * 3_600_000;
    await note('first');
    now += 29 * month;
    await note('later');
    expect(await kept()).to.deep.equal(['later', 'first']);
    now += 2 * month;
    await note('last');
    expect(await kept()).to.deep.equal(['last', 'later']);
    await store.close();
  });
});
