import type { RequestHandler } from 'express';
import type { Rooms } from '../rooms/rooms.ts';
import { framedBy } from './headers.ts';

interface Deps {
  rooms: Pick<Rooms, 'room'>;
  lti: {
    /** Origins that may hold a platform's rooms in a frame; to be remembered, as every page asks. */
    originsOf: (platform: string) => Promise<string[]>;
  };
}

/** A room's pages, also those that say that a session is over, may be held in a frame by the room's own platform. */
export function roomFrames({ rooms, lti }: Deps): RequestHandler<{ room: string }> {
  // A room stays with its platform. What is no room is not remembered: anyone can make such addresses without end.
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
    // While the store is away, the page that says so must be seen where the person is.
    const origins = await originsOf(id).catch(() => known.get(id)?.origins ?? []);
    framedBy(res, origins);
    next();
  };
}
