import { findAllStored } from '../store/findAll.ts';
import type { Collection, Stored } from '../store/port.ts';
import { update } from '../store/update.ts';
import type { ReportGradebooks, ReportTargets } from './queue.ts';
import { armed, changeReports, retried } from './reports.ts';
import type { ReportCarrier } from './reportRecord.ts';

interface Rearming<Carrier extends ReportCarrier> {
  collection: Collection<Carrier, 'room' & keyof Carrier>;
  gradebooks: Pick<ReportGradebooks, 'targets'>;
  /** Another correction to make in a document. */
  repair?: (carrier: Carrier) => Carrier;
  now: number;
}

interface News {
  room: string;
  /** The documents that it concerns. */
  find: Partial<Record<string, string>>[];
  /** Whether reports that were given up are tried again. */
  all: boolean;
}

/**
 * Handles news about a room's gradebook: reports waiting for a column that now exists become due, and so do reports
 * that were sent to other columns only. Returns whether anything is due.
 */
export async function rearm<Carrier extends ReportCarrier>(
  { collection, gradebooks, repair = (carrier) => carrier, now }: Rearming<Carrier>,
  { room, find, all }: News,
): Promise<boolean> {
  const known = new Map<string, ReportTargets>();
  const learn = async ({ doc }: Stored<Carrier>): Promise<void> => {
    for (const { resourceId } of repair(doc).reports) {
      if (!known.has(resourceId)) known.set(resourceId, await gradebooks.targets(room, resourceId));
    }
  };
  let isDue = false;
  for (const where of find) {
    const asked = { room, ...where } as unknown as Parameters<typeof collection.count>[0];
    for (const stored of await findAllStored(collection, asked)) {
      await learn(stored);
      await update(collection, stored.key, (carrier) => {
        const next = changeReports(repair(carrier), (report) => {
          const tried = all && report.state === 'stopped' ? retried(report, now) : report;
          const targets = known.get(report.resourceId);
          return targets ? armed(tried, targets, now) : tried;
        });
        isDue ||= next !== carrier;
        return next;
      });
    }
  }
  return isDue;
}

/** Changes a document; returns whether anything in it changed, and how it now is, if it is there. */
export async function changeIn<Carrier extends ReportCarrier>(
  collection: Collection<Carrier, keyof Carrier & string>,
  key: string,
  change: (carrier: Carrier) => Carrier,
): Promise<{ isChanged: boolean; carrier: Carrier | undefined }> {
  const changes: boolean[] = [];
  const stored = await update(collection, key, (carrier) => {
    const next = change(carrier);
    changes.push(next !== carrier);
    return next;
  });
  return { isChanged: changes.at(-1) ?? false, carrier: stored?.doc };
}
