import { randomBytes } from 'node:crypto';
import type { ActivityKind, Answers } from '../domain/answers.ts';
import type { Clock } from '../domain/clock.ts';
import type { ReportQueue } from '../domain/report.ts';
import { findAll } from '../store/findAll.ts';
import { NEVER, type Collection, type Store } from '../store/port.ts';
import { update, upsert } from '../store/update.ts';
import { noteAgreements } from './agreements.ts';
import { mergeDraft, type DroppedText, type FieldChange } from './merge.ts';
import { createReportQueue, type ReportRooms } from './queue.ts';
import { responseSchema, type ActivityResponse, type ResponseIndex, type ResponseKey } from './records.ts';
import { addReports, retryReports, type ReportTarget } from './reports.ts';

export type { ActivityResponse, Report, ResponseKey } from './records.ts';
export type { ReportRooms } from './queue.ts';

/** A response as others than the person may see it: a draft is never in it. */
export type ResponseRecord = Omit<ActivityResponse, 'draft' | 'other' | 'writers'>;

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
  /** To be called at a launch: a completed activity is reported to line items that have not been told of it. */
  ensureReports(of: ResponseKey): Promise<void>;
  /**
   * To be called when someone asks for it: what was given up, or waits after a failure, is tried at once, and placements
   * that have not been told are. Nothing that was delivered is told again. False where there was nothing to do.
   */
  retryReports(of: ResponseKey): Promise<boolean>;
  queue: ReportQueue;
  /** Calls when a report may have been added, so that a worker need not wait for its next look. */
  onReport(listener: () => void): void;
}

export const createResponses = async (
  store: Store,
  { clock, rooms }: { clock: Clock; rooms: ReportRooms },
): Promise<Responses> => {
  const collection = await store.collection(responseSchema);
  const listeners: (() => void)[] = [];
  const tell = () => listeners.forEach((listener) => listener());
  const save = saving(collection, clock);
  const report = reporting(collection, rooms);

  return {
    get: async (of) => (await collection.get(keyOf(of)))?.doc,
    ofPerson: (room, person) => findAll(collection, { room, person }),
    list: async (room, activity) => (await findAll(collection, { room, activity })).map(withoutDraft),
    saveDraft: (of, change) => save(of, change, (merged) => merged),
    send: async (of, change, isComplete) => {
      const targets = await rooms.placements(of.room, of.activity);
      let sent = false;
      const response = await save(of, change, (merged) => {
        sent = isComplete(merged.draft);
        if (!sent) return merged;
        const now = clock();
        const complete = asSent(merged, change, now);
        return merged.completedAt === 0 ? addReports(complete, targets, now) : complete;
      });
      tell();
      return { response, sent };
    },
    ensureReports: async (of) => {
      if (await report(of, (response, targets) => addReports(response, targets, clock()))) tell();
    },
    retryReports: async (of) => {
      const retry: ChangeReports = (response, targets) => addReports(retryReports(response, clock()), targets, clock());
      const changed = await report(of, retry);
      if (changed) tell();
      return changed;
    },
    queue: createReportQueue({ collection, rooms, clock }),
    onReport: (listener) => void listeners.push(listener),
  };
};

/** Merges a form into the document, made where there is none, and does `then` in the same write. */
const saving =
  (collection: Collection<ActivityResponse, ResponseIndex>, clock: Clock) =>
  async (of: ResponseKey, change: DraftChange, then: (merged: ActivityResponse) => ActivityResponse) => {
    const stored = await upsert(collection, keyOf(of), {
      first: () => begin(of, change, clock()),
      change: (response) => then(merge(response, change, clock())),
    });
    return stored.doc;
  };

type ChangeReports = (response: ActivityResponse, targets: ReportTarget[]) => ActivityResponse;

/** Changes what the LMS is to be told of a completed activity; whether anything changed. */
const reporting =
  (collection: Collection<ActivityResponse, ResponseIndex>, rooms: ReportRooms) =>
  async (of: ResponseKey, change: ChangeReports): Promise<boolean> => {
    const targets = await rooms.placements(of.room, of.activity);
    let changed = false;
    await update(collection, keyOf(of), (response) => {
      const next = response.completedAt === 0 ? response : change(response, targets);
      changed = next !== response;
      return next;
    });
    return changed;
  };

/** Ids hold no slash, so that the three parts make one unambiguous key. */
const keyOf = ({ room, person, activity }: ResponseKey) => [room, person, activity].join('/');

const begin = (of: ResponseKey, change: DraftChange, now: number): ActivityResponse => ({
  room: of.room,
  person: of.person,
  activity: of.activity,
  id: randomBytes(16).toString('base64url'),
  kind: change.kind,
  contentVersion: change.contentVersion,
  draft: {},
  other: {},
  writers: {},
  agreements: {},
  sent: null,
  step: '',
  startedAt: now,
  savedAt: now,
  completedAt: 0,
  lastSentAt: 0,
  reports: [],
  due: NEVER,
});

const merge = (response: ActivityResponse, change: DraftChange, now: number): ActivityResponse => {
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
};

/** The draft as it is sent now. */
const asSent = (merged: ActivityResponse, { sendable, share }: DraftChange, now: number): ActivityResponse => {
  const answers = sendable?.(merged.draft) ?? merged.draft;
  const sent = share ? share(answers, merged.sent) : answers;
  return { ...merged, draft: answers, sent, completedAt: merged.completedAt || now, lastSentAt: now };
};

const withoutDraft = ({
  draft: _draft,
  other: _other,
  writers: _writers,
  ...shared
}: ActivityResponse): ResponseRecord => shared;
