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

export function equalTo(where: Where): Condition[] {
  return Object.entries(where).map(([field, value]) => ({ [indexPath(field)]: { $eq: value } }));
}

/** MongoDB refuses an empty `$and`. */
export function allOf(conditions: Condition[]): Filter {
  return conditions.length > 0 ? { $and: conditions } : {};
}

export function findFilter({ where, orderBy, descending, after }: RawFind): Filter {
  return allOf([...equalTo(where), ...(after ? beyond(after, orderBy, descending ? '$lt' : '$gt') : [])]);
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
