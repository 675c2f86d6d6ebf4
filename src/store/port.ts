/**
 * The store as the rest of the program sees it: collections of documents with declared indexes.
 *
 * One document is the unit of consistency: what must change together lives in one document, and there are no
 * transactions over several. Both engines (SQLite, MongoDB) keep this promise: when a promise of a writing method
 * resolves, the write is durable, unless its schema says `syncedByNext`.
 */
export interface Store {
  /** The collection of a schema; its table and indexes are made if they are missing, undeclared indexes dropped. */
  collection<Doc extends object, Index extends keyof Doc & string>(
    schema: CollectionSchema<Doc, Index>,
  ): Promise<Collection<Doc, Index>>;
  /** Every collection opened so far, for work on all of them, such as a copy of a person's data or an erasure. */
  opened(): OpenedCollection[];
  /**
   * Call this when each collection has been migrated: from then on a document without a proof by this program is
   * refused.
   */
  settleProven(): Promise<void>;
  /**
   * Removes everything deleted so far from the engine's own files on this machine. MongoDB keeps its own journal and
   * oplog, which we cannot change from here.
   * @throws {StoreUnavailable} if another process prevents it; trying again may succeed
   */
  scrub(): Promise<void>;
  /** Rejects if the store cannot be read, or if the last write failed and writing still fails. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The state of a queue. */
export interface Waiting {
  /** How many documents are due now or later, including claimed ones. */
  all: number;
  /** How many documents are due and unclaimed. */
  due: number;
  /** For how many milliseconds the first of these has been due; 0 if there is none. */
  oldest: number;
}

/** A collection whose document type is not known here. */
export interface OpenedCollection {
  name: string;
  /** Every field that can be queried. */
  indexed: readonly string[];
  encrypted: readonly string[];
  documents: Collection<Record<string, unknown>, string>;
  /** Every document as stored, page by page: encrypted fields are not decrypted. */
  stored(): AsyncIterable<Stored<Record<string, unknown>>[]>;
  /** Looks at its queue; undefined if it has none. */
  waiting: ((now: number) => Promise<Waiting>) | undefined;
  /** The current form of its documents: 1, plus one for each migration. */
  form: number;
  /** Undefined if every document has the collection's form, and a proof. */
  migrate: ((progress: Progress) => Promise<Walked>) | undefined;
  /** Moves what a program of the former version wrote at former keys after all were moved; undefined if keys never changed. */
  moveLater: ((progress: Progress) => Promise<Walked>) | undefined;
}

/** Called now and then with the number of documents looked at. */
export type Progress = (seen: number) => void;

/** The result of walking through all documents of a collection. */
export interface Walked {
  seen: number;
  changed: number;
  /** Left unchanged, because they cannot be decrypted. */
  unreadable: number;
}

export interface CollectionSchema<Doc extends object, Index extends keyof Doc & string> {
  /** Lower-case letters and underscores. */
  name: string;
  /**
   * Each entry is one index over one or more top-level fields. Each field holds a text or a whole number, never null,
   * and the same type in every document. `queue` and `expiry` need no entry of their own.
   */
  indexes: readonly (readonly Index[])[];
  /**
   * Top-level fields that are encrypted before they reach the engine (free text, names, platform user ids). Never
   * indexed.
   */
  encrypted: readonly Exclude<keyof Doc & string, Index>[];
  /**
   * A text field that every key begins with, followed by a slash. Documents with the same value are then neighbours,
   * and a sharded store asks one machine for their list.
   */
  keyBegins?: Index;
  /**
   * Whether an insertion here may be lost in a power failure until the same process has made its next write, to whatever
   * collection. An engine that syncs to the disk itself then does so once instead of twice.
   */
  syncedByNext?: true;
  /** A number field: when the document is next due, in milliseconds since 1970. `NEVER` keeps it out of the queue. */
  queue?: Index;
  /** A number field: after this time, in milliseconds since 1970, the document may be swept. */
  expiry?: Index;
  /**
   * The changes to the form of its documents, oldest first: each turns a document of one form into the next. The first
   * applies to documents in the collection's original form. Never change or remove a migration; add new ones at the
   * end.
   */
  migrations?: readonly Migration[];
  /** Set where the keys have changed since the collection's original form. */
  rekey?: Rekey;
}

/**
 * A change of keys. A document at a former key is moved before the collection is used, so nothing else ever looks for
 * one there.
 */
export interface Rekey {
  /** The first form whose documents have the new keys. The migration to it changes nothing else. */
  form: number;
  /** Pure. The key that a document of an older form has now; never its former one. */
  keyOf: (formerKey: string, doc: Readonly<Record<string, unknown>>) => string;
}

/**
 * Turns a stored document into one of the next form. Pure, and never applied twice. Indexed fields must stay the same,
 * because a document is searched by them before anyone has read it.
 */
export type Migration = (doc: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** A queue or expiry time that never comes. */
export const NEVER = Number.MAX_SAFE_INTEGER;

export interface Stored<Doc> {
  key: string;
  /** 1 after insertion, plus one for each change. */
  version: number;
  doc: Doc;
}

export interface Find<Doc, Index extends keyof Doc> {
  where: Partial<Pick<Doc, Index>>;
  /** Default: by key. Texts are ordered by code point (not in Danish order), ties by key. */
  orderBy?: Index;
  /** Reverses the whole order, including ties. */
  descending?: boolean;
  /** Default 100, at most 1000. */
  limit?: number;
  /** The `next` of the page before. */
  after?: string;
  /**
   * Encrypted fields that nobody will look at: they stay sealed, and the documents come without them, whatever their
   * type says (`findAllWithout`). The collection's migrations must not need them.
   */
  without?: readonly (keyof Doc & string)[];
}

interface Page<Doc> {
  items: Stored<Doc>[];
  /** Pass this as `after` for the next page; undefined on the last page. */
  next: string | undefined;
}

/**
 * A document is stored as its JSON: what comes back is a copy, without undefined fields. See `errors.ts` for the errors
 * with which the methods reject an unacceptable document, key or query.
 */
export interface Collection<Doc extends object, Index extends keyof Doc & string> {
  /** @throws {DuplicateKey} if the key is taken. A key has 1 to 1024 characters and is not encrypted. */
  insert(key: string, doc: Doc): Promise<Stored<Doc>>;
  get(key: string): Promise<Stored<Doc> | undefined>;
  /** Replaces the document if it still has this version; returns undefined if it has another or is gone. */
  replace(key: string, expectedVersion: number, doc: Doc): Promise<Stored<Doc> | undefined>;
  /** @throws {BadCursor} if `after` is not a `next` */
  find(query: Find<Doc, Index>): Promise<Page<Doc>>;
  count(where: Partial<Pick<Doc, Index>>): Promise<number>;
  /** Deletes and returns the document in one step: of several simultaneous callers exactly one gets it. */
  take(key: string): Promise<Stored<Doc> | undefined>;
  delete(key: string): Promise<boolean>;
  /** Returns how many were deleted. An empty `where` is refused. */
  deleteMany(where: Partial<Pick<Doc, Index>>): Promise<number>;
  /**
   * Claims the most overdue document of the queue: sets its queue field to `leaseUntil` and returns it, in one step, so
   * that no two workers hold it. If a worker crashes, the document becomes due again; a worker that finishes replaces
   * it by version.
   */
  claimDue(now: number, leaseUntil: number): Promise<Stored<Doc> | undefined>;
  /** Deletes what expired before `now`; returns how many. */
  sweep(now: number): Promise<number>;
}

export class DuplicateKey extends Error {
  constructor(collection: string) {
    super(`A document with this key already exists in ${collection}.`);
    this.name = 'DuplicateKey';
  }
}
