import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import { isObject } from '../check.ts';
import { StoreUnavailable } from '../errors.ts';
import type { RawDoc } from '../engine.ts';
import type { Stored } from '../port.ts';
import { fromSqlite, isBusy } from './explain.ts';
import type { Query } from './sql.ts';

export type SqlRow = Record<string, SQLOutputValue>;

/**
 * The statements of one connection, each prepared once. Every method throws `StoreUnavailable` if the store itself is
 * in trouble.
 */
export interface Connection {
  all(query: Query): SqlRow[];
  /** Returns how many rows were changed. */
  run(query: Query): number;
  exec(sql: string): void;
  /** Runs work whose commits are not synced to the disk: the next commit outside it syncs them too, as they share one log. */
  withoutSync<Result>(work: () => Result): Result;
  /** Whether a statement failed, and `recovered` has not been called since. */
  isInTrouble(): boolean;
  recovered(): void;
}

export function connectionTo(database: DatabaseSync): Connection {
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  let inTrouble = false;
  const tell = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      const told = fromSqlite(error);
      // After a busy error, the next statement shows whether the other process has let go; a check would only wait for
      // it again.
      if (told instanceof StoreUnavailable && !isBusy(error)) inTrouble = true;
      throw told;
    }
  };
  const exec = (sql: string) =>
    tell(() => {
      database.exec(sql);
    });
  return {
    all: ({ sql, values }) => tell(() => prepare(sql).all(...values.map(bindable))),
    run: ({ sql, values }) => tell(() => Number(prepare(sql).run(...values.map(bindable)).changes)),
    exec,
    withoutSync: (work) => {
      exec('PRAGMA synchronous = NORMAL');
      try {
        return work();
      } finally {
        exec('PRAGMA synchronous = FULL');
      }
    },
    isInTrouble: () => inTrouble,
    recovered: () => void (inTrouble = false),
  };
}

// Node binds a number as a REAL, which json_set would write into the document with a decimal point, and which older
// versions of SQLite write with 15 digits: NEVER would become another number.
function bindable(value: string | number): string | bigint {
  return typeof value === 'number' ? BigInt(value) : value;
}

/**
 * Runs work in a later turn of the event loop. SQLite works on this very thread: without a turn in between, a long
 * series of awaited operations (an export, a sweep) would let no request through.
 */
export function inTurn<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve, reject) => {
    setImmediate(() => {
      try {
        resolve(work());
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
}

export function storedOf(row: SqlRow | undefined): Stored<RawDoc> | undefined {
  if (!row) return undefined;
  const doc: unknown = JSON.parse(String(row['doc']));
  if (!isObject(doc)) throw new Error('A row of the store does not hold a document.');
  return { key: String(row['key']), version: Number(row['version']), doc };
}
