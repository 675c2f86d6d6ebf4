import { GRACE_DAYS } from '../../../domain/retention.ts';
import type { Collection, CollectionSchema } from '../../../store/port.ts';
import { DuplicateKey } from '../../../store/port.ts';

/** That a room is past its time, and when it is removed. Staff see it until then. */
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

/** Begins the time in which staff see it, where it has not begun. */
export async function noteEnding(endings: Endings, room: string, now: number): Promise<void> {
  try {
    await endings.insert(room, { room, noticedAt: now, removeAt: now + GRACE_MS });
  } catch (error) {
    // Another process has noted it at the same time.
    if (!(error instanceof DuplicateKey)) throw error;
  }
}
