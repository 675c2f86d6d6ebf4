import type { DatabaseSync } from 'node:sqlite';
import { connectionTo, inTurn, type Connection } from './connection.ts';
import { APPLICATION_ID, openDatabase } from './open.ts';
import { databasePath } from './path.ts';
import { createIndexes, createTable, fieldsIn } from './sql.ts';
import { emptyLog } from './emptyLog.ts';
import { sqliteTable } from './table.ts';
import type { Engine, TableShape } from '../engine.ts';

/**
 * The embedded engine on Node's own SQLite.
 * @param databaseUrl `sqlite:<path>` or `sqlite::memory:`.
 * @throws {CannotOpenStore}
 */
export function openSqlite(databaseUrl: string): Promise<Engine> {
  return inTurn(() => sqliteEngine(openDatabase(databasePath(databaseUrl))));
}

/** The engine on a connection that `openDatabase` gave. */
export function sqliteEngine(database: DatabaseSync): Engine {
  const connection = connectionTo(database);
  return {
    table: (shape) =>
      inTurn(() => {
        makeTable(connection, shape);
        return sqliteTable(connection, shape);
      }),
    shapes: () => inTurn(() => shapesIn(connection)),
    ping: () => inTurn(() => ping(connection)),
    scrub: () => emptyLog(connection),
    close: () =>
      inTurn(() => {
        if (database.isOpen) database.close();
      }),
  };
}

/** A full disk can still be read. So after a failure the ping also writes, until a write succeeds. */
function ping(connection: Connection): void {
  connection.all({ sql: 'SELECT count(*) FROM sqlite_schema', values: [] });
  if (!connection.isInTrouble()) return;
  connection.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
  connection.recovered();
}

/** Table and indexes in one transaction: separate statements would each be synced to disk. */
function makeTable(connection: Connection, shape: TableShape): void {
  const statements = missing(connection, shape);
  if (statements.length === 0) return;
  connection.exec('BEGIN IMMEDIATE');
  try {
    for (const statement of statements) connection.exec(statement);
    connection.exec('COMMIT');
  } catch (error) {
    rollBack(connection);
    throw error;
  }
}

/** The statements that complete the table; none if it is complete. */
function missing(connection: Connection, shape: TableShape): string[] {
  const rows = connection.all({
    sql: `SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL`,
    values: [shape.name],
  });
  const wanted = createIndexes(shape);
  const statements = rows.some(({ type }) => type === 'table') ? [] : [createTable(shape.name)];
  for (const { name, sql } of rows.filter(({ type }) => type === 'index')) {
    // An index whose definition has changed is made again.
    if (typeof name === 'string' && wanted.get(name) === sql) wanted.delete(name);
    else statements.push(`DROP INDEX IF EXISTS "${String(name)}"`);
  }
  for (const sql of wanted.values()) statements.push(sql.replace('CREATE INDEX', 'CREATE INDEX IF NOT EXISTS'));
  return statements;
}

/** SQLite may have ended the transaction itself, for example on a full disk. */
function rollBack(connection: Connection): void {
  try {
    connection.exec('ROLLBACK');
  } catch {
    // There was no transaction left.
  }
}

function shapesIn(connection: Connection): TableShape[] {
  const rows = connection.all({
    sql: `SELECT type, tbl_name, sql FROM sqlite_schema
          WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY tbl_name, name`,
    values: [],
  });
  const of = (type: string) => rows.filter((row) => row['type'] === type);
  return of('table').map(({ tbl_name: name }) => ({
    name: String(name),
    indexes: of('index')
      .filter((index) => index['tbl_name'] === name)
      .map(({ sql }) => fieldsIn(String(sql))),
  }));
}
