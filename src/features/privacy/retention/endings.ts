import { GRACE_DAYS } from '../../../domain/retention.ts';
import type { Collection, CollectionSchema } from '../../../store/port.ts';
import { DuplicateKey } from '../../../store/port.ts';

/** A record that a room's retention has run out, and when it is removed. Staff see this until then. */
interface RoomEnding {
  room: string;
  /** Milliseconds since 1970, like `removeAt`. */
  noticedAt: number;
  removeAt: number;
}

export const endingSchema: CollectionSchema<RoomEnding, 'room'> = {
  name: 'room_endings',
  indexes: [['room']],
  encrypted: [],
};

export type Endings = Collection<RoomEnding, 'room'>;

const GRACE_MS = GRACE_DAYS * 24 * 60 * 60 * 1000;

/** Begins the time in which staff see it, if it has not begun. */
export async function noteEnding(endings: Endings, room: string, now: number): Promise<void> {
  try {
    await endings.insert(room, { room, noticedAt: now, removeAt: now + GRACE_MS });
  } catch (error) {
    // Another process has recorded it at the same time.
    if (!(error instanceof DuplicateKey)) throw error;
  }
}
