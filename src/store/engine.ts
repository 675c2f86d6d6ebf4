import type { Stored } from './port.ts';

/**
 * What an engine must do: the bare storage of JSON documents. Checks, limits, cursors, defaults and encryption are done
 * once for all engines around it (`collection.ts`, `encryption.ts`), so an engine may trust what it is handed.
 */
export interface Engine {
  /** Makes the table and its indexes where they are missing; drops indexes that are no longer declared. */
  table(shape: TableShape): Promise<Table>;
  /** The tables that there are, with their indexes as they were declared last; for a backup of everything. */
  shapes(): Promise<TableShape[]>;
  ping(): Promise<void>;
  /** Removes what was deleted from the files that the engine keeps beside its data, where it has such. */
  scrub(): Promise<void>;
  /** Lets operations already begun finish; a second call does nothing. */
  close(): Promise<void>;
}

/** A value an index holds; whole numbers only, see `checkIndexValue`. */
export type Scalar = string | number;
/** Equality on every entry. */
export type Where = Readonly<Record<string, Scalar>>;
/** A JSON object, its encrypted fields already strings. */
export type RawDoc = Record<string, unknown>;

export interface TableShape {
  name: string;
  /** Fields of each index; every engine adds the key at the end. */
  indexes: readonly (readonly string[])[];
}

export interface RawFind {
  where: Where;
  /** Undefined: by key. */
  orderBy: string | undefined;
  /** Reverses the whole order, ties by key included. */
  descending: boolean;
  limit: number;
  /** Begin after this place in the order; `value` is the key itself where the order is by key. */
  after: Position | undefined;
}

export interface Position {
  value: Scalar;
  key: string;
}

export interface Table {
  /** False where the key is taken. The version is 1. */
  insert(key: string, doc: RawDoc): Promise<boolean>;
  get(key: string): Promise<Stored<RawDoc> | undefined>;
  /** Sets the document and raises the version by one if the version is the expected one. */
  replace(key: string, expectedVersion: number, doc: RawDoc): Promise<boolean>;
  /**
   * Writes the same document in another form, if its version is this one, and leaves the version: whoever has read it
   * may write it still.
   */
  rewrite(key: string, version: number, doc: RawDoc): Promise<boolean>;
  find(query: RawFind): Promise<Stored<RawDoc>[]>;
  count(where: Where): Promise<number>;
  /** Deletes and returns in one step. */
  take(key: string): Promise<Stored<RawDoc> | undefined>;
  delete(key: string): Promise<boolean>;
  deleteMany(where: Where): Promise<number>;
  /** Deletes every document whose `field` is below `limit`. */
  deleteBelow(field: string, limit: number): Promise<number>;
  /** In one step: of those with `field` <= `now` the lowest (then by key) gets `leaseUntil` there and a new version. */
  claim(field: string, now: number, leaseUntil: number): Promise<Stored<RawDoc> | undefined>;
}
