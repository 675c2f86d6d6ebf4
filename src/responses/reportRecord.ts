import type { Score } from './report.ts';

/** The result of sending a report to one column. */
export interface ColumnResult {
  /** Address of the line item; empty until it is found or made. */
  lineItem: string;
  /**
   * In documents from before columns were known by room: the placement whose line item it is, if the address is
   * unknown.
   */
  placement?: string;
  /** Of the score that was last sent to it, or that is to be sent. */
  timestamp: string;
  /** `gone`: the LMS no longer has it. */
  state: 'waiting' | 'delivered' | 'stopped' | 'gone';
  attempts: number;
  cause: string;
  /** When this was recorded, in milliseconds since 1970. */
  at: number;
  /** When a waiting column may be tried next, in milliseconds since 1970. */
  dueAt: number;
}

/**
 * What is to be reported to the LMS about a person: a score for every column of the room with this `resourceId`. A
 * document has at most one report for a `resourceId`; a newer score replaces an older one (docs/decisions/0023).
 */
export interface Report extends Score {
  /** AGS `resourceId` of its columns: an activity's id, or the id of a combined column. */
  resourceId: string;
  /** AGS `tag` of its columns. */
  tag: string;
  /** When it was last put in the queue, in milliseconds since 1970. */
  since: number;
  /** How many deliveries have been tried, over all columns. */
  attempts: number;
  /** `columnless`: the room has no column for it, and it waits for one. */
  state: 'waiting' | 'columnless' | 'delivered' | 'stopped';
  /** Stable code of the latest failure, or of something unusual in a delivery; empty if there was nothing. */
  cause: string;
  /** What the platform said when it refused, cleaned (`src/lti/scores/reason.ts`); empty if it said nothing. */
  reason: string;
  /** When it was delivered or stopped, in milliseconds since 1970; 0 while it waits. */
  settledAt: number;
  /** When it may be tried next, in milliseconds since 1970. */
  dueAt: number;
  columns: ColumnResult[];
}

/** A stored document that contains one person's reports, saved in one write together with what they report. */
export interface ReportCarrier {
  room: string;
  person: string;
  reports: Report[];
  /** Queue field: when the next report is due, or until when a worker has claimed the document. */
  due: number;
}
