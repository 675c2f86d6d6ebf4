/** What a score says (AGS 2.0, 3.4). It is always `FullyGraded`: anything else would take a grade away. */
export interface Score {
  /** Of 100. */
  scoreGiven: number;
  activityProgress: 'Completed' | 'InProgress';
  /** What the score carries, however often it is tried: ISO 8601, whole seconds, UTC; rises for one person and column. */
  timestamp: string;
}

/** One score that one column of the LMS is to be told. */
export interface ScoreReport extends Score {
  /** Id of the platform's registration. */
  platform: string;
  /** AGS line item; empty where it is to be found, or made, for `resourceLink`. */
  lineItem: string;
  /** AGS line item container of the room; empty where no launch gave one. */
  lineItems: string;
  /** The placement that a column may be made for; empty where none may. */
  resourceLink: string;
  /** AGS `resourceId` and `tag` of the line item (contract). */
  resourceId: string;
  tag: string;
  /** The platform's own user id. */
  subject: string;
  /** Empty where the platform withholds it. What the platform says of a refusal is cleaned of it. */
  name: string;
  /** When it was put in the queue, the last time, in milliseconds since 1970: giving up is counted from here. */
  since: number;
  /** How many deliveries to this column have been tried before this one. */
  attempts: number;
  /** Line items that have been told already: none is told twice. */
  told: string[];
}

/**
 * How a delivery ended. `cause` is a stable code such as `http-503`, never free text; `reason` is what the platform said,
 * cleaned; `at` is when to try next, in whole milliseconds since 1970.
 * `postponed`: it was not tried, since the platform is known to be away; it does not count as an attempt.
 * `columnless`: there is no column that could be told.
 */
export type Outcome =
  | { kind: 'delivered'; cause?: string }
  | { kind: 'retry'; at: number; cause: string; reason?: string }
  | { kind: 'postponed'; at: number; cause: string }
  | { kind: 'stopped'; cause: string; reason?: string }
  | { kind: 'columnless'; cause: string };

export interface ClaimedReport {
  report: ScoreReport;
  /**
   * Records the outcome durably. Does nothing where the claim has been lost to another worker in the meantime.
   * @param lineItem where the score went or is to go; empty where that is not known yet.
   */
  settle(outcome: Outcome, lineItem?: string): Promise<void>;
}

/** The durable queue of scores: of one person and `resourceId` there is one at a time. */
export interface ReportQueue {
  /** The most overdue report, held for `leaseMs`; undefined where nothing is due. */
  claim(leaseMs: number): Promise<ClaimedReport | undefined>;
}
