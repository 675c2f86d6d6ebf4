/** The contents of a score (AGS 2.0, 3.4). It is always `FullyGraded`: anything else would take a grade away. */
export interface Score {
  /** Out of 100. */
  scoreGiven: number;
  activityProgress: 'Completed' | 'InProgress';
  /**
   * The timestamp of the score, the same for every try: ISO 8601, whole seconds, UTC; it increases for each person and
   * column.
   */
  timestamp: string;
}

/** One score for one column of the LMS. */
export interface ScoreReport extends Score {
  /** Id of the platform's registration. */
  platform: string;
  /** AGS line item; empty if it must be found or made for `resourceLink`. */
  lineItem: string;
  /** AGS line item container of the room; empty if no launch gave one. */
  lineItems: string;
  /** The placement that a column may be made for; empty if none may be made. */
  resourceLink: string;
  /** AGS `resourceId` and `tag` of the line item (contract). */
  resourceId: string;
  tag: string;
  /** The platform's own user id. */
  subject: string;
  /** Empty if the platform withholds it. It is removed from what the platform says about a refusal. */
  name: string;
  /** When it was last put in the queue, in milliseconds since 1970: the time until giving up is counted from here. */
  since: number;
  /** How many deliveries to this column were tried before this one. */
  attempts: number;
  /** Line items that already have the score; it is not sent to these again. */
  told: string[];
}

/**
 * How a delivery ended. `cause` is a stable code such as `http-503`, never free text; `reason` is what the platform
 * said, cleaned; `at` is when to try next, in whole milliseconds since 1970. `postponed`: it was not tried, since the
 * platform is known to be down; this does not count as an attempt. `columnless`: there is no column for the score.
 */
export type DeliveryOutcome =
  | { kind: 'delivered'; cause?: string }
  | { kind: 'retry'; at: number; cause: string; reason?: string }
  | { kind: 'postponed'; at: number; cause: string }
  | { kind: 'stopped'; cause: string; reason?: string }
  | { kind: 'columnless'; cause: string };

export interface ClaimedReport {
  report: ScoreReport;
  /**
   * Records the outcome durably. Does nothing if another worker has taken over the claim in the meantime.
   * @param lineItem where the score went or is to go; empty if not known yet
   */
  settle(outcome: DeliveryOutcome, lineItem?: string): Promise<void>;
  /** Holds it for so many milliseconds from now; nothing where another worker has taken it over. */
  renew(leaseMs: number): Promise<void>;
}

/** The durable queue of scores; at most one score of a person and `resourceId` is in hand at a time. */
export interface ReportQueue {
  /** Returns the most overdue report, claimed for `leaseMs`; undefined if nothing is due. */
  claim(leaseMs: number): Promise<ClaimedReport | undefined>;
}
