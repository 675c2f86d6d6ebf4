import type { RawDoc, Scalar } from '../engine.ts';
import type { Stored } from '../port.ts';

/**
 * A document as MongoDB stores it. Only the searchable fields are BSON; the rest is one JSON text, so that MongoDB
 * interprets no field name in it (`$where`, `a.b`, `__proto__`, or a name with NUL), no number and no unpaired
 * surrogate.
 */
export interface MongoRow {
  _id: string;
  v: number;
  /** The indexed fields. They are not in `doc`. */
  ix: Record<string, Scalar>;
  /** JSON of all other fields. */
  doc: string;
}

export type RowBody = Pick<MongoRow, 'ix' | 'doc'>;

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number';
}

export function toBody(indexed: ReadonlySet<string>, doc: RawDoc): RowBody {
  const ix: Record<string, Scalar> = {};
  const rest: [string, unknown][] = [];
  for (const [field, value] of Object.entries(doc)) {
    if (indexed.has(field) && isScalar(value)) ix[field] = value;
    else rest.push([field, value]);
  }
  return { ix, doc: JSON.stringify(Object.fromEntries(rest)) };
}

/** For a field that was indexed when the row was written, `ix` decides, whether the field is indexed now or not. */
export function docOf({ ix, doc }: RowBody): RawDoc {
  const rest: unknown = JSON.parse(doc);
  if (typeof rest !== 'object' || rest === null) throw new Error('A row of the store does not hold a document.');
  return { ...rest, ...ix };
}

export function storedOf(row: MongoRow | null): Stored<RawDoc> | undefined {
  return row ? { key: row._id, version: row.v, doc: docOf(row) } : undefined;
}
