import type { ActivityKind, Answers } from '../domain/answers.ts';
import type { CollectionSchema, Migration } from '../store/port.ts';
import type { Agreements } from './agreements.ts';
import { byResourceId, knowingWhereAndSince } from './olderReports.ts';
import type { ReportCarrier } from './reportRecord.ts';

/** Whose answers, and to what: one response document per room, person and activity. */
export interface ResponseKey {
  room: string;
  person: string;
  activity: string;
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
