import {
  checkIndexed,
  checkKey,
  checkKeyBegins,
  checkTime,
  fieldsOf,
  isKey,
  toRawDoc,
  toWhere,
  type Fields,
} from './check.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { BadCursor, BadQuery } from './errors.ts';
import { DuplicateKey, type Collection, type CollectionSchema, type Find, type Stored } from './port.ts';
import type { RawDoc, RawFind, Table } from './engine.ts';

const DEFAULT_LIMIT = 100;
const LARGEST_LIMIT = 1000;

/** The port's collection over an engine's table: everything that all engines have in common. */
export function collectionOf<Doc extends object, Index extends keyof Doc & string>(
  schema: CollectionSchema<Doc, Index>,
  table: Table,
): Collection<Doc, Index> {
  const fields = fieldsOf(schema);
  return {
    ...writing<Doc>(fields, table),
    get: async (key) => (isKey(key) ? typed<Doc>(await table.get(key)) : undefined),
    find: async (query) => {
      const raw = toRawFind(fields, query);
      const found = await table.find({ ...raw, limit: raw.limit + 1 });
      const items = found.slice(0, raw.limit);
      const last = items.at(-1);
      const next = found.length > raw.limit && last ? toCursor(positionOf(last, raw.orderBy)) : undefined;
      return { items: items.map(asDoc<Doc>), next };
    },
    count: async (where) => table.count(toWhere(fields, where)),
    deleteMany: async (where) => {
      const checked = toWhere(fields, where);
      // A condition that was lost by mistake must not empty the collection.
      if (Object.keys(checked).length === 0) throw new BadQuery(fields.collection, 'deleteMany needs a condition');
      return table.deleteMany(checked);
    },
    claimDue: async (now, leaseUntil) => {
      const queue = declared(fields, 'queue');
      checkTime(fields, now);
      checkTime(fields, leaseUntil);
      return typed<Doc>(await table.claim(queue, now, leaseUntil));
    },
    sweep: async (now) => {
      const expiry = declared(fields, 'expiry');
      checkTime(fields, now);
      return table.deleteBelow(expiry, now);
    },
  };
}

function writing<Doc extends object>(fields: Fields, table: Table) {
  return {
    insert: async (key: string, doc: Doc): Promise<Stored<Doc>> => {
      checkKey(fields, key);
      const raw = toRawDoc(fields, doc);
      checkKeyBegins(fields, key, raw);
      if (!(await table.insert(key, raw))) throw new DuplicateKey(fields.collection);
      return asDoc({ key, version: 1, doc: raw });
    },
    replace: async (key: string, expectedVersion: number, doc: Doc): Promise<Stored<Doc> | undefined> => {
      const raw = toRawDoc(fields, doc);
      const written = isKey(key) && (await table.replace(key, expectedVersion, raw));
      return written ? asDoc({ key, version: expectedVersion + 1, doc: raw }) : undefined;
    },
    take: async (key: string): Promise<Stored<Doc> | undefined> =>
      isKey(key) ? typed<Doc>(await table.take(key)) : undefined,
    delete: async (key: string): Promise<boolean> => isKey(key) && table.delete(key),
  };
}

// The only place where stored JSON is assumed to have its document's type: only this collection writes there.
function asDoc<Doc extends object>({ key, version, doc }: Stored<RawDoc>): Stored<Doc> {
  return {
    key,
    version,
    doc: doc as Doc,
  };
}

function typed<Doc extends object>(stored: Stored<RawDoc> | undefined): Stored<Doc> | undefined {
  return stored && asDoc<Doc>(stored);
}

function declared(fields: Fields, name: 'queue' | 'expiry'): string {
  const field = fields[name];
  if (field === undefined) throw new BadQuery(fields.collection, `it has no ${name}`);
  return field;
}

function toRawFind<Doc, Index extends keyof Doc & string>(fields: Fields, query: Find<Doc, Index>): RawFind {
  const { orderBy, descending = false, limit = DEFAULT_LIMIT } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_LIMIT)
    throw new BadQuery(fields.collection, `limit is 1 to ${LARGEST_LIMIT}`);
  if (orderBy !== undefined) checkIndexed(fields, orderBy);
  const after = query.after === undefined ? undefined : fromCursor(query.after);
  const { without = [] } = query;
  return { where: toWhere(fields, query.where), orderBy, descending, limit, after, without };
}

function positionOf({ key, doc }: Stored<RawDoc>, orderBy: string | undefined) {
  const value = orderBy === undefined ? key : doc[orderBy];
  if (typeof value !== 'string' && typeof value !== 'number') throw new BadCursor();
  return { value, key };
}
