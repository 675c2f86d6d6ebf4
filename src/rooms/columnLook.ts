/** A column of a room's gradebook, as the platform lists it. */
export interface ListedColumn {
  /** Address of the line item. */
  lineItem: string;
  /** AGS `resourceId`; empty if it has none. */
  resourceId: string;
}

/** The result of a look at a room's line item container. `at` is when to try next, in milliseconds since 1970. */
export type Look = { kind: 'seen'; columns: ListedColumn[] } | { kind: 'failed'; cause: string; at: number };

export interface ClaimedLook {
  /** Id of the platform's registration. */
  platform: string;
  /** AGS line item container. */
  lineItems: string;
  /** How many looks have failed since the last successful one. */
  failures: number;
  settle(look: Look): Promise<void>;
}

/** Rooms whose line item container must be looked at: one look for everyone in a room, across all processes. */
export interface LookQueue {
  claim(leaseMs: number): Promise<ClaimedLook | undefined>;
}
