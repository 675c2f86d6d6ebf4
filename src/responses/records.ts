import type { ActivityKind, Answers } from '../domain/answers.ts';
import type { CollectionSchema, Migration } from '../store/port.ts';
import type { Agreements } from './agreements.ts';

/** Whose answers, to what: one response document per room, person and activity. */
export interface ResponseKey {
  room: string;
  person: string;
  activity: string;
}

/** The intent to tell the LMS, through one placement, that the person has completed the activity. */
export interface Report {
  placement: string;
  /** Address of the line item that it was tried at; empty until then, and where another report tells that line item. */
  lineItem: string;
  /** What the score carries, however often it is tried: ISO 8601, whole seconds, UTC; no two of a document have the same. */
  timestamp: string;
  /** When it was put in the queue, the last time, in milliseconds since 1970. */
  since: number;
  attempts: number;
  state: 'waiting' | 'delivered' | 'stopped';
  /** Stable code of the latest failure, or of what was odd in a delivery; empty where there was nothing. */
  cause: string;
  /** When it was delivered or stopped, in milliseconds since 1970; 0 while it waits. */
  settledAt: number;
  /** When it may be tried next, in milliseconds since 1970. */
  dueAt: number;
}

/**
 * What a person has answered to an activity: their private draft, what the instructor may read, and what the LMS is to
 * be told. All in one document, so that an answer and the intent to report it are one durable write.
 * Times are in milliseconds since 1970; 0 means that it has not happened.
 */
export interface ActivityResponse extends ResponseKey {
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
  reports: Report[];
  /** Queue field: when the next report is due, or until when a worker holds the document. */
  due: number;
}

export type ResponseIndex = 'room' | 'person' | 'activity' | 'due';

/** At first a report did not say where it was tried at, nor since when: its time in the score is when it was made. */
const knowingWhereAndSince: Migration = (doc) => {
  const reports = doc['reports'] as Pick<Report, 'timestamp'>[];
  return {
    ...doc,
    reports: reports.map((report) => ({ lineItem: '', since: Date.parse(report.timestamp), ...report })),
  };
};

/** Before there were questions of consent nobody had agreed to anything. */
const knowingAgreements: Migration = (doc) => ({ agreements: {}, ...doc });

export const responseSchema: CollectionSchema<ActivityResponse, ResponseIndex> = {
  name: 'responses',
  indexes: [['room', 'activity'], ['room', 'person'], ['due']],
  encrypted: ['draft', 'other', 'sent'],
  queue: 'due',
  migrations: [knowingWhereAndSince, knowingAgreements],
};
