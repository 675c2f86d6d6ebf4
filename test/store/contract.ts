import { describeForms } from './contract/forms.ts';
import { describeKeyBegins } from './contract/keyBegins.ts';
import { describePaging } from './contract/paging.ts';
import { describeQueue } from './contract/queue.ts';
import { describeReading } from './contract/reading.ts';
import { describeValues } from './contract/values.ts';
import { describeWriting } from './contract/writing.ts';
import { openNotes, type Notes } from './support/note.ts';
import type { Store } from '../../src/store/port.ts';

/** What the groups of the contract work on: opened again for each test. */
export interface Subject {
  store: () => Store;
  notes: () => Notes;
}

/**
 * The promises of `port.ts`, checked on one engine.
 * @param open gives a new, empty store with a data key.
 */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`store contract: ${name}`, () => {
    let store: Store;
    let notes: Notes;
    beforeEach(async () => {
      store = await open();
      notes = await openNotes(store);
    });
    afterEach(() => store.close());

    const subject: Subject = { store: () => store, notes: () => notes };
    describeWriting(subject);
    describeReading(subject);
    describePaging(subject);
    describeKeyBegins(subject);
    describeQueue(subject);
    describeValues(subject);
    describeForms(subject);
  });
}
