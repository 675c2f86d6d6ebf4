import { isScalar } from './check.ts';
import { BadCursor } from './errors.ts';
import type { Position } from './engine.ts';

/**
 * A cursor is the last item's position in the order, so the next page is found through an index and stays right when
 * earlier items are added or removed. It is readable and unsigned: it only says where to continue, and `where` alone
 * decides what may be seen.
 */
export function toCursor({ value, key }: Position): string {
  return Buffer.from(JSON.stringify([value, key])).toString('base64url');
}

/** @throws {BadCursor} */
export function fromCursor(cursor: string): Position {
  const [value, key, ...rest] = parse(cursor);
  if (!isScalar(value) || typeof key !== 'string' || !isScalar(key) || rest.length > 0) throw new BadCursor();
  return { value, key };
}

function parse(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    throw new BadCursor();
  }
}
