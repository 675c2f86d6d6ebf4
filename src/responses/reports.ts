import type { Score } from './report.ts';
import { NEVER } from '../store/port.ts';
import type { ColumnResult, Report, ReportCarrier } from './reportRecord.ts';

/** A score to report to the LMS. */
export interface WantedScore extends Omit<Score, 'timestamp'> {
  /** AGS `resourceId` and `tag` of the columns it is for. */
  resourceId: string;
  tag: string;
  /** When it was earned, in milliseconds since 1970. */
  earnedAt: number;
}

/** When the next of these reports is due; `NEVER` if none waits. */
export function dueOf(reports: Report[]): number {
  return Math.min(NEVER, ...reports.filter(isOpen).map((report) => report.dueAt));
}

function isOpen({ state }: Report): boolean {
  return state === 'waiting' || state === 'columnless';
}

/** Replaces the reports of a document. A worker's claim is kept: `due` is then the end of its lease. */
function withReports<Carrier extends ReportCarrier>(carrier: Carrier, reports: Report[]): Carrier {
  return {
    ...carrier,
    reports,
    due: carrier.due === dueOf(carrier.reports) ? dueOf(reports) : carrier.due,
  };
}

/** Returns the same document if `change` leaves every report unchanged. */
export function changeReports<Carrier extends ReportCarrier>(
  carrier: Carrier,
  change: (report: Report) => Report,
): Carrier {
  const reports = carrier.reports.map(change);
  const isChanged = reports.some((report, index) => report !== carrier.reports[index]);
  return isChanged ? withReports(carrier, reports) : carrier;
}

/**
 * Adds a score to report. A higher score replaces the previous one, sent or not; an equal or lower one changes nothing.
 * @param given.hasColumn whether a column for it is known; without one it waits as `columnless`, and the column is
 * still looked for
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

/** Not before the second in its timestamp: a score from the future would block all others until then. */
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

/**
 * A platform ignores a score that is not later than the previous one (AGS 2.0, 3.4.7), so the timestamp's second always
 * increases.
 */
function superseded(report: Report, wanted: WantedScore, now: number): Report {
  const { scoreGiven, activityProgress, earnedAt } = wanted;
  const isMore = scoreGiven > report.scoreGiven;
  const isNowComplete = activityProgress === 'Completed' && report.activityProgress !== 'Completed';
  if (!isMore && !(isNowComplete && scoreGiven === report.scoreGiven)) return report;
  const before = Date.parse(report.timestamp);
  // A score whose second is still to come was not sent yet, so the new one can have it.
  const isUnsent = before > now && report.attempts === 0;
  const second = Math.max(Math.floor(earnedAt / 1000), before / 1000 + (isUnsent ? 0 : 1));
  return { ...fresh(report, now, timestampOf(second)), scoreGiven, activityProgress };
}

/** A new start, due at once. */
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
 * Tries a report at once that was given up, waits after a failure, or has no column. It keeps its timestamp: a platform
 * that does have the score then says so, and a grade that a teacher has given since is not overwritten.
 */
export function retried(report: Report, now: number): Report {
  const isHeldUp = report.state === 'stopped' || (isOpen(report) && report.cause !== '');
  if (!isHeldUp) return report;
  return { ...fresh(report, now), columns: report.columns.filter(({ state }) => state === 'delivered') };
}

/** Where a score may go, according to the room's gradebook. */
export interface Reachable {
  columns: string[];
  /** A placement that a column may be made for; empty if there is none. */
  makeFor: string;
}

/**
 * Makes a report due at once if it has an untried column, or if a column may be made for it. A worker that has it in
 * hand may not know of the column: it learns from `since` that there is news.
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

/**
 * How this very score was sent to the column; undefined if it was not tried. A column that is gone is not tried again.
 */
export function resultAt({ columns, timestamp }: Report, lineItem: string): ColumnResult | undefined {
  return columns.find((one) => one.lineItem === lineItem && (one.timestamp === timestamp || one.state === 'gone'));
}

/** A column that the LMS has removed is not made again. */
function mayMake({ columns }: Report): boolean {
  return columns.every(({ state }) => state !== 'gone');
}

/** What to try now: a line item, `find` if it must first be found or made, or nothing. */
export function nextTry(report: Report, { columns, makeFor }: Reachable, now: number) {
  const isReady = (lineItem: string): boolean => {
    const result = resultAt(report, lineItem);
    return result === undefined || (result.state === 'waiting' && result.dueAt <= now);
  };
  const ready = columns.filter(isReady);
  // A column that was tried in vain must not delay the others.
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
