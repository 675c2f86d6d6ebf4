import type { Clock } from '../domain/clock.ts';
import type { ClaimedReport, Outcome, ReportQueue, ScoreReport } from '../domain/report.ts';
import type { Collection } from '../store/port.ts';
import { update } from '../store/update.ts';
import type { ActivityResponse, Report, ResponseIndex } from './records.ts';
import { dueOf, nextReport, settleReport, type ReportTarget } from './reports.ts';

/** What reporting needs to know of rooms; `src/rooms` gives it. */
export interface ReportRooms {
  room(id: string): Promise<{ platform: string } | undefined>;
  person(id: string): Promise<{ subject: string } | undefined>;
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
  const settle = async (outcome: Outcome) => {
    await hold.release((current) => settleReport(current, report, { outcome, now: hold.clock() }));
  };
  const score = await describe(response, report, hold.rooms);
  if (score) return { report: score, settle };
  await settle({ kind: 'stopped', cause: 'placement-gone' });
  return undefined;
};

const describe = async (
  response: ActivityResponse,
  report: Report,
  rooms: ReportRooms,
): Promise<ScoreReport | undefined> => {
  const [room, person, placement] = await Promise.all([
    rooms.room(response.room),
    rooms.person(response.person),
    rooms.placement(report.placement),
  ]);
  if (!room || !person || !placement) return undefined;
  return {
    platform: room.platform,
    lineItem: placement.lineItem,
    lineItems: placement.lineItems,
    resourceLink: placement.resourceLink,
    activity: response.activity,
    kind: response.kind,
    subject: person.subject,
    timestamp: report.timestamp,
    attempts: report.attempts,
  };
};
