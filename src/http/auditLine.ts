import type { Role } from '../domain/viewer.ts';

/**
 * What of someone's own was read: answers to an activity, a handleplan, an exchange of replies, all in a copy, or a file with
 * the sums that their answers to surveys are counted in.
 */
type ReadKind = 'answers' | 'plans' | 'replies' | 'copy' | 'figures';

/** A line of the audit log: someone of the staff was shown what these people have written. It holds none of the words. */
export interface AuditLine {
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

/** Takes the lines of the audit log. */
export interface AuditNotes {
  /** Resolves when the line is durable: only then may the words be shown. */
  note(line: Omit<AuditLine, 'at'>): Promise<void>;
}
