import { expect } from 'chai';
import { BadCursor, BadQuery } from '../../../src/store/errors.ts';
import { insertAll, note } from '../support/note.ts';
import { rejection } from '../support/rejection.ts';
import type { Subject } from '../contract.ts';

function keysOf({ items }: { items: { key: string }[] }): string {
  return items.map(({ key }) => key).join(' ');
}

export function describeReading({ notes, store }: Subject): void {
  it('answers a ping until it is closed; closing twice is no fault', async () => {
    await store().ping();
    await store().close();
    await store().close();
    await rejection(store().ping());
  });

  it('gives undefined for a key that is not there', async () => {
    expect(await notes().get('a')).to.equal(undefined);
  });

  describe('find', () => {
    beforeEach(() =>
      insertAll(notes(), {
        d: { room: 'r1', at: 2, person: '10' },
        b: { room: 'r1', at: 2, person: '9' },
        a: { room: 'r1', at: 10, person: 'å' },
        e: { room: 'r1', at: -1, person: 'Z' },
        c: { room: 'r2', at: 3, person: 'a' },
      }),
    );

    it('is ordered by key where nothing is said', async () => {
      expect(keysOf(await notes().find({ where: {} }))).to.equal('a b c d e');
      expect(keysOf(await notes().find({ where: {}, descending: true }))).to.equal('e d c b a');
    });

    it('orders numbers as numbers, ties by key', async () => {
      expect(keysOf(await notes().find({ where: { room: 'r1' }, orderBy: 'at' }))).to.equal('e b d a');
    });

    it('orders exactly the other way round when descending', async () => {
      expect(keysOf(await notes().find({ where: { room: 'r1' }, orderBy: 'at', descending: true }))).to.equal(
        'a d b e',
      );
    });

    it('orders texts by code point', async () => {
      expect(keysOf(await notes().find({ where: {}, orderBy: 'person' }))).to.equal('d b e c a');
    });

    it('takes all conditions together', async () => {
      expect(keysOf(await notes().find({ where: { room: 'r1', at: 2, person: '9' } }))).to.equal('b');
      expect(keysOf(await notes().find({ where: { room: 'r2', at: 2 } }))).to.equal('');
    });

    it('gives whole documents with their versions', async () => {
      await notes().replace('c', 1, note({ room: 'r2', text: 'later' }));
      const { items, next } = await notes().find({ where: { room: 'r2' } });
      expect(items).to.deep.equal([{ key: 'c', version: 2, doc: note({ room: 'r2', text: 'later' }) }]);
      expect(next).to.equal(undefined);
    });

    it('counts the same documents as it finds', async () => {
      expect(await notes().count({})).to.equal(5);
      expect(await notes().count({ room: 'r1' })).to.equal(4);
      expect(await notes().count({ room: 'r1', at: 2 })).to.equal(2);
      expect(await notes().count({ room: 'none' })).to.equal(0);
    });

    it('goes on where a page ended, though documents came and went', async () => {
      const first = await notes().find({ where: { room: 'r1' }, orderBy: 'at', limit: 2 });
      expect(keysOf(first)).to.equal('e b');
      await notes().delete('b');
      await notes().insert('0', note({ room: 'r1', at: 0 }));
      const second = await notes().find({ where: { room: 'r1' }, orderBy: 'at', limit: 2, after: first.next! });
      expect(keysOf(second)).to.equal('d a');
      expect(second.next).to.equal(undefined);
    });

    for (const limit of [0, -1, 1001, 1.5, Number.NaN])
      it(`refuses the limit ${limit}`, async () => {
        expect(await rejection(notes().find({ where: {}, limit }))).to.be.instanceOf(BadQuery);
      });

    it('gives at most 100 where no limit is said, and up to 1000', async () => {
      await Promise.all(Array.from({ length: 120 }, (_, n) => notes().insert(`k${n}`, note())));
      const first = await notes().find({ where: { room: 'room-1' } });
      expect(first.items).to.have.length(100);
      expect((await notes().find({ where: { room: 'room-1' }, after: first.next! })).items).to.have.length(20);
      expect((await notes().find({ where: {}, limit: 1000 })).items).to.have.length(125);
    });

    const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const badCursors = {
      'an empty text': '',
      'not base64': '%%%',
      'not JSON': Buffer.from('[1,').toString('base64url'),
      'not a list': cursor({ 0: 1, 1: 'a' }),
      'too short': cursor([1]),
      'too long': cursor([1, 'a', 'b']),
      'a null value': cursor([null, 'a']),
      'a value that is an object': cursor([{ $gt: '' }, 'a']),
      'a key that is a number': cursor([1, 1]),
    };
    for (const [name, after] of Object.entries(badCursors))
      it(`refuses a cursor that is ${name}`, async () => {
        expect(await rejection(notes().find({ where: {}, orderBy: 'at', after }))).to.be.instanceOf(BadCursor);
      });
  });
}
