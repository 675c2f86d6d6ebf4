import type { Collection } from '../store/port.ts';
import { update } from '../store/update.ts';
import type { ReportCarrier } from './reportRecord.ts';

/** A worker's hold on a document of the queue. */
interface Holding<Carrier extends ReportCarrier> {
  collection: Collection<Carrier, 'due' & keyof Carrier>;
  key: string;
  /**
   * Every end of the lease that this worker has set, since a renewal whose answer was lost may or may not have counted.
   */
  leases: Set<number>;
}

/** Extends the hold to this time, if this worker still has it. */
export async function renew<Carrier extends ReportCarrier>(holding: Holding<Carrier>, until: number): Promise<void> {
  const before = new Set(holding.leases);
  holding.leases.add(until);
  await update(holding.collection, holding.key, (carrier) =>
    before.has(carrier.due) ? { ...carrier, due: until } : carrier,
  );
}

/** A different end of lease means that another worker has the document; the person's own saves keep the lease. */
export function release<Carrier extends ReportCarrier>(
  { collection, key, leases }: Holding<Carrier>,
  change: (carrier: Carrier) => Carrier,
): Promise<unknown> {
  return update(collection, key, (carrier) => (leases.has(carrier.due) ? change(carrier) : carrier));
}
