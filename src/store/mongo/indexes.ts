import { CannotOpenStore } from '../errors.ts';
import { isRefusal } from './asking.ts';
import { allOf, fieldAt, indexPath } from './filter.ts';
import { NAME as FORMAT } from './format.ts';
import { docOf, toBody } from './row.ts';
import type { TableShape } from '../engine.ts';
import type { Connection } from 'mongoose';
import type { RowModel } from './model.ts';

/** Rows updated at a time. */
const CHUNK = 200;

const NAMESPACE_EXISTS = 48;
const INDEX_NOT_FOUND = 27;

/**
 * Makes the collection and its indexes as declared, and drops other indexes. Several processes may do so at once.
 * @throws {CannotOpenStore} if they do not exist afterwards
 */
export async function makeTable(model: RowModel, { name, indexes }: TableShape): Promise<void> {
  await model.createCollection().catch(unless(NAMESPACE_EXISTS));
  const { toDrop, toCreate } = await model.diffIndexes();
  for (const index of toDrop) await model.collection.dropIndex(String(index)).catch(unless(INDEX_NOT_FOUND));
  if (toCreate.length > 0) {
    // Before making the index: if an index exists, every row has its fields.
    const indexed = new Set(indexes.flat());
    for (const field of indexed) await moveIntoIndex(model, field, indexed);
    await model.createIndexes();
  }
  const left = await model.diffIndexes();
  if (left.toCreate.length > 0) throw new CannotOpenStore(`MongoDB did not make every index of ${name}.`);
}

function unless(code: number) {
  return (error: unknown): void => {
    if (!isRefusal(error, code)) throw error;
  };
}

/** Moves a field into the index part of rows written before it was indexed. */
async function moveIntoIndex(model: RowModel, field: string, indexed: ReadonlySet<string>): Promise<void> {
  let last = '';
  for (;;) {
    const filter = allOf([{ [indexPath(field)]: { $exists: false } }, { _id: { $gt: last } }]);
    const rows = await model.find(filter).sort({ _id: 1 }).limit(CHUNK).lean();
    for (const row of rows) {
      last = row._id;
      // A row that has changed in between was written in the new form.
      await model.updateOne({ _id: row._id, v: row.v }, { $set: toBody(indexed, docOf(row)) });
    }
    if (rows.length < CHUNK) return;
  }
}

/** The existing tables, with the indexes that the server has for them. */
export async function shapesIn(connection: Connection): Promise<TableShape[]> {
  const names = (await connection.listCollections()).map(({ name }) => name);
  const tables = names.filter((name) => name !== FORMAT && !name.startsWith('system.'));
  return Promise.all(
    tables.map(async (name) => {
      const indexes = await connection.collection(name).indexes();
      const fields = indexes.map(({ key }) => Object.keys(key).flatMap((path) => fieldAt(path) ?? []));
      return { name, indexes: fields.filter(({ length }) => length > 0) };
    }),
  );
}
