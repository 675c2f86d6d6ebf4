import { randomBytes } from 'node:crypto';
import type { ActivityKind, Answers } from '../domain/answers.ts';
import type { Clock } from '../domain/clock.ts';
import type { ReportQueue } from './report.ts';
import { findAll, findAllWithout } from '../store/findAll.ts';
import { NEVER, type Collection, type Store } from '../store/port.ts';
import { upsert } from '../store/update.ts';
import { noteAgreements } from './agreements.ts';
import { mergeDraft, type DroppedText, type FieldChange } from './merge.ts';
import { createReportQueue, type NoteEnded, type ReportRooms } from './queue.ts';
import { changeIn, rearm } from './rearm.ts';
import { responseSchema, versionSent, type ActivityResponse, type ResponseIndex, type ResponseKey } from './records.ts';
import { changeReports, retried, withScore } from './reports.ts';
import type { Report } from './reportRecord.ts';

export { versionSent } from './records.ts';
export type { ActivityResponse, ResponseKey } from './records.ts';
export type { Report } from './reportRecord.ts';
export type { ReportRooms } from './queue.ts';

/** A response as people other than its owner may see it: never with the draft. */
export type ResponseRecord = Omit<ActivityResponse, 'draft' | 'other' | 'writers' | 'turns'>;

/** The same without anything that the person has answered: how far they are, and what is reported. */
export type SealedResponse = Omit<ResponseRecord, 'sent'>;

/** Whether it was sent, which is known without opening the sent answers. */
export function isSent({ completedAt }: Pick<ActivityResponse, 'completedAt'>): boolean {
  return completedAt > 0;
}

/** What a posted form changes. */
export interface DraftChange {
  kind: ActivityKind;
  contentVersion: string;
  /** Id of the step where the person is afterwards; may depend on the answers after the change. */
  step: string | ((draft: Answers) => string);
  fields: FieldChange[];
  dropped: DroppedText[];
  /** The part of the stored draft, from this version of the content, that still holds; default: all of it. */
  stillHolds?: (draft: Answers, contentVersion: string) => Answers;
  /** The part of the draft that may be stored, given what was sent before; default: all of it. */
  storable?: (draft: Answers, sent: Answers | null) => Answers;
  /** The part of the draft that is kept when it is sent; default: all of it. */
  sendable?: (draft: Answers) => Answers;
  /** The part of the draft that others may read after sending; default: all of it. */
  share?: (draft: Answers, sentBefore: Answers | null) => Answers;
  /** What others may still read of the earlier sent answers after this save; default: all of it. */
  withdraw?: (draft: Answers, sent: Answers) => Answers;
}

interface AnswerCounts {
  people: number;
  byQuestion: Map<string, number>;
}

/** People's answers: drafts, what was sent, and what is to be reported to the LMS. */
export interface Responses {
  /** The person's own response. */
  get(of: ResponseKey): Promise<ActivityResponse | undefined>;
  /** All of a person's own responses in a room. */
  ofPerson(room: string, person: string): Promise<ActivityResponse[]>;
  /** Everyone's responses to an activity in a room, without their drafts. */
  list(room: string, activity: string): Promise<ResponseRecord[]>;
  /** The same without opening any answer, which is faster and leaves less plain text in memory. */
  listSealed(room: string, activity: string): Promise<SealedResponse[]>;
  /** How many have answered an activity in a room, begun or sent: numbers alone, in all and by question. */
  countAnswers(room: string, activity: string): Promise<AnswerCounts>;
  /** Merges a form into the draft; begins the response if there is none. */
  saveDraft(of: ResponseKey, change: DraftChange): Promise<ActivityResponse>;
  /**
   * Merges a form into the draft and sends it, if `isComplete` allows: one write holds the answers and the intent to
   * report. The first sending completes the activity; later ones report nothing new.
   */
  send(
    of: ResponseKey,
    change: DraftChange,
    isComplete: (draft: Answers) => boolean,
  ): Promise<{ response: ActivityResponse; sent: boolean }>;
  /**
   * Call this at a launch: makes sure that a completed activity has its report, and retries a report that was given up.
   * Returns what the person has answered so far.
   */
  ensureReports(of: ResponseKey): Promise<ActivityResponse | undefined>;
  /**
   * Call this on a person's request: reports that were given up, wait after a failure, or have no column are tried at
   * once. Nothing already delivered is sent again. Returns false if there was nothing to do.
   */
  retryReports(of: ResponseKey): Promise<boolean>;
  /**
   * Call this when a room's gradebook has news for these activities (default: all): reports that wait for a column, or
   * have not been sent to all columns, become due. Activities that were completed before reports existed get one.
   */
  columnsAppeared(room: string, activities?: string[]): Promise<void>;
  /**
   * Calls the listener when a person has completed an activity, at least once, until the listener has succeeded once.
   */
  onCompletion(listener: (of: ResponseKey) => Promise<void>): void;
  queue: ReportQueue;
  /** Calls the listener when a report may have been added, so that a worker need not wait for its next check. */
  onReport(listener: () => void): void;
}

interface Deps {
  clock: Clock;
  rooms: ReportRooms;
  /** Called with the result of each delivery. */
  ended?: NoteEnded;
}

export async function createResponses(store: Store, deps: Deps): Promise<Responses> {
  const collection = await store.collection(responseSchema);
  const listeners: (() => void)[] = [];
  const tell = () => listeners.forEach((listener) => listener());
  const save = saving(collection, deps.clock);
  return {
    get: async (of) => (await collection.get(keyOf(of)))?.doc,
    ofPerson: (room, person) => findAll(collection, { room, person }),
    list: async (room, activity) =>
      (await findAllWithout(collection, { room, activity }, ['draft', 'other'])).map(withoutWriters),
    listSealed: async (room, activity) =>
      (await findAllWithout(collection, { room, activity }, ['draft', 'other', 'sent'])).map(withoutWriters),
    countAnswers: async (room, activity) => counted(await findAll(collection, { room, activity })),
    saveDraft: (of, draft) => save(of, draft, (merged) => merged),
    send: async (of, draft, isComplete) => {
      const { promised: hasColumn } = await deps.rooms.gradebooks.targets(of.room, of.activity);
      let sent = false;
      const response = await save(of, draft, (merged) => {
        sent = isComplete(merged.draft);
        if (!sent) return merged;
        const now = deps.clock();
        return withOwnReport(asSent(merged, draft, now), { now, hasColumn });
      });
      tell();
      return { response, sent };
    },
    ...reporting(collection, deps, tell),
    onReport: (listener) => void listeners.push(listener),
  };
}

type Reporting = Pick<Responses, 'ensureReports' | 'retryReports' | 'columnsAppeared' | 'onCompletion' | 'queue'>;

/** The reporting of responses to the LMS. */
function reporting(
  collection: Collection<ActivityResponse, ResponseIndex>,
  { clock, rooms, ended = () => Promise.resolve() }: Deps,
  tell: () => void,
): Reporting {
  const completions: ((of: ResponseKey) => Promise<void>)[] = [];
  const repair = (response: ActivityResponse) => withOwnReport(response, { now: clock(), hasColumn: false });
  const change = async (of: ResponseKey, next: (report: Report) => Report) => {
    const changed = await changeIn(collection, keyOf(of), (response) => changeReports(repair(response), next));
    if (changed.isChanged) tell();
    return changed;
  };
  const first = async ({ room, person, activity }: ResponseKey): Promise<void> => {
    for (const completed of completions) await completed({ room, person, activity });
  };
  return {
    ensureReports: async (of) =>
      (await change(of, (report) => (report.state === 'stopped' ? retried(report, clock()) : report))).carrier,
    retryReports: async (of) => (await change(of, (report) => retried(report, clock()))).isChanged,
    columnsAppeared: async (room, activities) => {
      const find = activities?.map((activity) => ({ activity })) ?? [{}];
      const news = { room, find, all: activities === undefined };
      if (await rearm({ collection, gradebooks: rooms.gradebooks, repair, now: clock() }, news)) tell();
    },
    onCompletion: (listener) => void completions.push(listener),
    queue: createReportQueue({ collection, rooms, clock, ended, first }),
  };
}

/**
 * Any other id cannot be an activity that a course room contains, for example an instructor's own plan for the class.
 */
const CAN_BE_PLACED = /^[a-z0-9-]+$/;

/** Adds the report to a completed activity, in the same write that completes it. */
function withOwnReport(response: ActivityResponse, given: { now: number; hasColumn: boolean }): ActivityResponse {
  const { activity: resourceId, kind: tag, completedAt: earnedAt } = response;
  if (earnedAt === 0 || !CAN_BE_PLACED.test(resourceId)) return response;
  if (response.reports.some((report) => report.resourceId === resourceId)) return response;
  return withScore(response, { resourceId, tag, earnedAt, scoreGiven: 100, activityProgress: 'Completed' }, given);
}

/**
 * Whether the completion was or will be reported to the LMS, as far as is known: false while the LMS has no column for
 * it, or if the LMS has refused us.
 */
export function isReported({ reports }: ActivityResponse): boolean {
  return reports.some(({ state, cause }) => state === 'delivered' || (state === 'waiting' && !REFUSED.test(cause)));
}

const REFUSED = /-(400|401|403)$/;

/** Merges a form into the document, which is made if there is none, and applies `then` in the same write. */
function saving(collection: Collection<ActivityResponse, ResponseIndex>, clock: Clock) {
  return async (of: ResponseKey, change: DraftChange, then: (merged: ActivityResponse) => ActivityResponse) => {
    const stored = await upsert(collection, keyOf(of), {
      first: () => begin(of, change, clock()),
      change: (response) => then(merge(response, change, clock())),
    });
    return stored.doc;
  };
}

/** Ids contain no slash, so the three parts make an unambiguous key. */
function keyOf({ room, person, activity }: ResponseKey) {
  return [room, person, activity].join('/');
}

function begin(of: ResponseKey, change: DraftChange, now: number): ActivityResponse {
  return {
    room: of.room,
    person: of.person,
    activity: of.activity,
    id: randomBytes(16).toString('base64url'),
    kind: change.kind,
    contentVersion: change.contentVersion,
    draft: {},
    other: {},
    writers: {},
    turns: {},
    agreements: {},
    sent: null,
    step: '',
    startedAt: now,
    savedAt: now,
    completedAt: 0,
    lastSentAt: 0,
    reports: [],
    due: NEVER,
  };
}

function merge(response: ActivityResponse, change: DraftChange, now: number): ActivityResponse {
  const draft = change.stillHolds?.(response.draft, response.contentVersion) ?? response.draft;
  const all = mergeDraft({ ...response, draft }, change.fields, change.dropped);
  const merged = { ...all, draft: change.storable?.(all.draft, response.sent) ?? all.draft };
  return {
    ...response,
    ...merged,
    sent: response.sent && change.withdraw ? change.withdraw(merged.draft, response.sent) : response.sent,
    agreements: noteAgreements(response.agreements, { fields: change.fields, draft: merged.draft, now }),
    contentVersion: change.contentVersion,
    ...sentVersionOf(response, change),
    step: typeof change.step === 'string' ? change.step : change.step(merged.draft),
    savedAt: now,
  };
}

/** Keeps the content version of the sent answers when the draft moves on to a newer one. */
function sentVersionOf(response: ActivityResponse, { contentVersion }: DraftChange): { sentVersion?: string } {
  if (!response.sent) return {};
  const version = versionSent(response);
  return version === contentVersion ? {} : { sentVersion: version };
}

/** The response with its current draft sent. */
function asSent(
  { sentVersion: _sentVersion, ...merged }: ActivityResponse,
  { sendable, share }: DraftChange,
  now: number,
): ActivityResponse {
  const answers = sendable?.(merged.draft) ?? merged.draft;
  const sent = share ? share(answers, merged.sent) : answers;
  return { ...merged, draft: answers, sent, completedAt: merged.completedAt || now, lastSentAt: now };
}

function counted(responses: readonly ActivityResponse[]): AnswerCounts {
  const byQuestion = new Map<string, number>();
  for (const { draft, sent } of responses) {
    const given = [...Object.entries(draft), ...Object.entries(sent ?? {})].filter(([, { length }]) => length > 0);
    for (const question of new Set(given.map(([id]) => id)))
      byQuestion.set(question, (byQuestion.get(question) ?? 0) + 1);
  }
  return { people: responses.length, byQuestion };
}

function withoutWriters<Read extends Pick<ActivityResponse, 'writers' | 'turns'>>({
  writers: _writers,
  turns: _turns,
  ...shared
}: Read) {
  return shared;
}
