import type { Clock } from '../../../domain/clock.ts';
import { AUDIT_MONTHS, retentionLimit } from '../../../domain/retention.ts';
import { addMonths, dayOf, instantOf } from '../../../domain/week.ts';
import type { Store } from '../../../store/port.ts';
import { update } from '../../../store/update.ts';
import { allOf, knownIn, type Known } from '../inventory/belonging.ts';
import { noteEnding, type Endings } from './endings.ts';
import { isPast, roomsIn, type WeeksOf } from './roomEnds.ts';

export interface RetentionDeps {
  store: Store;
  endings: Endings;
  clock: Clock;
  months: number;
  weeks: WeeksOf;
}

export interface Removed {
  rooms: number;
  /** Rooms whose retention has run out, and whose staff now see when they are removed. */
  waiting: number;
  /** By collection; empty collections are left out. */
  documents: Record<string, number>;
}

/**
 * Removes rooms that ended long enough ago, with everything in them except the audit log. A room whose retention has
 * run out is first announced to its staff, and removed at the first check after that period; if someone comes or dates
 * are set meanwhile, it stays.
 * @param isDryRun counts only
 */
export async function retain(deps: RetentionDeps, isDryRun: boolean): Promise<Removed> {
  const { store, endings, clock, months, weeks } = deps;
  const known = knownIn(store, 'room');
  const now = clock();
  const removed: Removed = { rooms: 0, waiting: 0, documents: {} };
  for (const room of await roomsIn(known)) {
    const ending = await endings.get(room.id);
    if (!(await isPast(known, room, { limit: retentionLimit(now, months), weeks }))) {
      if (ending && !isDryRun) await endings.delete(room.id);
    } else if (!ending || ending.doc.removeAt > now) {
      if (!ending && !isDryRun) await noteEnding(endings, room.id, now);
      removed.waiting += 1;
    } else {
      removed.rooms += 1;
      await removeRoom(known, room.id, { now, isDryRun, documents: removed.documents });
    }
  }
  if (!isDryRun) await endAudits(known, now);
  if (removed.rooms > 0 && !isDryRun) await store.scrub();
  return removed;
}

interface Removal {
  now: number;
  isDryRun: boolean;
  documents: Removed['documents'];
}

/** Collections by which an interrupted removal is found again; these are removed last. */
const LAST = ['room_settings', 'room_endings', 'rooms'];
function lastOnes(one: Known, other: Known): number {
  return LAST.indexOf(one.entry.name) - LAST.indexOf(other.entry.name);
}

async function removeRoom(known: readonly Known[], room: string, { now, isDryRun, documents }: Removal) {
  for (const one of known.toSorted(lastOnes)) {
    const { entry, collection } = one;
    const where = { [entry.room ?? 'room']: room };
    if (entry.outlivesRoom === true) {
      if (!isDryRun) await keepAwhile(one, where, now);
      continue;
    }
    const count = await (isDryRun ? collection.documents.count(where) : collection.documents.deleteMany(where));
    if (count > 0) documents[entry.name] = (documents[entry.name] ?? 0) + count;
  }
}

/** Keeps the audit log for a while: who read whose words must still be known when the words are gone. */
async function keepAwhile(known: Known, where: Record<string, string>, now: number): Promise<void> {
  const keepUntil = instantOf(addMonths(dayOf(now), AUDIT_MONTHS), '00:00');
  for (const { key } of await allOf(known, where))
    await update(known.collection.documents, key, (doc) => ({ ...doc, keepUntil }));
}

async function endAudits(known: readonly Known[], now: number): Promise<void> {
  for (const { entry, collection } of known) if (entry.outlivesRoom === true) await collection.documents.sweep(now);
}
