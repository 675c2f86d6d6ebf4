import { cameFrom } from '../../http/places.ts';
import { WHOLE_WINDOW } from '../../http/roomRouter.ts';
import type { RoomRoute } from '../../http/route.ts';
import type { SessionTickets } from '../../rooms/sessionTickets.ts';
import { roomPath } from '../../http/roomPath.ts';

/**
 * Called by a script in the course's frame (js/wholeWindow.js), which takes the ticket to `door.ts` in the whole
 * window.
 */
export function wholeWindowRoutes({ sessionTickets }: { sessionTickets: SessionTickets }): RoomRoute[] {
  return [
    {
      method: 'post',
      path: WHOLE_WINDOW,
      action: 'useWholeWindow',
      handle: async ({ viewer, req, res }) => {
        const { csrf: _csrf, ...session } = viewer;
        const home = roomPath(viewer.room);
        res.json({ ticket: await sessionTickets.issue({ session, place: cameFrom(req, home) ?? home }) });
      },
    },
  ];
}
