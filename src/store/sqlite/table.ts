import { inTurn, storedOf, type Connection } from './connection.ts';
import { isTakenKey } from './explain.ts';
import { claimSql, countBelowSql, countSql, deleteBelowSql, deleteSomeSql, findSql, type Query } from './sql.ts';
import type { RawDoc, Table, TableShape } from '../engine.ts';

/** Rows deleted at a time: this takes about a millisecond, and then other requests get their turn. */
const CHUNK = 200;

/** An existing table, behind the engine's interface. Each writing statement is its own durable transaction. */
export function sqliteTable(connection: Connection, { name, syncedByNext }: TableShape): Table {
  const one = (query: Query) => inTurn(() => storedOf(connection.all(query)[0]));
  const changed = (query: Query) => inTurn(() => connection.run(query));
  const counted = (query: Query) => inTurn(() => Number(connection.all(query)[0]?.['count']));
  const inChunks = async (query: Query): Promise<number> => {
    let total = 0;
    for (;;) {
      const deleted = await changed(query);
      total += deleted;
      if (deleted < CHUNK) return total;
    }
  };
  return {
    insert: (key, doc) => {
      const work = () => insert(connection, name, { key, doc });
      return inTurn(syncedByNext ? () => connection.withoutSync(work) : work);
    },
    get: (key) => one({ sql: `SELECT key, version, doc FROM "${name}" WHERE key = ?`, values: [key] }),
    replace: async (key, expectedVersion, doc) =>
      (await changed({
        sql: `UPDATE "${name}" SET version = version + 1, doc = ? WHERE key = ? AND version = ?`,
        values: [JSON.stringify(doc), key, expectedVersion],
      })) === 1,
    rewrite: async (key, version, doc) =>
      (await changed({
        sql: `UPDATE "${name}" SET doc = ? WHERE key = ? AND version = ?`,
        values: [JSON.stringify(doc), key, version],
      })) === 1,
    find: (query) => inTurn(() => connection.all(findSql(name, query)).flatMap((row) => storedOf(row) ?? [])),
    count: (where) => counted(countSql(name, where)),
    countBelow: (field, limit) => counted(countBelowSql(name, field, limit)),
    take: (key) => one({ sql: `DELETE FROM "${name}" WHERE key = ? RETURNING key, version, doc`, values: [key] }),
    delete: async (key) => (await changed({ sql: `DELETE FROM "${name}" WHERE key = ?`, values: [key] })) === 1,
    deleteMany: (where) => inChunks(deleteSomeSql(name, where, CHUNK)),
    deleteBelow: (field, limit) => inChunks(deleteBelowSql(name, field, [limit, CHUNK])),
    claim: (field, now, leaseUntil) => one(claimSql(name, field, [now, leaseUntil])),
  };
}

function insert(connection: Connection, name: string, { key, doc }: { key: string; doc: RawDoc }): boolean {
  try {
    connection.run({
      sql: `INSERT INTO "${name}" (key, version, doc) VALUES (?, 1, ?)`,
      values: [key, JSON.stringify(doc)],
    });
    return true;
  } catch (error) {
    if (isTakenKey(error)) return false;
    throw error;
  }
}
