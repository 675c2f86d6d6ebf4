import { expect } from 'chai';
import { findAll } from '../../src/store/findAll.ts';
import { memoryStore } from '../support/stores.ts';
import { note, openNotes } from './support/note.ts';

describe('all documents that match', () => {
  it('are given whole, also beyond one page, and no others', async () => {
    const store = await memoryStore();
    const notes = await openNotes(store);
    await Promise.all(Array.from({ length: 1001 }, (_, n) => notes.insert(`k${n}`, note({ at: n }))));
    await notes.insert('other', note({ room: 'other' }));
    const found = await findAll(notes, { room: 'room-1' });
    expect(new Set(found.map(({ at }) => at)).size).to.equal(1001);
    expect(found).to.have.length(1001);
    await store.close();
  });
});
