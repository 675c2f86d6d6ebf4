import type { Position, RawFind, Where } from '../engine.ts';

/**
 * A condition on one path. All operators are written here; values from outside appear only as operands, and the port
 * allows only texts and whole numbers.
 */
type Condition = Record<string, unknown>;
export interface Filter {
  $and?: Condition[];
}

const INDEXED = 'ix.';
export function indexPath(field: string): string {
  return INDEXED + field;
}
/** Undefined for a path that is not an indexed field. */
export function fieldAt(path: string): string | undefined {
  return path.startsWith(INDEXED) ? path.slice(INDEXED.length) : undefined;
}

/**
 * Rows with these values. Where keys begin with one of them the filter says so: a sharded server then asks one shard
 * and not all (https://www.mongodb.com/docs/manual/core/sharded-cluster-query-router/).
 */
export function equalTo(where: Where, keyBegins?: string): Condition[] {
  const value = keyBegins === undefined ? undefined : where[keyBegins];
  return [
    ...Object.entries(where).map(([field, wanted]) => ({ [indexPath(field)]: { $eq: wanted } })),
    ...(typeof value === 'string' ? [{ _id: { $gte: `${value}/`, $lt: `${value}${AFTER_SLASH}` } }] : []),
  ];
}

/** The character after the slash, in the order of bytes that MongoDB compares texts in. */
const AFTER_SLASH = '0';

/** MongoDB refuses an empty `$and`. */
export function allOf(conditions: Condition[]): Filter {
  return conditions.length > 0 ? { $and: conditions } : {};
}

export function findFilter({ where, orderBy, descending, after }: RawFind, keyBegins?: string): Filter {
  return allOf([...equalTo(where, keyBegins), ...(after ? beyond(after, orderBy, descending ? '$lt' : '$gt') : [])]);
}

// The first condition lets MongoDB find where in the index to begin; the second skips ties that were already returned.
function beyond({ value, key }: Position, orderBy: string | undefined, further: '$lt' | '$gt'): Condition[] {
  if (orderBy === undefined) return [{ _id: { [further]: key } }];
  const path = indexPath(orderBy);
  return [
    { [path]: { [`${further}e`]: value } },
    { $or: [{ [path]: { [further]: value } }, { [path]: { $eq: value }, _id: { [further]: key } }] },
  ];
}

export function findSort({ orderBy, descending }: RawFind): Record<string, 1 | -1> {
  const direction = descending ? -1 : 1;
  return { ...(orderBy !== undefined && { [indexPath(orderBy)]: direction }), _id: direction };
}
