import type { Stored } from './port.ts';

/**
 * What an engine must do: store plain JSON documents. Checks, limits, cursors, defaults and encryption are done once
 * for all engines (`collection.ts`, `encryption.ts`), so an engine may trust its input.
 */
export interface Engine {
  /** Makes the table and its indexes if they are missing; drops indexes that are no longer declared. */
  table(shape: TableShape): Promise<Table>;
  /** The existing tables, with their indexes as last declared; for a backup of everything. */
  shapes(): Promise<TableShape[]>;
  ping(): Promise<void>;
  /** Removes deleted data from the files that the engine keeps besides its database, if it has any. */
  scrub(): Promise<void>;
  /** Lets operations under way finish; a second call does nothing. */
  close(): Promise<void>;
}

/** A value in an index; whole numbers only, see `isScalar` in `check.ts`. */
export type Scalar = string | number;
/** Every entry must be equal. */
export type Where = Readonly<Record<string, Scalar>>;
/** A JSON object whose encrypted fields are already strings. */
export type RawDoc = Record<string, unknown>;

export interface TableShape {
  name: string;
  /** Fields of each index; every engine appends the key. */
  indexes: readonly (readonly string[])[];
  /** A text field: every key begins with its value and a slash. Absent if there is none, or where it is not known. */
  keyBegins?: string;
  /** An insertion need not be synced to the disk by itself: see the schema's. */
  syncedByNext?: true;
}

export interface RawFind {
  where: Where;
  /** Undefined: by key. */
  orderBy: string | undefined;
  /** Reverses the whole order, including ties by key. */
  descending: boolean;
  limit: number;
  /** Encrypted fields to leave out; nothing for an engine to do, see `encryption.ts`. */
  without?: readonly string[];
  /** Begin after this position in the order; `value` is the key itself if the order is by key. */
  after: Position | undefined;
}

export interface Position {
  value: Scalar;
  key: string;
}

export interface Table {
  /** Returns false if the key is taken. The version is then 1. */
  insert(key: string, doc: RawDoc): Promise<boolean>;
  get(key: string): Promise<Stored<RawDoc> | undefined>;
  /** Sets the document and increases the version by one, if the version is the expected one. */
  replace(key: string, expectedVersion: number, doc: RawDoc): Promise<boolean>;
  /**
   * Writes the same document in another form if it has this version, and keeps the version, so that a writer who has
   * already read it can still write it.
   */
  rewrite(key: string, version: number, doc: RawDoc): Promise<boolean>;
  find(query: RawFind): Promise<Stored<RawDoc>[]>;
  count(where: Where): Promise<number>;
  /** How many documents have `field` below `limit`. */
  countBelow(field: string, limit: number): Promise<number>;
  /** Deletes and returns in one step. */
  take(key: string): Promise<Stored<RawDoc> | undefined>;
  delete(key: string): Promise<boolean>;
  deleteMany(where: Where): Promise<number>;
  /** Deletes every document whose `field` is below `limit`. */
  deleteBelow(field: string, limit: number): Promise<number>;
  /**
   * In one step: of the documents with `field` <= `now`, the lowest (then by key) gets `leaseUntil` and a new version.
   */
  claim(field: string, now: number, leaseUntil: number): Promise<Stored<RawDoc> | undefined>;
}
