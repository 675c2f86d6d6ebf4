import type { Role } from './viewer.ts';

/**
 * What of someone's own was read: answers to an activity, a handleplan, an exchange of replies, all in a copy, or a file with
 * the sums that their answers to surveys are counted in.
 */
type ReadKind = 'answers' | 'plans' | 'replies' | 'copy' | 'figures';

/** One reading: someone of the staff was shown what these people have written. It holds none of the words. */
export interface Reading {
  room: string;
  /** Id of the person who read, and what they were in the room then; empty for an operator, who is in no room. */
  reader: string;
  role: Role | 'operator';
  kind: ReadKind;
  /** Activity id; empty where it belongs to none. */
  activity: string;
  /** Ids of those whose words were shown. */
  whose: string[];
  /** Milliseconds since 1970. */
  at: number;
}

export interface ReadingsPage {
  /** The newest first. */
  readings: Omit<Reading, 'whose'>[];
  /** Hand to `after` for older ones; undefined where there are none. */
  next: string | undefined;
}

/** The log of who has read what. */
export interface Readings {
  /** Resolves when the line is durable: only then may the words be shown. */
  note(reading: Omit<Reading, 'at'>): Promise<void>;
  /** Readings of this person's own words. @throws {BadCursor} where `after` is not a `next` */
  ofPerson(of: { room: string; person: string }, after?: string): Promise<ReadingsPage>;
}
