import type { Outcome } from '../domain/report.ts';
import { NEVER } from '../store/port.ts';
import type { ActivityResponse, Report } from './records.ts';

/** What reporting needs to know of a placement. */
export interface ReportTarget {
  id: string;
  lineItem: string;
  lineItems: string;
  /** AGS scopes that the launch granted; empty where it did not say. */
  scopes: string[];
}

const SCORE = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';

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
 * Adds a report for each placement with grades that has not been told of the completion; one that was given up is tried
 * anew. Returns the same document where there is nothing to do.
 */
export const addReports = (response: ActivityResponse, targets: ReportTarget[], now: number): ActivityResponse => {
  const graded = targets.filter(takesGrades);
  const reports = response.reports.map((report) =>
    report.state === 'stopped' && graded.some(({ id }) => id === report.placement) ? again(report, now) : report,
  );
  for (const target of graded) {
    if (!reports.some((report) => tells(report, target, targets))) {
      reports.push(newReport(target, { earlier: reports, completedAt: response.completedAt, now }));
    }
  }
  const changed = reports.some((report, index) => report !== response.reports[index]);
  return changed ? withReports(response, reports) : response;
};

/** Tries at once what was given up and what waits after a failure. Returns the same document where there is neither. */
export const retryReports = (response: ActivityResponse, now: number): ActivityResponse => {
  const reports = response.reports.map((report) => (isHeldUp(report) ? again(report, now) : report));
  const changed = reports.some((report, index) => report !== response.reports[index]);
  return changed ? withReports(response, reports) : response;
};

/** What is given up, or waits after a failure. */
const isHeldUp = (report: Report): boolean =>
  report.state === 'stopped' || (report.state === 'waiting' && report.cause !== '');

/**
 * The same report from the start. Its timestamp stays: a platform that has it after all then answers that it has, and
 * a grade that a teacher has given since is not overwritten.
 */
const again = (report: Report, now: number): Report => ({
  ...report,
  lineItem: '',
  state: 'waiting',
  attempts: 0,
  cause: '',
  settledAt: 0,
  since: now,
  dueAt: Math.max(now, Date.parse(report.timestamp)),
});

const takesGrades = ({ lineItem, lineItems, scopes }: ReportTarget): boolean =>
  (lineItem !== '' || lineItems !== '') && (scopes.length === 0 || scopes.includes(SCORE));

/** Whether a report tells this placement's line item. One that went elsewhere than the launch now says does not. */
const tells = (report: Report, target: ReportTarget, all: ReportTarget[]): boolean => {
  const own = all.find(({ id }) => id === report.placement);
  const goesTo = report.lineItem || own?.lineItem || '';
  if (target.lineItem !== '' && goesTo !== '') return goesTo === target.lineItem;
  return report.placement === target.id;
};

interface Given {
  earlier: Report[];
  completedAt: number;
  now: number;
}

/** AGS 2.0, 3.4.7: a platform ignores a score that is not later than the one before; so seconds rise, and none is sent early. */
const newReport = (target: ReportTarget, { earlier, completedAt, now }: Given): Report => {
  const seconds = earlier.map((report) => Date.parse(report.timestamp) / 1000 + 1);
  const second = Math.max(Math.floor(completedAt / 1000), ...seconds);
  return {
    placement: target.id,
    lineItem: '',
    timestamp: new Date(second * 1000).toISOString().replace('.000Z', 'Z'),
    since: now,
    attempts: 0,
    state: 'waiting',
    cause: '',
    settledAt: 0,
    dueAt: Math.max(now, second * 1000),
  };
};

/** Of those that are due the one with the earliest time, so that a line item never gets a later one first. */
export const nextReport = (response: ActivityResponse, now: number): Report | undefined =>
  response.reports
    .filter((report) => report.state === 'waiting' && report.dueAt <= now)
    .sort((one, other) => Date.parse(one.timestamp) - Date.parse(other.timestamp))[0];

/** Line items that other reports of the document have gone or will go to. */
export const toldBeside = (response: ActivityResponse, report: Report): string[] =>
  response.reports
    .filter((other) => !isSame(other, report) && other.state !== 'stopped' && other.lineItem !== '')
    .map((other) => other.lineItem);

const isSame = (one: Report, other: Report): boolean =>
  one.placement === other.placement && one.timestamp === other.timestamp;

/** What came of a try. `lineItem` is empty where it did not come to be known, and where another report tells it. */
export interface Tried {
  outcome: Outcome;
  lineItem: string;
  now: number;
}

/** The document after a delivery was tried: released, with what came of it. */
export const settleReport = (response: ActivityResponse, tried: Report, result: Tried): ActivityResponse => {
  const reports = response.reports.map((report) => (isSame(report, tried) ? settled(report, result) : report));
  return { ...response, reports, due: dueOf(reports) };
};

const settled = (report: Report, { outcome, lineItem, now }: Tried): Report => {
  if (outcome.kind === 'postponed') return { ...report, cause: outcome.cause || report.cause, dueAt: outcome.at };
  const known = { ...report, lineItem: lineItem || report.lineItem, cause: outcome.cause ?? '' };
  const attempts = report.attempts + 1;
  if (outcome.kind === 'retry') return { ...known, attempts, dueAt: outcome.at };
  return { ...known, attempts, state: outcome.kind, settledAt: now };
};
