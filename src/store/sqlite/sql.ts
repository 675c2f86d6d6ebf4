import type { RawFind, Scalar, TableShape, Where } from '../engine.ts';

/** A statement and its values. Names come from checked schemas; all other input is only ever bound. */
export interface Query {
  sql: string;
  values: Scalar[];
}

/** The indexes use exactly this text: SQLite uses an index on an expression only if both are identical. */
function field(name: string): string {
  return `doc ->> '$.${name}'`;
}

/** The fields of an index, read from the statement that made it. */
export function fieldsIn(index: string): string[] {
  return [...index.matchAll(/'\$\.(\w+)'/g)].map(([, name = '']) => name);
}

export function createTable(table: string): string {
  return `CREATE TABLE IF NOT EXISTS "${table}" (
     key TEXT PRIMARY KEY, version INTEGER NOT NULL, doc TEXT NOT NULL
   ) STRICT, WITHOUT ROWID`;
}

/** Every index of the shape: name to statement. */
export function createIndexes({ name, indexes }: TableShape): Map<string, string> {
  return new Map(
    indexes.map((fields) => {
      const index = [name, ...fields].join('__');
      return [index, `CREATE INDEX "${index}" ON "${name}" (${[...fields.map(field), 'key'].join(', ')})`];
    }),
  );
}

export function findSql(table: string, find: RawFind): Query {
  const order = find.orderBy === undefined ? [] : [field(find.orderBy)];
  const { conditions, values } = equal(find.where);
  const [beyond, direction] = find.descending ? (['<', 'DESC'] as const) : (['>', 'ASC'] as const);
  if (find.after) {
    const { value, key } = find.after;
    // SQLite finds the beginning of a page in an index only by a plain comparison, not by a comparison of pairs.
    conditions.push(...order.map((first) => `${first} ${beyond}= ? AND (${first}, key) ${beyond} (?, ?)`));
    if (order.length === 0) conditions.push(`key ${beyond} ?`);
    values.push(...(order.length === 0 ? [key] : [value, value, key]));
  }
  const ordering = [...order, 'key'].map((expression) => `${expression} ${direction}`).join(', ');
  return {
    sql: `SELECT key, version, doc FROM "${table}" ${where(conditions)} ORDER BY ${ordering} LIMIT ?`,
    values: [...values, find.limit],
  };
}

export function countSql(table: string, filter: Where): Query {
  const { conditions, values } = equal(filter);
  return { sql: `SELECT count(*) AS count FROM "${table}" ${where(conditions)}`, values };
}

export function countBelowSql(table: string, name: string, limit: number): Query {
  return { sql: `SELECT count(*) AS count FROM "${table}" ${where([`${field(name)} < ?`])}`, values: [limit] };
}

export function deleteSomeSql(table: string, filter: Where, limit: number): Query {
  const { conditions, values } = equal(filter);
  return deleteSome(table, conditions, [...values, limit]);
}

export function deleteBelowSql(table: string, name: string, [below, limit]: [number, number]): Query {
  return deleteSome(table, [`${field(name)} < ?`], [below, limit]);
}

function deleteSome(table: string, conditions: string[], values: Scalar[]): Query {
  return {
    sql: `DELETE FROM "${table}" WHERE key IN (SELECT key FROM "${table}" ${where(conditions)} LIMIT ?)`,
    values,
  };
}

export function claimSql(table: string, name: string, [now, leaseUntil]: [number, number]): Query {
  return {
    sql: `UPDATE "${table}" SET version = version + 1, doc = json_set(doc, '$.${name}', ?)
        WHERE key = (SELECT key FROM "${table}" WHERE ${field(name)} <= ? ORDER BY ${field(name)}, key LIMIT 1)
        RETURNING key, version, doc`,
    values: [leaseUntil, now],
  };
}

function where(conditions: string[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
}

function equal(filter: Where): { conditions: string[]; values: Scalar[] } {
  // Sorted, so that the same fields in another order give the same prepared statement.
  const names = Object.keys(filter).sort();
  return {
    conditions: names.map((name) => `${field(name)} = ?`),
    values: names.flatMap((name) => filter[name] ?? []),
  };
}
