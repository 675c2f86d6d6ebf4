import type { Role } from '../domain/viewer.ts';

/**
 * What was read of someone's data: answers to an activity, a handleplan, an exchange of replies, everything in a copy,
 * or a file with sums that include their survey answers. `message` shows none of their words: a message was sent to
 * them because they had not begun or had been away. `attendance`: it was noted whether they came to a webinar.
 * `statement`: a statement for the municipality was made, with whether they came, prepared and completed.
 * `statementRead`: its coordinator read it. `rows`: an evaluator took their survey answers without a name.
 */
type ReadKind =
  | 'answers'
  | 'plans'
  | 'replies'
  | 'copy'
  | 'figures'
  | 'message'
  | 'attendance'
  | 'statement'
  | 'statementRead'
  | 'rows';

/** A line of the audit log: a staff member was shown what these people have written. It contains none of the words. */
export interface AuditLine {
  room: string;
  /**
   * Id of the person who read, and their role in the room at that time; empty for an operator, evaluator or
   * coordinator, who is not in any room.
   */
  reader: string;
  role: Role | 'operator' | 'evaluator' | 'coordinator';
  kind: ReadKind;
  /** Activity id; empty if it belongs to none. */
  activity: string;
  /** Ids of those whose words were shown. */
  whose: string[];
  /** Milliseconds since 1970. */
  at: number;
}

/** Receives the lines of the audit log. */
export interface AuditNotes {
  /** Resolves when the line is durable: only then may the words be shown. */
  note(line: Omit<AuditLine, 'at'>): Promise<void>;
}
