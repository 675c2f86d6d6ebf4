import type { DeliveryOutcome } from './report.ts';
import { dueOf, notBefore, resultAt } from './reports.ts';
import type { ColumnResult, Report, ReportCarrier } from './reportRecord.ts';

/** The result of a try. */
export interface Tried {
  outcome: DeliveryOutcome;
  /** Where it was tried; empty if no column was known. */
  lineItem: string;
  /** All columns that it may go to. */
  columns: string[];
  now: number;
}

/** The document after a delivery: released, and with the result recorded. */
export function settleReport<Carrier extends ReportCarrier>(carrier: Carrier, tried: Report, result: Tried): Carrier {
  const reports = carrier.reports.map((report) =>
    report.resourceId === tried.resourceId ? unlessNews(report, tried, (one) => settled(one, tried, result)) : report,
  );
  return { ...carrier, reports, due: dueOf(reports) };
}

/** The report as `change` returns it; due again if news of it came while it was in hand. */
export function unlessNews(report: Report, tried: Report, change: (report: Report) => Report): Report {
  const next = change(report);
  if (report.since === tried.since) return next;
  return { ...next, state: 'waiting', settledAt: 0, since: report.since, dueAt: report.dueAt };
}

function settled(report: Report, tried: Report, result: Tried): Report {
  const { outcome, now } = result;
  const isSame = report.timestamp === tried.timestamp;
  if (outcome.kind === 'postponed') return isSame ? { ...report, ...postponedTo(report, outcome) } : report;
  if (outcome.kind === 'columnless') return isSame ? columnless(report, outcome.cause, now) : report;
  const noted = withResult(report, tried, { ...result, outcome });
  const said = { cause: outcome.cause ?? '', reason: outcome.kind === 'delivered' ? '' : (outcome.reason ?? '') };
  return concluded({ ...noted, ...(isSame && said) }, { columns: [...result.columns, result.lineItem], now });
}

type Told = Extract<DeliveryOutcome, { kind: 'delivered' | 'retry' | 'stopped' }>;

function withResult(
  report: Report,
  { timestamp }: Report,
  { outcome, lineItem, now }: Tried & { outcome: Told },
): Report {
  const { cause = '' } = outcome;
  const attempts = (resultAt(report, lineItem)?.attempts ?? 0) + 1;
  const dueAt = outcome.kind === 'retry' ? outcome.at : 0;
  const noted: ColumnResult = { lineItem, timestamp, state: stateAfter(outcome), attempts, cause, at: now, dueAt };
  const others = report.columns.filter((one) => one.lineItem !== lineItem && (one.lineItem !== '' || one.placement));
  return { ...report, columns: [...others, noted], attempts: report.attempts + 1 };
}

const GONE = /^http-(404|410)$/;
/** Whether the LMS no longer has the column. */
export function isGone(outcome: DeliveryOutcome): boolean {
  return outcome.kind === 'stopped' && GONE.test(outcome.cause);
}

function stateAfter(outcome: Told): ColumnResult['state'] {
  if (isGone(outcome)) return 'gone';
  return outcome.kind === 'retry' ? 'waiting' : outcome.kind;
}

function postponedTo(report: Report, { at, cause }: { at: number; cause: string }) {
  return {
    cause: cause || report.cause,
    dueAt: at,
  };
}

/** A look at the room's gradebook finds new columns; this is the fallback if one is missed. */
const COLUMNLESS = 24 * 3_600_000;

function columnless(report: Report, cause: string, now: number): Report {
  return {
    ...report,
    state: 'columnless',
    cause,
    reason: '',
    settledAt: 0,
    dueAt: now + COLUMNLESS,
  };
}

/** The state of the whole report, derived from the result for each of its columns. */
export function concluded(report: Report, { columns, now }: { columns: string[]; now: number }): Report {
  const isUntold = (lineItem: string) => (resultAt(report, lineItem)?.state ?? 'waiting') === 'waiting';
  const untold = columns.filter(isUntold);
  const earliest = Math.min(...untold.map((column) => resultAt(report, column)?.dueAt ?? now));
  if (untold.length > 0) return { ...report, state: 'waiting', dueAt: notBefore(earliest, report.timestamp) };
  const results = report.columns.filter(({ state, timestamp }) => state === 'gone' || timestamp === report.timestamp);
  const stopped = results.find(({ state }) => state === 'stopped');
  const delivered = results.filter(({ state }) => state === 'delivered');
  if (stopped) return { ...report, state: 'stopped', cause: stopped.cause, settledAt: stopped.at };
  const last = delivered.sort((one, other) => other.at - one.at)[0];
  if (!last) return columnless(report, 'no-column', now);
  return { ...report, state: 'delivered', cause: last.cause, reason: '', settledAt: last.at };
}

/** The report given up as a whole, whatever its columns. */
export function stoppedFor(report: Report, cause: string, now: number): Report {
  return {
    ...report,
    state: 'stopped',
    cause,
    settledAt: now,
  };
}
