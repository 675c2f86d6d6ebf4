import type { RequestHandler } from 'express';
import type { Rooms } from '../rooms/rooms.ts';
import { framedBy } from './headers.ts';

interface Deps {
  rooms: Pick<Rooms, 'room'>;
  lti: {
    /** Origins that may frame a platform's rooms. Every page asks, so the answer should be cached. */
    originsOf: (platform: string) => Promise<string[]>;
  };
}

/** Lets a room's own platform frame its pages, including those that say that a session is over. */
export function roomFrames({ rooms, lti }: Deps): RequestHandler<{ room: string }> {
  // A room never changes its platform. Addresses without a room are not cached: anyone can invent any number of these.
  const known = new Map<string, { platform: string; origins: string[] }>();
  const originsOf = async (id: string): Promise<string[]> => {
    const platform = known.get(id)?.platform ?? (await rooms.room(id))?.platform;
    if (platform === undefined) return [];
    const origins = await lti.originsOf(platform);
    known.set(id, { platform, origins });
    return origins;
  };
  return async (req, res, next) => {
    const id = req.params.room;
    // If the store is away, the person must still see the page that says so where they are.
    const origins = await originsOf(id).catch(() => known.get(id)?.origins ?? []);
    framedBy(res, origins);
    next();
  };
}
