import { NEVER, type Collection } from '../store/port.ts';
import { update } from '../store/update.ts';
import { dueOf } from './reports.ts';
import type { Report, ReportCarrier } from './reportRecord.ts';

/**
 * No report waits longer than this: `Retry-After` is followed for at most a day, and the pause after it is at most an
 * hour.
 */
const LONGEST_WAIT = 26 * 3_600_000;

/**
 * Makes a report due now if it waits longer than any report should. It was tried while the clock was wrong, and would
 * otherwise wait until that distant time. Returns false if there is none; checking the next in the queue suffices, as
 * all others come after it.
 */
export async function retryNow<Carrier extends ReportCarrier>(
  collection: Collection<Carrier, 'due' & keyof Carrier>,
  now: number,
): Promise<boolean> {
  const [next] = (await collection.find({ where: {}, orderBy: 'due', limit: 1 })).items;
  if (!next || next.doc.due === NEVER || next.doc.due <= now + LONGEST_WAIT) return false;
  await update(collection, next.key, (carrier) => {
    const isAhead = carrier.due !== NEVER && carrier.due > now + LONGEST_WAIT;
    if (!isAhead) return carrier;
    const reports = carrier.reports.map((report) => (report.dueAt > now ? broughtForward(report, now) : report));
    return { ...carrier, reports, due: dueOf(reports) };
  });
  return true;
}

function broughtForward(report: Report, now: number): Report {
  return {
    ...report,
    dueAt: now,
    columns: report.columns.map((column) => (column.dueAt > now ? { ...column, dueAt: now } : column)),
  };
}
