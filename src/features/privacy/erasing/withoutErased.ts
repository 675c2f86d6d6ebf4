import type { Whom } from '../inventory/belonging.ts';
import { hashOf } from './erasures.ts';
import { inventory } from '../inventory/inventory.ts';

interface Line {
  in: string;
  doc: Record<string, unknown>;
}

const personFields = new Map(inventory.map(({ name, person }) => [name, person]));

/**
 * Decides which documents of a backup may be restored: none of people who were erased.
 * @param erased hashes of their ids
 * @param met called with each erased person found in the backup
 */
export function withoutErased(erased: ReadonlySet<string>, met: (whom: Whom) => void) {
  return (line: Line) => {
    const ids = (personFields.get(line.in) ?? []).map((field) => line.doc[field]);
    const isErased = ids.some((id) => typeof id === 'string' && erased.has(hashOf(id)));
    if (isErased && line.in === 'people') met({ room: String(line.doc['room']), person: String(line.doc['id']) });
    return !isErased;
  };
}
