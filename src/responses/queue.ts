import type { Clock } from '../domain/clock.ts';
import type { ClaimedReport, Outcome, ReportQueue, ScoreReport } from '../domain/report.ts';
import type { Role } from '../domain/viewer.ts';
import { NEVER, type Collection } from '../store/port.ts';
import { update } from '../store/update.ts';
import type { ActivityResponse, Report, ResponseIndex } from './records.ts';
import { dueOf, nextReport, settleReport, toldBeside, type ReportTarget } from './reports.ts';

/** What reporting needs to know of rooms; `src/rooms` gives it. */
export interface ReportRooms {
  room(id: string): Promise<{ platform: string } | undefined>;
  person(id: string): Promise<{ subject: string; role: Role } | undefined>;
  placement(id: string): Promise<(ReportTarget & { resourceLink: string }) | undefined>;
  placements(room: string, activity: string): Promise<ReportTarget[]>;
}

export interface QueueOptions {
  collection: Collection<ActivityResponse, ResponseIndex>;
  rooms: ReportRooms;
  clock: Clock;
}

/** The scores that wait in the response documents, as one durable queue. */
export const createReportQueue = ({ collection, rooms, clock }: QueueOptions): ReportQueue => ({
  claim: async (leaseMs) => {
    for (;;) {
      const now = clock();
      const leaseUntil = now + leaseMs;
      const held = await collection.claimDue(now, leaseUntil);
      if (!held) {
        if (await bringForward(collection, now)) continue;
        return undefined;
      }
      const release = (change: (response: ActivityResponse) => ActivityResponse) =>
        // Another end of lease means that another worker has it now; the person's own saves leave it as it is.
        update(collection, held.key, (response) => (response.due === leaseUntil ? change(response) : response));
      const claimed = await claimFrom(held.doc, { rooms, clock, now, release });
      if (claimed) return claimed;
    }
  },
});

/** No report waits for longer than this: `Retry-After` is heeded for a day, and the pause after it is an hour at most. */
const LONGEST_WAIT = 26 * 3_600_000;

/**
 * What waits for a time further away than anything waits was tried while the clock was wrong, and would lie there until
 * that time comes. It is due now. False where there is none; the next in the queue tells, for all others come after it.
 */
const bringForward = async (collection: QueueOptions['collection'], now: number): Promise<boolean> => {
  const [next] = (await collection.find({ where: {}, orderBy: 'due', limit: 1 })).items;
  if (!next || next.doc.due === NEVER || next.doc.due <= now + LONGEST_WAIT) return false;
  await update(collection, next.key, (response) => {
    const isAhead = response.due !== NEVER && response.due > now + LONGEST_WAIT;
    if (!isAhead) return response;
    const reports = response.reports.map((report) => (report.dueAt > now ? { ...report, dueAt: now } : report));
    return { ...response, reports, due: dueOf(reports) };
  });
  return true;
};

interface Hold {
  rooms: ReportRooms;
  clock: Clock;
  now: number;
  release: (change: (response: ActivityResponse) => ActivityResponse) => Promise<unknown>;
}

const claimFrom = async (response: ActivityResponse, hold: Hold): Promise<ClaimedReport | undefined> => {
  const report = nextReport(response, hold.now);
  if (!report) {
    await hold.release((current) => ({ ...current, due: dueOf(current.reports) }));
    return undefined;
  }
  const settle = async (outcome: Outcome, lineItem = '') => {
    await hold.release((current) => settleReport(current, report, { outcome, lineItem, now: hold.clock() }));
  };
  const score = await describe(response, report, hold.rooms);
  if (typeof score !== 'string') return { report: score, settle };
  await settle({ kind: 'stopped', cause: score });
  return undefined;
};

/** Why a report is not even tried. */
type Hindrance = 'placement-gone' | 'not-participant';

const describe = async (
  response: ActivityResponse,
  report: Report,
  rooms: ReportRooms,
): Promise<ScoreReport | Hindrance> => {
  const [room, person, placement] = await Promise.all([
    rooms.room(response.room),
    rooms.person(response.person),
    rooms.placement(report.placement),
  ]);
  if (!room || !person || !placement) return 'placement-gone';
  // One who teaches here and tried the activity as a participant has no grade that could be given.
  if (person.role !== 'participant') return 'not-participant';
  return {
    platform: room.platform,
    lineItem: placement.lineItem,
    lineItems: placement.lineItems,
    resourceLink: placement.resourceLink,
    activity: response.activity,
    kind: response.kind,
    subject: person.subject,
    timestamp: report.timestamp,
    since: report.since,
    attempts: report.attempts,
    told: toldBeside(response, report),
  };
};
