import { Schema, type Connection, type IndexDefinition, type Model } from 'mongoose';
import { indexPath } from './filter.ts';
import type { TableShape } from '../engine.ts';
import type { MongoRow } from './row.ts';

export type RowModel = Model<MongoRow>;

function indexName(fields: readonly string[]): string {
  return fields.join('__');
}

/** Mongoose's model of a table, with its indexes declared; nothing is made on the server yet. */
export function modelOf(connection: Connection, { name, indexes }: TableShape): RowModel {
  const schema = new Schema<MongoRow>(
    { _id: String, v: Number, ix: Schema.Types.Mixed, doc: String },
    { versionKey: false, id: false, minimize: false, strict: 'throw', strictQuery: 'throw' },
  );
  for (const fields of indexes) {
    const paths: IndexDefinition = Object.fromEntries([...fields.map(indexPath), '_id'].map((path) => [path, 1]));
    schema.index(paths, { name: indexName(fields) });
  }
  return connection.model<MongoRow>(name, schema, name, { overwriteModels: true });
}
