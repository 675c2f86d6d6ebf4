import { CannotOpenStore } from './errors.ts';
import type { Engine, RawDoc, Table } from './engine.ts';

/** Table of the forms of documents, by collection; it travels with a backup. */
export const NAME = 'store_forms';
const MOST_COLLECTIONS = 1000;

/** What the store knows of a collection's documents. */
interface Forms {
  /** The newest form that any of them has. */
  newest: number;
  /** The oldest form that any of them may have. */
  oldest: number;
}

export interface FormCheck {
  /**
   * To be called where a collection is opened, before anything is written to it.
   * @throws {CannotOpenStore} where its documents may have a form that this program does not know.
   */
  open(collection: string, latest: number, table: Table): Promise<void>;
  /** The oldest form that a document of the collection may have. */
  oldest(collection: string): number;
  /** To be called when every document of the collection was found to have this form. */
  settle(collection: string, form: number): Promise<void>;
}

const everything = { where: {}, orderBy: undefined, descending: false, after: undefined };
function numberIn(doc: RawDoc, field: keyof Forms): number {
  return typeof doc[field] === 'number' ? doc[field] : 1;
}
function formsIn(doc: RawDoc): Forms {
  return { newest: numberIn(doc, 'newest'), oldest: numberIn(doc, 'oldest') };
}

/** The newest form that a record of this table tells of. */
export function newestIn(record: RawDoc): number {
  return formsIn(record).newest;
}

/**
 * A program that does not know what a field is for would lose it; so it must not even begin on a store that a newer one
 * has written, and the record is made before the first document of a new form.
 */
export async function createFormCheck(engine: Engine): Promise<FormCheck> {
  const records = await engine.table({ name: NAME, indexes: [] });
  const known = new Map<string, Forms>();
  for (const { key, doc } of await records.find({ ...everything, limit: MOST_COLLECTIONS }))
    known.set(key, formsIn(doc));

  /** Of two processes that start at once each sees what the other has noted. */
  const note = async (collection: string, change: (before: Forms | undefined) => Forms): Promise<void> => {
    for (;;) {
      const stored = await records.get(collection);
      const next = change(stored && formsIn(stored.doc));
      known.set(collection, next);
      const isWritten = stored
        ? await records.replace(collection, stored.version, { ...next })
        : await records.insert(collection, { ...next });
      if (isWritten) return;
    }
  };

  return {
    open: async (collection, latest, table) => {
      const newest = known.get(collection)?.newest ?? 1;
      if (newest > latest) throw new CannotOpenStore(explain(collection));
      if (newest === latest) return;
      const isEmpty = (await table.find({ ...everything, limit: 1 })).length === 0;
      const first: Forms = { newest: latest, oldest: isEmpty ? latest : 1 };
      await note(collection, (before) => (before ? { ...before, newest: Math.max(before.newest, latest) } : first));
    },
    oldest: (collection) => known.get(collection)?.oldest ?? 1,
    settle: (collection, form) => note(collection, (before) => ({ newest: form, ...before, oldest: form })),
  };
}

function explain(collection: string): string {
  return `The store was written by a newer version of this program (${collection}). Start that version. Nothing has been changed.`;
}
