/** A column of a room's gradebook, as the platform lists it. */
export interface ListedColumn {
  /** Address of the line item. */
  lineItem: string;
  /** AGS `resourceId`; empty where it has none. */
  resourceId: string;
}

/** What came of a look at a room's line item container. `at` is when to try next, in milliseconds since 1970. */
export type Look = { kind: 'seen'; columns: ListedColumn[] } | { kind: 'failed'; cause: string; at: number };

export interface ClaimedLook {
  /** Id of the platform's registration. */
  platform: string;
  /** AGS line item container. */
  lineItems: string;
  /** How many looks have failed since one went well. */
  failures: number;
  settle(look: Look): Promise<void>;
}

/** Rooms whose line item container is to be looked at: one look for everyone in a room, of all processes. */
export interface LookQueue {
  claim(leaseMs: number): Promise<ClaimedLook | undefined>;
}
