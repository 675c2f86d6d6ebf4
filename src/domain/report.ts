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
  /** When it was completed: ISO 8601, whole seconds, UTC; rises for each new report on a line item and person. */
  timestamp: string;
  /** How many deliveries have been tried before this one. */
  attempts: number;
}

/** How a delivery ended. `cause` is a stable code such as `http-503`, never free text. */
export type Outcome =
  { kind: 'delivered' } | { kind: 'retry'; at: number; cause: string } | { kind: 'stopped'; cause: string };

export interface ClaimedReport {
  report: ScoreReport;
  /** Records the outcome durably. Does nothing where the claim has been lost to another worker in the meantime. */
  settle(outcome: Outcome): Promise<void>;
}

/** The durable queue of scores: reports of one person and activity come one at a time, the oldest first. */
export interface ReportQueue {
  /** The most overdue report, held for `leaseMs`; undefined where nothing is due. */
  claim(leaseMs: number): Promise<ClaimedReport | undefined>;
}
