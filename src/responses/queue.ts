import type { Clock } from '../domain/clock.ts';
import type { ClaimedReport, DeliveryOutcome, ReportQueue, ScoreReport } from './report.ts';
import type { ListedColumn } from '../rooms/columnLook.ts';
import type { Role } from '../domain/viewer.ts';
import type { Collection, Stored } from '../store/port.ts';
import { release, renew } from './holding.ts';
import { retryNow } from './retryNow.ts';
import { dueOf, nextReport, nextTry } from './reports.ts';
import { concluded, isGone, settleReport, stoppedFor, unlessNews } from './settling.ts';
import type { Report, ReportCarrier } from './reportRecord.ts';

/** Where a room's scores can go; implemented in `src/rooms`. */
export interface ReportGradebooks {
  targets(room: string, resourceId: string): Promise<ReportTargets>;
  lookForOne(room: string): Promise<void>;
  noteFound(room: string, column: ListedColumn): Promise<void>;
  noteGone(room: string, lineItem: string): Promise<void>;
}

export interface ReportTargets {
  columns: string[];
  lineItems: string;
  makeFor: string;
  cause: string;
  /** Whether the person may be promised that a score is sent. */
  promised: boolean;
}

/** What reporting needs to know about rooms; implemented in `src/rooms`. */
export interface ReportRooms {
  room(id: string): Promise<{ platform: string } | undefined>;
  person(id: string): Promise<{ subject: string; name: string; role: Role } | undefined>;
  placement(id: string): Promise<{ lineItem: string } | undefined>;
  gradebooks: ReportGradebooks;
}

/** Called with the result of each delivery, once that is stored. */
export type NoteEnded = (
  report: { platform: string; room: string; person: string; resourceId: string },
  outcome: DeliveryOutcome,
) => Promise<void>;

export interface QueueOptions<Carrier extends ReportCarrier> {
  collection: Collection<Carrier, 'due' & keyof Carrier>;
  rooms: ReportRooms;
  clock: Clock;
  ended: NoteEnded;
  /** Called with what is about to be tried for the first time, until the call has succeeded once. */
  first?: (carrier: Carrier) => Promise<void>;
}

/** The waiting scores in a collection's documents, as one durable queue. */
export function createReportQueue<Carrier extends ReportCarrier>(options: QueueOptions<Carrier>): ReportQueue {
  return {
    claim: async (leaseMs) => {
      const { collection, clock } = options;
      for (;;) {
        const now = clock();
        const leaseUntil = now + leaseMs;
        const held = await collection.claimDue(now, leaseUntil);
        if (!held) {
          if (await retryNow(collection, now)) continue;
          return undefined;
        }
        const claimed = await claimFrom(held, { ...options, now, leases: new Set([leaseUntil]) });
        if (claimed) return claimed;
      }
    },
  };
}

/** Several queues as one, in turn. */
export function joinQueues(queues: readonly ReportQueue[]): ReportQueue {
  let turn = 0;
  return {
    claim: async (leaseMs) => {
      turn += 1;
      for (let n = 0; n < queues.length; n += 1) {
        const claimed = await queues[(turn + n) % queues.length]?.claim(leaseMs);
        if (claimed) return claimed;
      }
      return undefined;
    },
  };
}

interface Hold<Carrier extends ReportCarrier> extends QueueOptions<Carrier> {
  now: number;
  leases: Set<number>;
}

/** A claimed document, and the report in it that is to be tried. */
interface InHand<Carrier extends ReportCarrier> extends Hold<Carrier> {
  key: string;
  carrier: Carrier;
  report: Report;
  targets: ReportTargets;
}

async function claimFrom<Carrier extends ReportCarrier>(
  { key, doc: carrier }: Stored<Carrier>,
  hold: Hold<Carrier>,
): Promise<ClaimedReport | undefined> {
  const report = nextReport(carrier, hold.now);
  if (!report) {
    await release({ ...hold, key }, (current) => ({ ...current, due: dueOf(current.reports) }));
    return undefined;
  }
  if (report.attempts === 0) await hold.first?.(carrier);
  const { rooms } = hold;
  const [room, person, targets] = await Promise.all([
    rooms.room(carrier.room),
    rooms.person(carrier.person),
    targetsOf(rooms, carrier.room, report),
  ]);
  const inHand = { ...hold, key, carrier, report, targets };
  if (!room || !person) return stop(inHand, room, 'placement-gone');
  // Staff who tried the activity as a participant have no grade to receive.
  if (person.role !== 'participant') return stop(inHand, room, 'not-participant');
  const next = nextTry(report, targets, hold.now);
  if (next) return claimed(inHand, scoreOf(inHand, { ...room, ...person, ...next }));
  await putAside(inHand, room);
  return undefined;
}

/** The room's targets, without columns that received the score before reports recorded a column's address. */
async function targetsOf(rooms: ReportRooms, room: string, report: Report): Promise<ReportTargets> {
  const targets = await rooms.gradebooks.targets(room, report.resourceId);
  const told = await Promise.all(
    report.columns.map(async ({ lineItem, placement }) =>
      lineItem === '' && placement !== undefined ? ((await rooms.placement(placement))?.lineItem ?? '') : '',
    ),
  );
  return { ...targets, columns: targets.columns.filter((column) => !told.includes(column)) };
}

function scoreOf<Carrier extends ReportCarrier>(
  { report, targets }: InHand<Carrier>,
  to: { platform: string; subject: string; name: string; lineItem: string; attempts: number },
): ScoreReport {
  return {
    platform: to.platform,
    lineItem: to.lineItem,
    lineItems: targets.lineItems,
    resourceLink: targets.makeFor,
    resourceId: report.resourceId,
    tag: report.tag,
    subject: to.subject,
    name: to.name,
    scoreGiven: report.scoreGiven,
    activityProgress: report.activityProgress,
    timestamp: report.timestamp,
    since: report.since,
    attempts: to.attempts,
    // With this very score only: a higher score goes to the same columns again.
    told: report.columns
      .filter(({ state, timestamp }) => state === 'delivered' && timestamp === report.timestamp)
      .map(({ lineItem }) => lineItem),
  };
}

function claimed<Carrier extends ReportCarrier>(inHand: InHand<Carrier>, score: ScoreReport): ClaimedReport {
  let renewing: Promise<unknown> = Promise.resolve();
  return {
    report: score,
    renew: async (leaseMs) => {
      renewing = renew(inHand, inHand.clock() + leaseMs);
      await renewing;
    },
    settle: async (outcome, lineItem = '') => {
      // Otherwise a renewal under way would overwrite the settled document.
      await renewing.catch(() => undefined);
      const { rooms, carrier, report, targets, clock } = inHand;
      const { gradebooks } = rooms;
      const where = score.lineItem || lineItem;
      await release(inHand, (current) =>
        settleReport(current, report, { outcome, lineItem: where, columns: targets.columns, now: clock() }),
      );
      if (score.lineItem === '' && where !== '') {
        await gradebooks.noteFound(carrier.room, { lineItem: where, resourceId: report.resourceId });
      }
      if (isGone(outcome)) await gradebooks.noteGone(carrier.room, where);
      await noteEnd(inHand, score.platform, outcome);
    },
  };
}

/**
 * Stores a report that is not tried now: it has been sent everywhere, waits for a column that was tried in vain, or has
 * no column.
 */
async function putAside<Carrier extends ReportCarrier>(
  inHand: InHand<Carrier>,
  { platform }: { platform: string },
): Promise<void> {
  const { rooms, carrier, report, targets, now } = inHand;
  const isColumnless = concluded(report, { columns: targets.columns, now }).state === 'columnless';
  const cause = targets.cause || 'no-column';
  await release(inHand, (current) =>
    settledAside(current, report, (one) => {
      const next = concluded(one, { columns: targets.columns, now });
      return next.state === 'columnless' ? { ...next, cause } : next;
    }),
  );
  if (!isColumnless) return;
  await rooms.gradebooks.lookForOne(carrier.room);
  await inHand.ended(factsOf(inHand, platform), { kind: 'columnless', cause });
}

function settledAside<Carrier extends ReportCarrier>(
  current: Carrier,
  report: Report,
  change: (report: Report) => Report,
): Carrier {
  const reports = current.reports.map((one) =>
    one.resourceId === report.resourceId ? unlessNews(one, report, change) : one,
  );
  return { ...current, reports, due: dueOf(reports) };
}

async function stop<Carrier extends ReportCarrier>(
  inHand: InHand<Carrier>,
  room: { platform: string } | undefined,
  cause: string,
): Promise<undefined> {
  const { report, now } = inHand;
  await release(inHand, (current) => settledAside(current, report, (one) => stoppedFor(one, cause, now)));
  // A teacher's own attempt is not a missing grade.
  if (room && cause !== 'not-participant') await noteEnd(inHand, room.platform, { kind: 'stopped', cause });
}

function factsOf<Carrier extends ReportCarrier>({ carrier, report }: InHand<Carrier>, platform: string) {
  return {
    platform,
    room: carrier.room,
    person: carrier.person,
    resourceId: report.resourceId,
  };
}

function noteEnd<Carrier extends ReportCarrier>(
  inHand: InHand<Carrier>,
  platform: string,
  outcome: DeliveryOutcome,
): Promise<void> {
  return inHand.ended(factsOf(inHand, platform), outcome);
}
