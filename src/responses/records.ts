import type { ActivityKind, Answers } from '../domain/answers.ts';
import type { CollectionSchema, Migration } from '../store/port.ts';
import type { Score } from './report.ts';
import type { Agreements } from './agreements.ts';
import { byResourceId, knowingWhereAndSince } from './olderReports.ts';

/** Whose answers, and to what: one response document per room, person and activity. */
export interface ResponseKey {
  room: string;
  person: string;
  activity: string;
}

/** The result of sending a report to one column. */
export interface ColumnResult {
  /** Address of the line item; empty until it is found or made. */
  lineItem: string;
  /**
   * In documents from before columns were known by room: the placement whose line item it is, if the address is
   * unknown.
   */
  placement?: string;
  /** Of the score that was last sent to it, or that is to be sent. */
  timestamp: string;
  /** `gone`: the LMS no longer has it. */
  state: 'waiting' | 'delivered' | 'stopped' | 'gone';
  attempts: number;
  cause: string;
  /** When this was recorded, in milliseconds since 1970. */
  at: number;
  /** When a waiting column may be tried next, in milliseconds since 1970. */
  dueAt: number;
}

/**
 * What is to be reported to the LMS about a person: a score for every column of the room with this `resourceId`. A
 * document has at most one report for a `resourceId`; a newer score replaces an older one (docs/decisions/0023).
 */
export interface Report extends Score {
  /** AGS `resourceId` of its columns: an activity's id, or the id of a combined column. */
  resourceId: string;
  /** AGS `tag` of its columns. */
  tag: string;
  /** When it was last put in the queue, in milliseconds since 1970. */
  since: number;
  /** How many deliveries have been tried, over all columns. */
  attempts: number;
  /** `columnless`: the room has no column for it, and it waits for one. */
  state: 'waiting' | 'columnless' | 'delivered' | 'stopped';
  /** Stable code of the latest failure, or of something unusual in a delivery; empty if there was nothing. */
  cause: string;
  /** What the platform said when it refused, cleaned (`src/lti/scores/reason.ts`); empty if it said nothing. */
  reason: string;
  /** When it was delivered or stopped, in milliseconds since 1970; 0 while it waits. */
  settledAt: number;
  /** When it may be tried next, in milliseconds since 1970. */
  dueAt: number;
  columns: ColumnResult[];
}

/** A stored document that contains one person's reports, saved in one write together with what they report. */
export interface ReportCarrier {
  room: string;
  person: string;
  reports: Report[];
  /** Queue field: when the next report is due, or until when a worker has claimed the document. */
  due: number;
}

/**
 * A person's answers to an activity: their private draft, what the instructor may read, and what is to be reported to
 * the LMS. All of it is one document, so that an answer and the intent to report it are one durable write. Times are in
 * milliseconds since 1970; 0 means that it has not happened.
 */
export interface ActivityResponse extends ResponseKey, ReportCarrier {
  /** Random. */
  id: string;
  kind: ActivityKind;
  /** Version of the content that was last answered: of the draft. */
  contentVersion: string;
  /** Version of the content that `sent` answers; absent while that is `contentVersion`. */
  sentVersion?: string;
  /** What the person sees and edits. Nobody else ever reads it. */
  draft: Answers;
  /**
   * By question: texts from another tab or device that `draft` does not contain, kept until the person removes them.
   */
  other: Record<string, string[]>;
  /** By question: the page whose form wrote the answer in `draft`. */
  writers: Record<string, string>;
  /** For each of the pages that saved last: its latest save contained in `draft`. */
  turns: Record<string, number>;
  /** By question: which wording the person consented to, and when. */
  agreements: Agreements;
  /** What was last sent; the instructor reads this. */
  sent: Answers | null;
  /** Id of the step where the person left off. */
  step: string;
  startedAt: number;
  savedAt: number;
  completedAt: number;
  lastSentAt: number;
}

/** Which version of the content someone's sent answers are answers to. */
export function versionSent({ contentVersion, sentVersion }: Pick<ActivityResponse, 'contentVersion' | 'sentVersion'>) {
  return sentVersion ?? contentVersion;
}

export type ResponseIndex = 'room' | 'person' | 'activity' | 'due';

/** Before there were consent questions, nobody had agreed to anything. */
const knowingAgreements: Migration = (doc) => ({ agreements: {}, ...doc });

/** Before pages sent the time of a save, no save could be late. */
export const knowingTurns: Migration = (doc) => ({ turns: {}, ...doc });

export const responseSchema: CollectionSchema<ActivityResponse, ResponseIndex> = {
  name: 'responses',
  indexes: [['room', 'activity'], ['room', 'person'], ['due']],
  keyBegins: 'room',
  encrypted: ['draft', 'other', 'sent'],
  queue: 'due',
  migrations: [knowingWhereAndSince, knowingAgreements, byResourceId, knowingTurns],
};
