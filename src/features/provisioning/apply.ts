import { isDeepStrictEqual } from 'node:util';
import { nothingChosen, type Schedule } from '../../domain/schedule.ts';
import type { PlannedChange } from './imports.ts';
import type { PreparedRooms } from './prepared.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import { OPERATOR, type Schedules } from '../../rooms/settings.ts';

export interface ApplyDeps {
  rooms: Pick<Rooms, 'named'>;
  schedules: Schedules;
  prepared: PreparedRooms;
}

/**
 * Does exactly what was shown, or nothing if any part of it has changed since. If the store failed and an import is
 * half done, applying it again finishes it: settings that are already right count as unchanged.
 */
export async function applyImport(changes: PlannedChange[], deps: ApplyDeps): Promise<boolean> {
  for (const change of changes) {
    const now = await currentOf(change, deps);
    if (now === undefined || !(isSame(now, change.before) || isSame(now, change.after))) return false;
  }
  for (const change of changes) {
    if (change.room === '') await deps.prepared.save(change, change.after);
    else await deps.schedules.save(change.room, change.after, OPERATOR);
  }
  return true;
}

async function currentOf(change: PlannedChange, { rooms, schedules, prepared }: ApplyDeps) {
  if (change.room !== '') return schedules.of(change.room);
  // Someone has come from the course in the meantime: it is now a room, and can no longer be prepared.
  if ((await rooms.named(change.platform, { context: change.context })).length > 0) return undefined;
  return (await prepared.of(change)) ?? nothingChosen;
}

/** Compares settings; stored ones lack fields without a value. */
function isSame(one: Schedule, other: Schedule): boolean {
  return isDeepStrictEqual(plain(one), plain(other));
}
function plain(schedule: Schedule): unknown {
  return JSON.parse(JSON.stringify(schedule));
}
