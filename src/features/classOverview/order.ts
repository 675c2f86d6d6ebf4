import type { ParticipantRow } from './rows.ts';

export const orders = ['navn', 'sidst', 'gjort'] as const;
export type Order = (typeof orders)[number];

/** The order that an address asks for; by name if it asks for an unknown one. */
export function orderIn(asked: unknown): Order {
  return orders.find((order) => order === asked) ?? 'navn';
}

const danish = new Intl.Collator('da', { numeric: true });

/** @param nameOf what the instructor calls them; otherwise equal rows are sorted by name */
export function inOrder(
  rows: ParticipantRow[],
  order: Order,
  nameOf: (row: ParticipantRow) => string,
): ParticipantRow[] {
  const byName = (one: ParticipantRow, other: ParticipantRow) => danish.compare(nameOf(one), nameOf(other));
  const first: Record<Order, (one: ParticipantRow, other: ParticipantRow) => number> = {
    navn: () => 0,
    sidst: (one, other) => other.lastSeen - one.lastSeen,
    gjort: (one, other) => other.done - one.done,
  };
  return rows.toSorted((one, other) => first[order](one, other) || byName(one, other));
}
