import type { Clock } from '../domain/clock.ts';
import type { ClaimedReport, Outcome, ReportQueue, ScoreReport } from '../domain/report.ts';
import type { Role } from '../domain/viewer.ts';
import type { Collection } from '../store/port.ts';
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
      if (!held) return undefined;
      const release = (change: (response: ActivityResponse) => ActivityResponse) =>
        // Another end of lease means that another worker has it now; the person's own saves leave it as it is.
        update(collection, held.key, (response) => (response.due === leaseUntil ? change(response) : response));
      const claimed = await claimFrom(held.doc, { rooms, clock, now, release });
      if (claimed) return claimed;
    }
  },
});

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
