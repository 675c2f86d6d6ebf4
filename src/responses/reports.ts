import type { Outcome } from '../domain/report.ts';
import { NEVER } from '../store/port.ts';
import type { ActivityResponse, Report } from './records.ts';

/** What reporting needs to know of a placement. */
export interface ReportTarget {
  id: string;
  lineItem: string;
  lineItems: string;
}

/** When the next of these reports is due; `NEVER` where none waits. */
export const dueOf = (reports: Report[]): number =>
  Math.min(NEVER, ...reports.filter((report) => report.state === 'waiting').map((report) => report.dueAt));

/** Puts other reports into a document. A worker that holds it keeps its hold: `due` then is the end of its lease. */
const withReports = (response: ActivityResponse, reports: Report[]): ActivityResponse => ({
  ...response,
  reports,
  due: response.due === dueOf(response.reports) ? dueOf(reports) : response.due,
});

/**
 * Adds a report for each placement with a line item that has not been told of the completion; one that was given up is
 * tried anew. Returns the same document where there is nothing to add.
 */
export const addReports = (response: ActivityResponse, targets: ReportTarget[], now: number): ActivityResponse => {
  const reports = response.reports.filter((report) => report.state !== 'stopped' || !targets.some(is(report)));
  const told = targets.filter((target) => reports.some((report) => is(report)(target)));
  const latest = [...response.reports];
  for (const target of targets) {
    if (!hasGrades(target) || told.some((known) => sameLineItem(known, target))) continue;
    told.push(target);
    const report = newReport(target, latest, now);
    latest.push(report);
    reports.push(report);
  }
  return latest.length === response.reports.length ? response : withReports(response, reports);
};

const is = (report: Report) => (target: ReportTarget) => target.id === report.placement;

const hasGrades = (target: ReportTarget) => target.lineItem !== '' || target.lineItems !== '';

const sameLineItem = (one: ReportTarget, two: ReportTarget) =>
  one.id === two.id || (one.lineItem !== '' && one.lineItem === two.lineItem);

/** AGS 2.0, 3.4.7: a platform ignores a score that is not later than the one before; so seconds rise, and none is sent early. */
const newReport = (target: ReportTarget, earlier: Report[], now: number): Report => {
  const second = Math.max(Math.floor(now / 1000), ...earlier.map((report) => Date.parse(report.timestamp) / 1000 + 1));
  return {
    placement: target.id,
    timestamp: new Date(second * 1000).toISOString().replace('.000Z', 'Z'),
    attempts: 0,
    state: 'waiting',
    cause: '',
    settledAt: 0,
    dueAt: Math.max(now, second * 1000),
  };
};

/** The report that has waited longest; undefined where none is due. */
export const nextReport = (response: ActivityResponse, now: number): Report | undefined =>
  response.reports
    .filter((report) => report.state === 'waiting' && report.dueAt <= now)
    .sort((a, b) => a.dueAt - b.dueAt)[0];

/** The document after a delivery was tried: released, with what came of it. */
export const settleReport = (
  response: ActivityResponse,
  tried: Report,
  { outcome, now }: { outcome: Outcome; now: number },
): ActivityResponse => {
  const reports = response.reports.map((report) =>
    report.placement === tried.placement && report.timestamp === tried.timestamp
      ? settled(report, outcome, now)
      : report,
  );
  return { ...response, reports, due: dueOf(reports) };
};

const settled = (report: Report, outcome: Outcome, now: number): Report => {
  const attempts = report.attempts + 1;
  if (outcome.kind === 'retry') return { ...report, attempts, cause: outcome.cause, dueAt: outcome.at };
  const cause = outcome.kind === 'stopped' ? outcome.cause : '';
  return { ...report, attempts, state: outcome.kind, cause, settledAt: now };
};
