import { expect } from 'chai';
import { InvalidDocument } from '../../../src/store/errors.ts';
import { insertAll, note, noteSchema, type Notes } from '../support/note.ts';
import { rejection } from '../support/rejection.ts';
import type { Subject } from '../contract.ts';

export function describeKeyBegins({ store }: Subject): void {
  describe('a field that keys begin with', () => {
    let notes: Notes;
    beforeEach(async () => {
      notes = await store().collection({ ...noteSchema, name: 'notes_of_rooms', keyBegins: 'room' });
      await insertAll(notes, {
        'ø-1/a': { room: 'ø-1', at: 2 },
        'ø-1/b': { room: 'ø-1', at: 1 },
        'ø-1\u{1f600}/a': { room: 'ø-1\u{1f600}' },
        'ø-10/a': { room: 'ø-10' },
        'ø-/a': { room: 'ø-' },
      });
    });
    const keysOf = async (query: Parameters<Notes['find']>[0]) => (await notes.find(query)).items.map(({ key }) => key);

    it('changes nothing of what lists, counts and deletions find, also where a value begins as another', async () => {
      expect(await keysOf({ where: { room: 'ø-1' } })).to.deep.equal(['ø-1/a', 'ø-1/b']);
      expect(await keysOf({ where: { room: 'ø-1' }, orderBy: 'at' })).to.deep.equal(['ø-1/b', 'ø-1/a']);
      const { next } = await notes.find({ where: { room: 'ø-1' }, limit: 1 });
      expect(await keysOf({ where: { room: 'ø-1' }, after: next! })).to.deep.equal(['ø-1/b']);
      expect(await keysOf({ where: { at: 2 } })).to.deep.equal(['ø-1/a']);
      expect(await notes.count({ room: 'ø-1' })).to.equal(2);
      expect(await notes.deleteMany({ room: 'ø-1' })).to.equal(2);
      expect(await notes.count({})).to.equal(3);
    });

    it('is in every key: no document is inserted that its list would not find', async () => {
      for (const key of ['other/a', 'ø-1', 'ø-1-a', 'a'])
        expect(await rejection(notes.insert(key, note({ room: 'ø-1' }))), key).to.be.instanceOf(InvalidDocument);
      expect(await notes.count({ room: 'ø-1' })).to.equal(2);
    });
  });
}
