import type { Launch } from '../domain/launch.ts';
import type { Collection } from '../store/port.ts';
import { placementKey, roomKey, type Placement, type Room, type RoomIndex } from './records.ts';

/*
 * A copied or restored course is found only through its custom parameters, and is a new room: no person, answer or
 * grade follows. What the platform tells about its history (LTI 1.3 Core, 4.1.1) is used for two things: the new room
 * remembers which room it is a copy of, and a link that lost its custom parameters on the way still opens what it
 * opened there.
 */

interface Ancestry {
  rooms: Collection<Room, RoomIndex>;
  placements: Collection<Placement, 'id' | 'room' | 'activity'>;
}

/**
 * Id of the nearest room, on the same platform and deployment, that this course is a copy of; empty if none is known.
 */
export async function ancestorOf({ rooms }: Pick<Ancestry, 'rooms'>, launch: Launch): Promise<string> {
  for (const context of launch.history?.contexts ?? []) {
    const found = await rooms.get(roomKey({ ...launch, context: { id: context } }));
    if (found && context !== launch.context.id) return found.doc.id;
  }
  return '';
}

/** What this link opens: the launch's activity, else the activity of the link that it is a copy of. */
export async function activityOf(
  { placements }: Pick<Ancestry, 'placements'>,
  launch: Launch,
  room: Room,
): Promise<string> {
  const links = launch.activity === '' && room.copiedFrom ? (launch.history?.resourceLinks ?? []) : [];
  for (const link of links) {
    const found = await placements.get(placementKey(room.copiedFrom, link));
    if (found) return found.doc.activity;
  }
  return launch.activity;
}
