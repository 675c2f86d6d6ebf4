import { CannotOpenStore } from './errors.ts';
import type { Engine, RawDoc, Table } from './engine.ts';

/** Table of the forms of documents, by collection; backups include it. */
export const NAME = 'store_forms';
const MOST_COLLECTIONS = 1000;

/** What the store knows about a collection's documents. */
interface Forms {
  /** The newest form that any of them has. */
  newest: number;
  /** The oldest form that any of them may have. */
  oldest: number;
  /** Whether documents are being moved to other keys: one that reads all in the order of keys could miss some. */
  isMoving?: boolean;
}

export interface FormCheck {
  /**
   * Call this when a collection is opened, before anything is written to it.
   * @throws {CannotOpenStore} if its documents may have a form that this program does not know
   */
  open(collection: string, latest: number, table: Table): Promise<void>;
  /** The oldest form that a document of the collection may have. */
  oldest(collection: string): number;
  /** Call this when every document of the collection is known to have this form; ends a move too. */
  settle(collection: string, form: number): Promise<void>;
  /** Call this before documents older than this form are moved to other keys. */
  beginMove(collection: string, form: number): Promise<void>;
  /** Call this when the move is over, though some documents may still be older. */
  endMove(collection: string): Promise<void>;
}

const everything = { where: {}, orderBy: undefined, descending: false, after: undefined };
function numberIn(doc: RawDoc, field: 'newest' | 'oldest'): number {
  return typeof doc[field] === 'number' ? doc[field] : 1;
}
function formsIn(doc: RawDoc): Forms {
  const forms = { newest: numberIn(doc, 'newest'), oldest: numberIn(doc, 'oldest') };
  return doc['isMoving'] === true ? { ...forms, isMoving: true } : forms;
}

/** The newest form that a record of this table mentions. */
export function newestIn(record: RawDoc): number {
  return formsIn(record).newest;
}

/**
 * What the store knows about all collections, as one text: the same at two moments if no document was moved to another
 * key in between. Undefined while documents are being moved.
 */
export async function whereNoneMoves(engine: Engine): Promise<string | undefined> {
  const records = await engine.table({ name: NAME, indexes: [] });
  const all = await records.find({ ...everything, limit: MOST_COLLECTIONS });
  if (all.some(({ doc }) => formsIn(doc).isMoving === true)) return undefined;
  return JSON.stringify(all.map(({ key, version }) => [key, version]));
}

/**
 * A program that does not know a field would lose it. So it must refuse a store that a newer program has written, and
 * the form is recorded before the first document of a new form is written.
 */
export async function createFormCheck(engine: Engine): Promise<FormCheck> {
  const records = await engine.table({ name: NAME, indexes: [] });
  const known = new Map<string, Forms>();
  for (const { key, doc } of await records.find({ ...everything, limit: MOST_COLLECTIONS }))
    known.set(key, formsIn(doc));

  /** If two processes start at once, each sees what the other has recorded. */
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
    settle: (collection, form) => note(collection, (before) => ({ newest: before?.newest ?? form, oldest: form })),
    beginMove: (collection, form) =>
      note(collection, ({ newest, oldest } = { newest: form, oldest: 1 }) => ({
        newest,
        oldest: Math.min(oldest, form - 1),
        isMoving: true,
      })),
    endMove: (collection) => note(collection, ({ newest, oldest } = { newest: 1, oldest: 1 }) => ({ newest, oldest })),
  };
}

function explain(collection: string): string {
  return `The store was written by a newer version of this program (${collection}). Start that version. Nothing has been changed.`;
}
