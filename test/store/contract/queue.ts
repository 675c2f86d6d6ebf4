import { expect } from 'chai';
import { BadQuery } from '../../../src/store/errors.ts';
import { NEVER } from '../../../src/store/port.ts';
import { insertAll, note } from '../support/note.ts';
import { rejection } from '../support/rejection.ts';
import type { Subject } from '../contract.ts';

const NOW = 1_790_000_000_000;
const LEASE = NOW + 60_000;

export function describeQueue({ notes, store }: Subject): void {
  describe('queue', () => {
    it('gives what is due, the most overdue first, ties by key', async () => {
      await insertAll(notes(), {
        c: { dueAt: NOW - 5 },
        b: { dueAt: NOW },
        a: { dueAt: NOW },
        later: { dueAt: NOW + 1 },
        never: { dueAt: NEVER },
      });
      const claimed: (string | undefined)[] = [];
      for (let n = 0; n < 4; n += 1) claimed.push((await notes().claimDue(NOW, LEASE))?.key);
      expect(claimed).to.deep.equal(['c', 'a', 'b', undefined]);
    });

    it('gives the document as it now stands, the rest of it untouched', async () => {
      await notes().insert('a', note({ dueAt: NOW, text: 'æøå 😀', extra: { n: [1.5, null] } }));
      const claimed = await notes().claimDue(NOW, LEASE);
      expect(claimed).to.deep.equal({
        key: 'a',
        version: 2,
        doc: note({ dueAt: LEASE, text: 'æøå 😀', extra: { n: [1.5, null] } }),
      });
      expect(await notes().get('a')).to.deep.equal(claimed);
    });

    it('is due again when the lease is over', async () => {
      await notes().insert('a', note({ dueAt: NOW }));
      await notes().claimDue(NOW, LEASE);
      expect(await notes().claimDue(LEASE - 1, LEASE * 2)).to.equal(undefined);
      expect((await notes().claimDue(LEASE, LEASE + 60_000))?.key).to.equal('a');
    });

    it('lets the worker that holds the claim replace, and none that has lost it', async () => {
      await notes().insert('a', note({ dueAt: NOW }));
      const lost = await notes().claimDue(NOW, LEASE);
      const held = await notes().claimDue(LEASE, LEASE + 60_000);
      expect(await notes().replace('a', lost!.version, note({ text: 'lost' }))).to.equal(undefined);
      expect(await notes().replace('a', held!.version, note({ text: 'held' }))).to.include({ version: 4 });
    });

    it('tells what waits, what is due, and for how long the first has been', async () => {
      const waiting = () => store().opened()[0]?.waiting?.(NOW);
      expect(await waiting()).to.deep.equal({ all: 0, due: 0, oldest: 0 });
      await insertAll(notes(), {
        old: { dueAt: NOW - 5000 },
        now: { dueAt: NOW },
        later: { dueAt: NOW + 1 },
        never: { dueAt: NEVER },
      });
      expect(await waiting()).to.deep.equal({ all: 3, due: 2, oldest: 5000 });
      await notes().claimDue(NOW, LEASE);
      expect(await waiting()).to.deep.equal({ all: 3, due: 1, oldest: 0 });
    });

    it('keeps NEVER exactly as it is', async () => {
      await notes().insert('a', note({ dueAt: NOW }));
      expect((await notes().claimDue(NOW, NEVER))?.doc.dueAt).to.equal(NEVER);
      expect(await notes().claimDue(NEVER - 1, LEASE)).to.equal(undefined);
      expect((await notes().find({ where: { dueAt: NEVER } })).items).to.have.length(1);
    });

    it('gives each of 40 documents to one of many simultaneous workers', async () => {
      await Promise.all(Array.from({ length: 40 }, (_, n) => notes().insert(`k${n}`, note({ dueAt: NOW }))));
      const claimed = await Promise.all(Array.from({ length: 50 }, () => notes().claimDue(NOW, LEASE)));
      const keys = claimed.flatMap((stored) => stored?.key ?? []);
      expect(keys).to.have.length(40);
      expect(new Set(keys).size).to.equal(40);
    });

    it('refuses a time that is not whole milliseconds', async () => {
      for (const time of [1.5, Number.NaN, Infinity]) {
        expect(await rejection(notes().claimDue(time, LEASE))).to.be.instanceOf(BadQuery);
        expect(await rejection(notes().claimDue(NOW, time))).to.be.instanceOf(BadQuery);
        expect(await rejection(notes().sweep(time))).to.be.instanceOf(BadQuery);
      }
    });

    it('has no queue and no expiry where none is declared', async () => {
      const plain = await store().collection<{ id: string }, 'id'>({ name: 'plain', indexes: [['id']], encrypted: [] });
      expect(await rejection(plain.claimDue(NOW, LEASE))).to.be.instanceOf(BadQuery);
      expect(await rejection(plain.sweep(NOW))).to.be.instanceOf(BadQuery);
    });
  });

  describe('sweep', () => {
    it('deletes what has expired and keeps the rest', async () => {
      await insertAll(notes(), {
        old: { expiresAt: NOW - 1 },
        now: { expiresAt: NOW },
        later: { expiresAt: NOW + 1 },
        never: { expiresAt: NEVER },
      });
      expect(await notes().sweep(NOW)).to.equal(1);
      expect((await notes().find({ where: {}, orderBy: 'expiresAt' })).items.map(({ key }) => key)).to.deep.equal([
        'now',
        'later',
        'never',
      ]);
      expect(await notes().sweep(NOW)).to.equal(0);
    });

    it('sweeps more than one chunk', async () => {
      await Promise.all(Array.from({ length: 201 }, (_, n) => notes().insert(`k${n}`, note({ expiresAt: 1 }))));
      expect(await notes().sweep(NOW)).to.equal(201);
    });
  });
}
