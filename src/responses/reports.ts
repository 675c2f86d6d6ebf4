import type { Score } from './report.ts';
import { NEVER } from '../store/port.ts';
import type { ColumnResult, Report, ReportCarrier } from './records.ts';

/** A score that the LMS is to be told. */
export interface WantedScore extends Omit<Score, 'timestamp'> {
  /** AGS `resourceId` and `tag` of the columns it is for. */
  resourceId: string;
  tag: string;
  /** When it was earned, in milliseconds since 1970. */
  earnedAt: number;
}

/** When the next of these reports is due; `NEVER` where none waits. */
export function dueOf(reports: Report[]): number {
  return Math.min(NEVER, ...reports.filter(isOpen).map((report) => report.dueAt));
}

function isOpen({ state }: Report): boolean {
  return state === 'waiting' || state === 'columnless';
}

/** Puts other reports into a document. A worker that holds it keeps its hold: `due` then is the end of its lease. */
function withReports<Carrier extends ReportCarrier>(carrier: Carrier, reports: Report[]): Carrier {
  return {
    ...carrier,
    reports,
    due: carrier.due === dueOf(carrier.reports) ? dueOf(reports) : carrier.due,
  };
}

/** The same document where `change` leaves every report as it is. */
export function changeReports<Carrier extends ReportCarrier>(
  carrier: Carrier,
  change: (report: Report) => Report,
): Carrier {
  const reports = carrier.reports.map(change);
  const isChanged = reports.some((report, index) => report !== carrier.reports[index]);
  return isChanged ? withReports(carrier, reports) : carrier;
}

/**
 * Notes a score to be told. A higher one takes the place of the one before, told or not; the same one again, or a lower
 * one, changes nothing.
 * @param given.hasColumn whether a column for it is known; without one it waits as `columnless`, and is looked for all the same
 */
export function withScore<Carrier extends ReportCarrier>(
  carrier: Carrier,
  wanted: WantedScore,
  given: { now: number; hasColumn: boolean },
): Carrier {
  const before = carrier.reports.find(({ resourceId }) => resourceId === wanted.resourceId);
  if (!before) return withReports(carrier, [...carrier.reports, newReport(wanted, given)]);
  return changeReports(carrier, (report) => (report === before ? superseded(report, wanted, given.now) : report));
}

function timestampOf(second: number): string {
  return new Date(second * 1000).toISOString().replace('.000Z', 'Z');
}

/** Not before the second that it carries: a score from the future would keep out all others until then. */
export function notBefore(now: number, timestamp: string): number {
  return Math.max(now, Date.parse(timestamp));
}

function newReport(wanted: WantedScore, { now, hasColumn }: { now: number; hasColumn: boolean }): Report {
  const { resourceId, tag, scoreGiven, activityProgress, earnedAt } = wanted;
  const timestamp = timestampOf(Math.floor(earnedAt / 1000));
  return {
    resourceId,
    tag,
    scoreGiven,
    activityProgress,
    timestamp,
    since: now,
    attempts: 0,
    state: hasColumn ? 'waiting' : 'columnless',
    cause: '',
    reason: '',
    settledAt: 0,
    dueAt: notBefore(now, timestamp),
    columns: [],
  };
}

/** AGS 2.0, 3.4.7: a platform ignores a score that is not later than the one before; so its second rises. */
function superseded(report: Report, wanted: WantedScore, now: number): Report {
  const { scoreGiven, activityProgress, earnedAt } = wanted;
  const isMore = scoreGiven > report.scoreGiven;
  const isNowComplete = activityProgress === 'Completed' && report.activityProgress !== 'Completed';
  if (!isMore && !(isNowComplete && scoreGiven === report.scoreGiven)) return report;
  const second = Math.max(Math.floor(earnedAt / 1000), Date.parse(report.timestamp) / 1000 + 1);
  return { ...fresh(report, now, timestampOf(second)), scoreGiven, activityProgress };
}

/** From the start, and at once. */
function fresh(report: Report, now: number, timestamp = report.timestamp): Report {
  return {
    ...report,
    timestamp,
    state: report.state === 'columnless' ? 'columnless' : 'waiting',
    attempts: 0,
    cause: '',
    reason: '',
    settledAt: 0,
    since: now,
    dueAt: notBefore(now, timestamp),
  };
}

/**
 * Tries at once what was given up, waits after a failure, or has no column. Its timestamp stays: a platform that has it
 * after all then answers that it has, and a grade that a teacher has given since is not overwritten.
 */
export function retried(report: Report, now: number): Report {
  const isHeldUp = report.state === 'stopped' || (isOpen(report) && report.cause !== '');
  if (!isHeldUp) return report;
  return { ...fresh(report, now), columns: report.columns.filter(({ state }) => state === 'delivered') };
}

/** Where a score may go: what the room's gradebook says. */
export interface Reachable {
  columns: string[];
  /** A placement that a column may be made for; empty where there is none. */
  makeFor: string;
}

/**
 * Due at once where there is a column that it has never been tried at, or one may be made for what has none. A worker
 * that has it in hand may not know of the column: it sees by `since` that there is news.
 */
export function armed(report: Report, { columns, makeFor }: Reachable, now: number): Report {
  const isNews = columns.some((column) => resultAt(report, column) === undefined);
  const canBeMade = makeFor !== '' && report.state === 'columnless' && mayMake(report);
  if (!isNews && !canBeMade) return report;
  return {
    ...fresh(report, Math.max(now, report.since + 1)),
    attempts: report.attempts,
    dueAt: notBefore(now, report.timestamp),
    state: 'waiting',
  };
}

/** How the column was told of this very score; undefined where it was not tried. A column that is gone is not tried again. */
export function resultAt({ columns, timestamp }: Report, lineItem: string): ColumnResult | undefined {
  return columns.find((one) => one.lineItem === lineItem && (one.timestamp === timestamp || one.state === 'gone'));
}

/** A column that the LMS has removed is not made once more. */
function mayMake({ columns }: Report): boolean {
  return columns.every(({ state }) => state !== 'gone');
}

/** What is to be tried now: a line item, `find` where it has to be found or made first, or nothing. */
export function nextTry(report: Report, { columns, makeFor }: Reachable, now: number) {
  const isReady = (lineItem: string): boolean => {
    const result = resultAt(report, lineItem);
    return result === undefined || (result.state === 'waiting' && result.dueAt <= now);
  };
  const ready = columns.filter(isReady);
  // A column that was tried in vain must not keep the others waiting.
  const lineItem = ready.find((column) => resultAt(report, column) === undefined) ?? ready[0];
  if (lineItem !== undefined) return { lineItem, attempts: resultAt(report, lineItem)?.attempts ?? 0 };
  const isTold = report.columns.some(({ state, timestamp }) => state === 'delivered' && timestamp === report.timestamp);
  if (columns.length > 0 || makeFor === '' || isTold || !mayMake(report) || !isReady('')) return undefined;
  return { lineItem: '', attempts: resultAt(report, '')?.attempts ?? 0 };
}

/** The report that has been due for longest. */
export function nextReport({ reports }: ReportCarrier, now: number): Report | undefined {
  return reports
    .filter((report) => isOpen(report) && report.dueAt <= now)
    .sort((one, other) => one.dueAt - other.dueAt)[0];
}
