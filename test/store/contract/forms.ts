import { expect } from 'chai';
import { InvalidDocument, StoreUnavailable } from '../../../src/store/errors.ts';
import { note, noteSchema, openNotes, type Note, type Notes } from '../support/note.ts';
import { rejection } from '../support/rejection.ts';
import type { CollectionSchema, Migration } from '../../../src/store/port.ts';
import type { Subject } from '../contract.ts';

const louder: Migration = (doc) => ({ ...doc, text: `${String(doc['text'])}!` });
const longer: Migration = (doc) => ({ ...doc, extra: [doc['text']] });

type Schema = CollectionSchema<Note, 'room' | 'person' | 'at' | 'dueAt' | 'expiresAt'>;
function withMigrations(...migrations: Migration[]): Schema {
  return { ...noteSchema, migrations };
}

/** Documents of an older form are read as new; a collection is opened a second time, as by the version after. */
export function describeForms({ notes, store }: Subject): void {
  const opened = (...migrations: Migration[]): Promise<Notes> => store().collection(withMigrations(...migrations));
  const migrate = async () => {
    const seen: number[] = [];
    const walked = await store()
      .opened()
      .find(({ name }) => name === 'notes')
      ?.migrate?.((count) => void seen.push(count));
    return { walked, seen };
  };

  describe('forms', () => {
    it('reads an older document in the latest form by every way of reading, and leaves it as it is', async () => {
      for (const key of ['a', 'b', 'c']) await notes().insert(key, note({ text: key, dueAt: key === 'c' ? 1 : 9 }));
      const later = await opened(louder, longer);
      const expected = (key: string) => note({ text: `${key}!`, extra: [`${key}!`], dueAt: 9 });
      expect(await later.get('a')).to.deep.equal({ key: 'a', version: 1, doc: expected('a') });
      expect((await later.find({ where: { room: 'room-1' } })).items.map(({ doc }) => doc.text)).to.deep.equal([
        'a!',
        'b!',
        'c!',
      ]);
      expect((await later.claimDue(5, 9))?.doc).to.deep.equal(expected('c'));
      expect((await later.take('b'))?.doc).to.deep.equal(expected('b'));
      expect((await notes().get('a'))?.doc.text).to.equal('a');
    });

    it('writes what it read in the latest form, and migrates it no second time', async () => {
      await notes().insert('a', note({ text: 'a' }));
      const later = await opened(louder);
      const read = await later.get('a');
      expect(await later.replace('a', 1, read?.doc ?? note())).to.deep.equal({ ...read, version: 2 });
      await later.insert('b', note({ text: 'b' }));
      const last = await opened(louder, longer);
      expect((await last.get('a'))?.doc).to.deep.equal(note({ text: 'a!', extra: ['a!'] }));
      expect((await last.get('b'))?.doc).to.deep.equal(note({ text: 'b', extra: ['b'] }));
    });

    it('writes all that are older anew, once, under their versions: who has read one may still write it', async () => {
      for (let n = 0; n < 7; n += 1) await notes().insert(`k${n}`, note({ text: String(n) }));
      const later = await opened(louder);
      await later.replace('k1', 1, note({ text: 'new' }));
      const read = await later.get('k2');
      expect((await migrate()).walked).to.deep.equal({ seen: 7, changed: 6, unreadable: 0 });
      expect(await later.get('k0')).to.deep.equal({ key: 'k0', version: 1, doc: note({ text: '0!' }) });
      expect((await later.get('k1'))?.doc.text).to.equal('new');
      expect(await later.replace('k2', read?.version ?? 0, note({ text: 'mine' }))).not.to.equal(undefined);
      await opened(louder);
      expect(await migrate()).to.deep.equal({ walked: undefined, seen: [] });
    });

    it('has nothing to migrate where it was empty, nor where nothing has changed', async () => {
      await openNotes(store());
      expect((await migrate()).walked).to.equal(undefined);
      await opened(louder);
      expect((await migrate()).walked).to.equal(undefined);
    });

    it('gives no document of a newer form to a program that does not know it, and says that nothing was written', async () => {
      const later = await opened(louder);
      await later.insert('a', note({ dueAt: 1 }));
      for (const asked of [notes().get('a'), notes().find({ where: {} }), notes().claimDue(5, 9)])
        expect(await rejection(asked))
          .to.be.instanceOf(StoreUnavailable)
          .and.to.include({ written: 'no' });
    });

    it('refuses a migration that changes what is indexed, and a document that says its form itself', async () => {
      await notes().insert('a', note());
      const moved = await opened((doc) => ({ ...doc, room: 'room-2' }));
      expect((await rejection(moved.get('a'))).message).to.contain('room, which is indexed');
      const own = { ...note(), $form: 1 };
      expect(await rejection(notes().insert('b', own))).to.be.instanceOf(InvalidDocument);
    });
  });
}
