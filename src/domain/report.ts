/** One score that the LMS is to be told: this person has completed this activity, placed here. */
export interface ScoreReport {
  /** Id of the platform's registration. */
  platform: string;
  /** AGS line item of the placement; empty where the launch gave none. */
  lineItem: string;
  /** AGS line item container; empty where the launch gave none. */
  lineItems: string;
  resourceLink: string;
  /** AGS `resourceId` and `tag` of the line item (contract). */
  activity: string;
  kind: string;
  /** The platform's own user id. */
  subject: string;
  /** When it was completed: ISO 8601, whole seconds, UTC; rises for each new report of a person and activity. */
  timestamp: string;
  /** When it was put in the queue, the last time, in milliseconds since 1970: giving up is counted from here. */
  since: number;
  /** How many deliveries have been tried before this one. */
  attempts: number;
  /** Line items that other reports of this person and activity go to: none is told twice. */
  told: string[];
}

/**
 * How a delivery ended. `cause` is a stable code such as `http-503`, never free text; `at` is when to try next, in whole
 * milliseconds since 1970.
 * `postponed`: it was not tried, since the platform is known to be away; it does not count as an attempt.
 */
export type Outcome =
  | { kind: 'delivered'; cause?: string }
  | { kind: 'retry'; at: number; cause: string }
  | { kind: 'postponed'; at: number; cause: string }
  | { kind: 'stopped'; cause: string };

export interface ClaimedReport {
  report: ScoreReport;
  /**
   * Records the outcome durably. Does nothing where the claim has been lost to another worker in the meantime.
   * @param lineItem where the score went or is to go; empty where that is not known yet.
   */
  settle(outcome: Outcome, lineItem?: string): Promise<void>;
}

/** The durable queue of scores: reports of one person and activity come one at a time, the oldest first. */
export interface ReportQueue {
  /** The most overdue report, held for `leaseMs`; undefined where nothing is due. */
  claim(leaseMs: number): Promise<ClaimedReport | undefined>;
}
