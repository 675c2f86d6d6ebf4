import { randomBytes } from 'node:crypto';
import type { ActivityKind, Answers } from '../domain/answers.ts';
import type { Clock } from '../domain/clock.ts';
import type { ReportQueue } from './report.ts';
import { findAll } from '../store/findAll.ts';
import { NEVER, type Collection, type Store } from '../store/port.ts';
import { upsert } from '../store/update.ts';
import { noteAgreements } from './agreements.ts';
import { mergeDraft, type DroppedText, type FieldChange } from './merge.ts';
import { createReportQueue, type NoteEnded, type ReportRooms } from './queue.ts';
import { changeIn, rearm } from './rearm.ts';
import { responseSchema, type ActivityResponse, type Report, type ResponseIndex, type ResponseKey } from './records.ts';
import { changeReports, retried, withScore } from './reports.ts';

export type { ActivityResponse, Report, ResponseKey } from './records.ts';
export type { ReportRooms } from './queue.ts';

/** A response as others than the person may see it: a draft is never in it. */
export type ResponseRecord = Omit<ActivityResponse, 'draft' | 'other' | 'writers' | 'turns'>;

/** What one posted form changes. */
export interface DraftChange {
  kind: ActivityKind;
  contentVersion: string;
  /** Id of the step where the person is afterwards; may depend on what is answered then. */
  step: string | ((draft: Answers) => string);
  fields: FieldChange[];
  dropped: DroppedText[];
  /** What is kept of the draft when it is sent; all of it, where not given. */
  sendable?: (draft: Answers) => Answers;
  /** What others may read of the draft where it is sent; all of it where not given. */
  share?: (draft: Answers, sentBefore: Answers | null) => Answers;
  /** What others may still read of what was sent before, now that this is saved; all of it where not given. */
  withdraw?: (draft: Answers, sent: Answers) => Answers;
}

/** What people have answered: drafts, what was sent, and what the LMS is to be told of it. */
export interface Responses {
  /** The person's own response. */
  get(of: ResponseKey): Promise<ActivityResponse | undefined>;
  /** All of a person's own responses in a room. */
  ofPerson(room: string, person: string): Promise<ActivityResponse[]>;
  /** Everyone's responses to an activity in a room, without their drafts. */
  list(room: string, activity: string): Promise<ResponseRecord[]>;
  /** Merges a form into the draft; begins the response where there is none. */
  saveDraft(of: ResponseKey, change: DraftChange): Promise<ActivityResponse>;
  /**
   * Merges a form into the draft and, where `isComplete` says that the draft may be sent, sends it: one write holds the
   * answers and the intent to report. The first sending completes the activity; later ones report nothing new.
   */
  send(
    of: ResponseKey,
    change: DraftChange,
    isComplete: (draft: Answers) => boolean,
  ): Promise<{ response: ActivityResponse; sent: boolean }>;
  /** To be called at a launch: makes sure that a completed activity has its report, and retries a report that was given up. */
  ensureReports(of: ResponseKey): Promise<void>;
  /**
   * To be called when someone asks for it: what was given up, waits after a failure, or has no column, is tried at once.
   * Nothing that was delivered is told again. False where there was nothing to do.
   */
  retryReports(of: ResponseKey): Promise<boolean>;
  /**
   * A room's gradebook has news for these activities (all of them where not given): what waits for a column, or has not
   * been told to all of them, is due. What was completed before this was kept gets its report.
   */
  columnsAppeared(room: string, activities?: string[]): Promise<void>;
  /** Calls, at least once, when a person has completed an activity; until the listener has gone well once. */
  onCompletion(listener: (of: ResponseKey) => Promise<void>): void;
  queue: ReportQueue;
  /** Calls when a report may have been added, so that a worker need not wait for its next look. */
  onReport(listener: () => void): void;
}

interface Deps {
  clock: Clock;
  rooms: ReportRooms;
  /** Told how each delivery ended. */
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
    list: async (room, activity) => (await findAll(collection, { room, activity })).map(withoutDraft),
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

/** What the LMS is to be told of the responses. */
function reporting(
  collection: Collection<ActivityResponse, ResponseIndex>,
  { clock, rooms, ended = () => Promise.resolve() }: Deps,
  tell: () => void,
): Reporting {
  const completions: ((of: ResponseKey) => Promise<void>)[] = [];
  const repair = (response: ActivityResponse) => withOwnReport(response, { now: clock(), hasColumn: false });
  const change = async (of: ResponseKey, next: (report: Report) => Report): Promise<boolean> => {
    const isChanged = await changeIn(collection, keyOf(of), (response) => changeReports(repair(response), next));
    if (isChanged) tell();
    return isChanged;
  };
  const first = async ({ room, person, activity }: ResponseKey): Promise<void> => {
    for (const completed of completions) await completed({ room, person, activity });
  };
  return {
    ensureReports: async (of) => {
      await change(of, (report) => (report.state === 'stopped' ? retried(report, clock()) : report));
    },
    retryReports: (of) => change(of, (report) => retried(report, clock())),
    columnsAppeared: async (room, activities) => {
      const find = activities?.map((activity) => ({ activity })) ?? [{}];
      const news = { room, find, all: activities === undefined };
      if (await rearm({ collection, gradebooks: rooms.gradebooks, repair, now: clock() }, news)) tell();
    },
    onCompletion: (listener) => void completions.push(listener),
    queue: createReportQueue({ collection, rooms, clock, ended, first }),
  };
}

/** What has another id is no activity that a course room could have, such as an instructor's own plan for the class. */
const CAN_BE_PLACED = /^[a-z0-9-]+$/;

/** A completed activity has a report, from the write that completes it on. */
function withOwnReport(response: ActivityResponse, given: { now: number; hasColumn: boolean }): ActivityResponse {
  const { activity: resourceId, kind: tag, completedAt: earnedAt } = response;
  if (earnedAt === 0 || !CAN_BE_PLACED.test(resourceId)) return response;
  if (response.reports.some((report) => report.resourceId === resourceId)) return response;
  return withScore(response, { resourceId, tag, earnedAt, scoreGiven: 100, activityProgress: 'Completed' }, given);
}

/**
 * Whether the LMS is or will be told that it is completed, as far as is known: it is not, as long as it has no column for it,
 * nor where it has refused us.
 */
export function isReported({ reports }: ActivityResponse): boolean {
  return reports.some(({ state, cause }) => state === 'delivered' || (state === 'waiting' && !REFUSED.test(cause)));
}

const REFUSED = /-(400|401|403)$/;

/** Merges a form into the document, made where there is none, and does `then` in the same write. */
function saving(collection: Collection<ActivityResponse, ResponseIndex>, clock: Clock) {
  return async (of: ResponseKey, change: DraftChange, then: (merged: ActivityResponse) => ActivityResponse) => {
    const stored = await upsert(collection, keyOf(of), {
      first: () => begin(of, change, clock()),
      change: (response) => then(merge(response, change, clock())),
    });
    return stored.doc;
  };
}

/** Ids hold no slash, so that the three parts make one unambiguous key. */
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
  const merged = mergeDraft(response, change.fields, change.dropped);
  return {
    ...response,
    ...merged,
    sent: response.sent && change.withdraw ? change.withdraw(merged.draft, response.sent) : response.sent,
    agreements: noteAgreements(response.agreements, { fields: change.fields, draft: merged.draft, now }),
    contentVersion: change.contentVersion,
    step: typeof change.step === 'string' ? change.step : change.step(merged.draft),
    savedAt: now,
  };
}

/** The draft as it is sent now. */
function asSent(merged: ActivityResponse, { sendable, share }: DraftChange, now: number): ActivityResponse {
  const answers = sendable?.(merged.draft) ?? merged.draft;
  const sent = share ? share(answers, merged.sent) : answers;
  return { ...merged, draft: answers, sent, completedAt: merged.completedAt || now, lastSentAt: now };
}

function withoutDraft({
  draft: _draft,
  other: _other,
  writers: _writers,
  turns: _turns,
  ...shared
}: ActivityResponse): ResponseRecord {
  return shared;
}
