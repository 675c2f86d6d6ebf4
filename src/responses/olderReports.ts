import type { Migration } from '../store/port.ts';
import type { ColumnResult, Report } from './reportRecord.ts';

/** A report from when each placement had its own. The first form lacked some of the fields. */
interface OlderReport extends Partial<Pick<Report, 'attempts' | 'cause' | 'settledAt' | 'dueAt'>> {
  placement?: string;
  lineItem: string;
  timestamp: string;
  since: number;
  state?: 'waiting' | 'delivered' | 'stopped';
}

/** At first a report did not record where it was tried, nor since when; the time in its score is when it was made. */
export const knowingWhereAndSince: Migration = (doc) => {
  const reports = doc['reports'] as Pick<OlderReport, 'timestamp'>[];
  return {
    ...doc,
    reports: reports.map((report) => ({ lineItem: '', since: Date.parse(report.timestamp), ...report })),
  };
};

/** Merges the reports of each placement into one report for all columns of the activity. */
export const byResourceId: Migration = (doc) => {
  const older = doc['reports'] as OlderReport[];
  const { activity, kind } = doc as { activity: string; kind: string };
  return { ...doc, reports: older.length === 0 ? [] : [joined(older, { resourceId: activity, tag: kind })] };
};

function joined(older: OlderReport[], which: Pick<Report, 'resourceId' | 'tag'>): Report {
  const weightiest = weigh(older);
  const { timestamp } = weightiest;
  return {
    ...which,
    scoreGiven: 100,
    activityProgress: 'Completed',
    timestamp,
    since: weightiest.since,
    attempts: older.reduce((sum, { attempts = 0 }) => sum + attempts, 0),
    state: weightiest.state ?? 'waiting',
    cause: weightiest.cause ?? '',
    reason: '',
    settledAt: weightiest.settledAt ?? 0,
    dueAt: weightiest.dueAt ?? weightiest.since,
    columns: older.flatMap((report) => columnOf(report, timestamp)),
  };
}

/** The waiting report that is due first; else one given up; else one delivered. There is at least one. */
function weigh(older: OlderReport[]): OlderReport {
  const weightOf = ({ state = 'waiting' }: OlderReport) => ['waiting', 'stopped', 'delivered'].indexOf(state);
  const byWeight = (one: OlderReport, other: OlderReport) =>
    weightOf(one) - weightOf(other) || (one.dueAt ?? 0) - (other.dueAt ?? 0);
  const [first] = older.toSorted(byWeight);
  if (!first) throw new Error('There is no report to weigh.');
  return first;
}

/** A report that was not tried, or was tried at an unknown place, says nothing about a column. */
function columnOf(report: OlderReport, timestamp: string): ColumnResult[] {
  const { placement = '', lineItem, state = 'waiting', attempts = 0, cause = '', settledAt = 0, dueAt = 0 } = report;
  const isKnown = state === 'delivered' ? lineItem !== '' || placement !== '' : lineItem !== '';
  if (!isKnown) return [];
  const at = state === 'waiting' ? report.since : settledAt;
  const where = lineItem === '' ? { lineItem, placement } : { lineItem };
  return [{ ...where, timestamp, state, attempts, cause, at, dueAt }];
}
