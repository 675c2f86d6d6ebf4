/**
 * The store as the rest of the program sees it: collections of documents with declared indexes.
 *
 * One document is the unit of consistency: what must change together lives in one document, and there are no
 * transactions over several. Both engines (SQLite, MongoDB) keep this promise: when a promise of a writing method
 * resolves, the write is durable.
 */
export interface Store {
  /** The collection of a schema; its table and indexes are made if they are missing, undeclared indexes dropped. */
  collection<Doc extends object, Index extends keyof Doc & string>(
    schema: CollectionSchema<Doc, Index>,
  ): Promise<Collection<Doc, Index>>;
  /** Every collection opened so far, for what concerns all of them: what is kept of a person, and its end. */
  opened(): OpenedCollection[];
  /** To be called when each collection was migrated: a document without a proof of this program's is refused from now on. */
  settleProven(): Promise<void>;
  /**
   * Afterwards the engine's own files on this machine hold nothing of what was deleted before. MongoDB keeps a journal and an
   * oplog of its own, on which nothing can be done from here.
   * @throws {StoreUnavailable} where another process is in the way; it may be tried again.
   */
  scrub(): Promise<void>;
  /** Rejects when the store cannot be read, or when what was written last failed and still does. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A collection whose documents' kind is not known here. */
export interface OpenedCollection {
  name: string;
  /** Every field that can be asked for. */
  indexed: readonly string[];
  encrypted: readonly string[];
  documents: Collection<Record<string, unknown>, string>;
  /** Every document as it is stored, page by page: what is encrypted is not decrypted. */
  stored(): AsyncIterable<Stored<Record<string, unknown>>[]>;
  /** Of its documents: 1, and one more with each migration. */
  form: number;
  /** Undefined where every document has the collection's form, and a proof. */
  migrate: ((progress: Progress) => Promise<Walked>) | undefined;
}

/** Told now and then how many documents have been looked at. */
export type Progress = (seen: number) => void;

/** What came of looking at every document of a collection. */
export interface Walked {
  seen: number;
  changed: number;
  /** Left as they are: what is in them cannot be decrypted. */
  unreadable: number;
}

export interface CollectionSchema<Doc extends object, Index extends keyof Doc & string> {
  /** Lower-case letters and underscores. */
  name: string;
  /**
   * Each entry is one index over one or more top-level fields. They hold a text or a whole number, never null, and the
   * same type in every document. `queue` and `expiry` need no entry of their own.
   */
  indexes: readonly (readonly Index[])[];
  /** Top-level fields encrypted before they reach the engine (free text, names, platform user ids). Never indexed. */
  encrypted: readonly Exclude<keyof Doc & string, Index>[];
  /** A number field in milliseconds since 1970 when the document is next due; `NEVER` keeps it out of the queue. */
  queue?: Index;
  /** A number field in milliseconds since 1970 after which the document may be swept. */
  expiry?: Index;
  /**
   * What has changed in the form of its documents, the oldest change first: each makes a document of the form after it.
   * The first is for documents as the collection was begun. Never change or remove one; add the next at the end.
   */
  migrations?: readonly Migration[];
}

/**
 * Makes a stored document one of the next form. Pure, and never given one twice. What is indexed stays as it is: by that
 * a document is searched before anyone has read it.
 */
export type Migration = (doc: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** A queue or expiry value that never comes. */
export const NEVER = Number.MAX_SAFE_INTEGER;

export interface Stored<Doc> {
  key: string;
  /** 1 at insert, one more at each change. */
  version: number;
  doc: Doc;
}

export interface Find<Doc, Index extends keyof Doc> {
  where: Partial<Pick<Doc, Index>>;
  /** Default: by key. Texts are ordered by code point (not as Danish is), ties by key. */
  orderBy?: Index;
  /** The whole order reversed, ties included. */
  descending?: boolean;
  /** Default 100, at most 1000. */
  limit?: number;
  /** The `next` of the page before. */
  after?: string;
}

interface Page<Doc> {
  items: Stored<Doc>[];
  /** Hand to `after` for the next page; undefined on the last. */
  next: string | undefined;
}

/**
 * A document is stored as its JSON: what comes back is a copy, without fields that were undefined. `errors.ts` has what
 * the methods reject with where a document, key or query is not one that the store can take.
 */
export interface Collection<Doc extends object, Index extends keyof Doc & string> {
  /** @throws {DuplicateKey} where the key is taken. A key is 1 to 1024 characters; it is not encrypted. */
  insert(key: string, doc: Doc): Promise<Stored<Doc>>;
  get(key: string): Promise<Stored<Doc> | undefined>;
  /** Replaces the document if it still has this version; undefined if it has not (or is gone). */
  replace(key: string, expectedVersion: number, doc: Doc): Promise<Stored<Doc> | undefined>;
  /** @throws {BadCursor} where `after` is not a `next`. */
  find(query: Find<Doc, Index>): Promise<Page<Doc>>;
  count(where: Partial<Pick<Doc, Index>>): Promise<number>;
  /** Deletes and returns in one step: of any number of simultaneous takers exactly one gets it. */
  take(key: string): Promise<Stored<Doc> | undefined>;
  delete(key: string): Promise<boolean>;
  /** How many were deleted. An empty `where` is refused. */
  deleteMany(where: Partial<Pick<Doc, Index>>): Promise<number>;
  /**
   * Claims the most overdue document of the queue: sets its queue field to `leaseUntil` and gives it, in one step, so
   * that no two workers hold it. If a worker dies, it becomes due again; a worker that finishes replaces it by version.
   */
  claimDue(now: number, leaseUntil: number): Promise<Stored<Doc> | undefined>;
  /** Deletes what expired before `now`; how many. */
  sweep(now: number): Promise<number>;
}

export class DuplicateKey extends Error {
  constructor(collection: string) {
    super(`A document with this key already exists in ${collection}.`);
    this.name = 'DuplicateKey';
  }
}
