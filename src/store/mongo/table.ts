import { isTakenKey, type Ask } from './asking.ts';
import { allOf, equalTo, findFilter, findSort, indexPath, type Filter } from './filter.ts';
import { storedOf, toBody } from './row.ts';
import type { RawDoc, RawFind, Table, TableShape } from '../engine.ts';
import type { RowModel } from './model.ts';

/** Rows deleted at a time, so that no command takes long. */
const CHUNK = 200;

interface Access {
  model: RowModel;
  ask: Ask;
}

/**
 * An existing table, behind the engine's interface. Every writing command changes one document, which MongoDB does
 * atomically. A key stands in a filter as it is, for the port has checked that it is a text: FerretDB 1 looks in its
 * index for `_id: 'key'` only, and through the whole collection for `_id: { $eq: 'key' }`.
 */
export function mongoTable({ model, ask }: Access, { indexes, keyBegins }: TableShape): Table {
  return {
    ...writing({ model, ask }, new Set(indexes.flat())),
    get: (key) => ask(async () => storedOf(await model.findOne({ _id: key }).lean())),
    find: (query) => ask(() => find(model, query, keyBegins)),
    count: (where) => ask(() => model.countDocuments(allOf(equalTo(where, keyBegins)))),
    countBelow: (field, limit) => ask(() => model.countDocuments(allOf([{ [indexPath(field)]: { $lt: limit } }]))),
    take: (key) => ask(async () => storedOf(await model.findOneAndDelete({ _id: key }).lean())),
    delete: (key) => ask(async () => (await model.deleteOne({ _id: key })).deletedCount === 1),
    deleteMany: (where) => ask(() => deleteInChunks(model, allOf(equalTo(where, keyBegins)))),
    deleteBelow: (field, limit) => ask(() => deleteInChunks(model, allOf([{ [indexPath(field)]: { $lt: limit } }]))),
    claim: (field, now, leaseUntil) => {
      const path = indexPath(field);
      const due = allOf([{ [path]: { $lte: now } }]);
      const lease = { $set: { [path]: leaseUntil }, $inc: { v: 1 } };
      const options = { sort: { [path]: 1, _id: 1 }, returnDocument: 'after' } as const;
      return ask(async () => storedOf(await model.findOneAndUpdate(due, lease, options).lean()));
    },
  };
}

function writing({ model, ask }: Access, indexed: ReadonlySet<string>): Pick<Table, 'insert' | 'replace' | 'rewrite'> {
  return {
    insert: (key, doc) => ask(() => insert(model, key, toBody(indexed, doc))),
    replace: async (key, expectedVersion, doc: RawDoc) => {
      if (!Number.isSafeInteger(expectedVersion)) return false;
      const current = { _id: key, v: { $eq: expectedVersion } };
      const next = { $set: { v: expectedVersion + 1, ...toBody(indexed, doc) } };
      return ask(async () => (await model.updateOne(current, next)).matchedCount === 1);
    },
    rewrite: (key, version, doc) => {
      const current = { _id: key, v: { $eq: version } };
      return ask(async () => (await model.updateOne(current, { $set: toBody(indexed, doc) })).matchedCount === 1);
    },
  };
}

async function insert(model: RowModel, key: string, body: ReturnType<typeof toBody>): Promise<boolean> {
  try {
    await model.insertOne({ _id: key, v: 1, ...body });
    return true;
  } catch (error) {
    if (isTakenKey(error)) return false;
    throw error;
  }
}

async function find(model: RowModel, query: RawFind, keyBegins: string | undefined) {
  const { limit } = query;
  const rows = await model
    .find(findFilter(query, keyBegins))
    .sort(findSort(query))
    .limit(limit)
    .batchSize(limit)
    .lean();
  return rows.flatMap((row) => storedOf(row) ?? []);
}

async function deleteInChunks(model: RowModel, filter: Filter): Promise<number> {
  let total = 0;
  for (;;) {
    const rows = await model.find(filter, { _id: 1 }).limit(CHUNK).lean();
    const keys = rows.map(({ _id }) => _id);
    // The condition is checked again, as a row may have changed since.
    const { deletedCount } = await model.deleteMany({ $and: [{ _id: { $in: keys } }, ...(filter.$and ?? [])] });
    total += deletedCount;
    if (rows.length < CHUNK) return total;
  }
}
