import { expect } from 'chai';
import { BadQuery, InvalidDocument } from '../../../src/store/errors.ts';
import { DuplicateKey } from '../../../src/store/port.ts';
import { update, upsert } from '../../../src/store/update.ts';
import { insertAll, note, openNotes, type Note } from '../support/note.ts';
import { rejection } from '../support/rejection.ts';
import type { Subject } from '../contract.ts';

export function describeWriting({ notes, store }: Subject): void {
  describe('insert', () => {
    it('gives the document at version 1 and keeps it', async () => {
      const stored = { key: 'a', version: 1, doc: note() };
      expect(await notes().insert('a', note())).to.deep.equal(stored);
      expect(await notes().get('a')).to.deep.equal(stored);
    });

    it('refuses a key that is taken, without naming it, and keeps the first document', async () => {
      await notes().insert('secret-key', note({ text: 'first' }));
      const error = await rejection(notes().insert('secret-key', note({ text: 'second' })));
      expect(error).to.be.instanceOf(DuplicateKey);
      expect(error.message).not.to.contain('secret-key');
      expect((await notes().get('secret-key'))?.doc.text).to.equal('first');
    });

    it('lets exactly one of many simultaneous inserts of a key win', async () => {
      const all = await Promise.allSettled(Array.from({ length: 20 }, () => notes().insert('a', note())));
      expect(all.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    });

    it('refuses a key that is empty, too long or no text, and finds nothing under it', async () => {
      for (const key of ['', 'x'.repeat(1025), 'a\0b', '\ud800']) {
        expect(await rejection(notes().insert(key, note()))).to.be.instanceOf(InvalidDocument);
        expect(await notes().get(key)).to.equal(undefined);
        expect(await notes().take(key)).to.equal(undefined);
        expect(await notes().delete(key)).to.equal(false);
      }
    });
  });

  describe('replace', () => {
    it('writes at the version that was read', async () => {
      await notes().insert('a', note());
      const changed = note({ text: 'changed', at: 2000 });
      expect(await notes().replace('a', 1, changed)).to.deep.equal({ key: 'a', version: 2, doc: changed });
      expect(await notes().get('a')).to.deep.equal({ key: 'a', version: 2, doc: changed });
    });

    it('does nothing at another version', async () => {
      await notes().insert('a', note());
      for (const version of [0, 2])
        expect(await notes().replace('a', version, note({ text: 'x' }))).to.equal(undefined);
      expect(await notes().get('a')).to.deep.equal({ key: 'a', version: 1, doc: note() });
    });

    it('does nothing where the document is gone', async () => {
      expect(await notes().replace('a', 1, note())).to.equal(undefined);
      expect(await notes().get('a')).to.equal(undefined);
    });

    it('moves the document in the indexes', async () => {
      await notes().insert('a', note({ room: 'old' }));
      await notes().replace('a', 1, note({ room: 'new' }));
      expect(await notes().count({ room: 'old' })).to.equal(0);
      expect(await notes().count({ room: 'new' })).to.equal(1);
    });
  });

  describe('update', () => {
    it('loses none of 20 simultaneous changes', async () => {
      await notes().insert('a', note({ at: 0, text: '' }));
      await Promise.all(
        Array.from({ length: 20 }, (_, writer) =>
          update(notes(), 'a', (doc) => ({ ...doc, at: doc.at + 1, text: `${doc.text}<${writer}>` })),
        ),
      );
      const last = await notes().get('a');
      expect(last).to.include({ version: 21 });
      expect(last?.doc.at).to.equal(20);
      for (let writer = 0; writer < 20; writer += 1) expect(last?.doc.text).to.contain(`<${writer}>`);
    });

    it('gives undefined where the document is gone, and writes nothing where nothing changes', async () => {
      expect(await update(notes(), 'a', (doc) => doc)).to.equal(undefined);
      await notes().insert('a', note());
      expect(await update(notes(), 'a', (doc) => doc)).to.include({ version: 1 });
    });
  });

  describe('upsert', () => {
    it('makes the document once and loses none of 20 simultaneous changes', async () => {
      const change = { first: () => note({ at: 0 }), change: (doc: Note) => ({ ...doc, at: doc.at + 1 }) };
      await Promise.all(Array.from({ length: 20 }, () => upsert(notes(), 'a', change)));
      expect((await notes().get('a'))?.doc.at).to.equal(20);
    });
  });

  describe('delete', () => {
    it('gives a document to exactly one of 20 simultaneous takers', async () => {
      await notes().insert('a', note());
      const taken = await Promise.all(Array.from({ length: 20 }, () => notes().take('a')));
      expect(taken.filter((stored) => stored)).to.deep.equal([{ key: 'a', version: 1, doc: note() }]);
      expect(await notes().get('a')).to.equal(undefined);
    });

    it('says whether there was something to delete', async () => {
      await notes().insert('a', note());
      expect(await notes().delete('a')).to.equal(true);
      expect(await notes().delete('a')).to.equal(false);
    });

    it('lets a deleted key be used again, from version 1', async () => {
      await notes().insert('a', note());
      await notes().delete('a');
      expect(await notes().insert('a', note())).to.include({ version: 1 });
    });

    it('deletes what the condition says and nothing else', async () => {
      await insertAll(notes(), {
        a: { room: 'r1', person: 'p1' },
        b: { room: 'r1', person: 'p2' },
        c: { room: 'r2', person: 'p1' },
      });
      expect(await notes().deleteMany({ room: 'r1', person: 'p1' })).to.equal(1);
      expect((await notes().find({ where: {} })).items.map(({ key }) => key)).to.deep.equal(['b', 'c']);
    });

    it('refuses to delete without a condition', async () => {
      await notes().insert('a', note());
      // What a lost value looks like when it comes from untyped input.
      const lost: object = { room: undefined };
      for (const where of [{}, lost]) expect(await rejection(notes().deleteMany(where))).to.be.instanceOf(BadQuery);
      expect(await notes().count({})).to.equal(1);
    });

    it('deletes more than one chunk, and lets others work in between', async () => {
      await Promise.all(Array.from({ length: 210 }, (_, n) => notes().insert(`k${n}`, note({ room: 'full' }))));
      await notes().insert('other', note());
      const order: string[] = [];
      await Promise.all([
        notes()
          .deleteMany({ room: 'full' })
          .then((deleted) => order.push(`deleted ${deleted}`)),
        notes()
          .get('other')
          .then(() => order.push('read')),
      ]);
      expect(order).to.deep.equal(['read', 'deleted 210']);
      expect(await notes().count({})).to.equal(1);
    });
  });

  it('is the same collection when it is asked for twice', async () => {
    await notes().insert('a', note());
    expect(await (await openNotes(store())).get('a')).to.deep.equal({ key: 'a', version: 1, doc: note() });
  });
}
