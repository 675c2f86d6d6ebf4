import type { ActivityKind, Answers } from '../domain/answers.ts';
import type { CollectionSchema, Migration } from '../store/port.ts';
import type { Score } from './report.ts';
import type { Agreements } from './agreements.ts';
import { byResourceId, knowingWhereAndSince } from './olderReports.ts';

/** Whose answers, to what: one response document per room, person and activity. */
export interface ResponseKey {
  room: string;
  person: string;
  activity: string;
}

/** How one column has been told of a report. */
export interface ColumnResult {
  /** Address of the line item; empty as long as it is to be found or made. */
  lineItem: string;
  /** In documents from before columns were known by room: the placement whose line item it is, where that is not known. */
  placement?: string;
  /** Of the score that it was told last, or that it is to be told. */
  timestamp: string;
  /** `gone`: the LMS no longer has it. */
  state: 'waiting' | 'delivered' | 'stopped' | 'gone';
  attempts: number;
  cause: string;
  /** When this was noted, in milliseconds since 1970. */
  at: number;
  /** When a column that waits may be tried next, in milliseconds since 1970. */
  dueAt: number;
}

/**
 * What the LMS is to be told of a person: a score for every column of the room with this `resourceId`. A document has at
 * most one report for a `resourceId`; a newer score takes the place of an older one (docs/decisions/0023).
 */
export interface Report extends Score {
  /** AGS `resourceId` of its columns: an activity's id, or what the column is made up of. */
  resourceId: string;
  /** AGS `tag` of its columns. */
  tag: string;
  /** When it was put in the queue, the last time, in milliseconds since 1970. */
  since: number;
  /** How many deliveries have been tried, to all columns. */
  attempts: number;
  /** `columnless`: the room has no column for it; it waits for one. */
  state: 'waiting' | 'columnless' | 'delivered' | 'stopped';
  /** Stable code of the latest failure, or of what was odd in a delivery; empty where there was nothing. */
  cause: string;
  /** What the platform said when it refused, cleaned (`src/lti/scores/reason.ts`); empty where it said nothing. */
  reason: string;
  /** When it was delivered or stopped, in milliseconds since 1970; 0 while it waits. */
  settledAt: number;
  /** When it may be tried next, in milliseconds since 1970. */
  dueAt: number;
  columns: ColumnResult[];
}

/** A stored document that carries reports of one person, saved in one write with what they tell of. */
export interface ReportCarrier {
  room: string;
  person: string;
  reports: Report[];
  /** Queue field: when the next report is due, or until when a worker holds the document. */
  due: number;
}

/**
 * What a person has answered to an activity: their private draft, what the instructor may read, and what the LMS is to
 * be told. All in one document, so that an answer and the intent to report it are one durable write.
 * Times are in milliseconds since 1970; 0 means that it has not happened.
 */
export interface ActivityResponse extends ResponseKey, ReportCarrier {
  /** Random. */
  id: string;
  kind: ActivityKind;
  /** Version of the content that was answered last. */
  contentVersion: string;
  /** What the person sees and edits. Nobody else ever reads it. */
  draft: Answers;
  /** Per question: texts of another tab or device that `draft` does not hold, kept until the person removes them. */
  other: Record<string, string[]>;
  /** Per question: the page whose form wrote what `draft` holds. */
  writers: Record<string, string>;
  /** Per page, of the pages that saved last: its latest save that is in `draft`. */
  turns: Record<string, number>;
  /** By question: what was agreed to (consent), in which wording and when. */
  agreements: Agreements;
  /** What was sent last, which the instructor reads. */
  sent: Answers | null;
  /** Id of the step where the person left. */
  step: string;
  startedAt: number;
  savedAt: number;
  completedAt: number;
  lastSentAt: number;
}

export type ResponseIndex = 'room' | 'person' | 'activity' | 'due';

/** Before there were questions of consent nobody had agreed to anything. */
const knowingAgreements: Migration = (doc) => ({ agreements: {}, ...doc });

/** Before pages said when they sent a save, none could be late. */
export const knowingTurns: Migration = (doc) => ({ turns: {}, ...doc });

export const responseSchema: CollectionSchema<ActivityResponse, ResponseIndex> = {
  name: 'responses',
  indexes: [['room', 'activity'], ['room', 'person'], ['due']],
  encrypted: ['draft', 'other', 'sent'],
  queue: 'due',
  migrations: [knowingWhereAndSince, knowingAgreements, byResourceId, knowingTurns],
};
