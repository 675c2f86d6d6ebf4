import { SIGN_OUT } from '../../http/roomRouter.ts';
import type { RoomRoute } from '../../http/route.ts';
import type { Sessions } from '../../http/session.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import { texts } from '../../text/texts.ts';

export interface SignOutDeps {
  sessions: Pick<Sessions, 'end'>;
  rooms: Pick<Rooms, 'endSessions'>;
}

/**
 * Ends the person's sessions in this room, on every device: a copied cookie becomes worthless, and someone who forgot
 * to sign out at a library can do so from a phone. The page says what we cannot do: end the LMS's own session.
 */
export function signOutRoutes({ sessions, rooms }: SignOutDeps): RoomRoute[] {
  return [
    {
      method: 'post',
      path: SIGN_OUT,
      action: 'signOut',
      handle: async ({ viewer, res }) => {
        await rooms.endSessions({ person: viewer.person }, viewer.since);
        sessions.end(res, viewer);
        // What scripts have stored here, such as the position in a video.
        res.set('Clear-Site-Data', '"storage"');
        const { title } = texts[viewer.language].signOut;
        const nothingMore = {
          home: undefined,
          languageSwitch: undefined,
          signOutOfRoom: undefined,
          wholeWindow: undefined,
          noticeLine: undefined,
        };
        res.render('signOut/out', { title, isByLink: viewer.only !== undefined, ...nothingMore });
      },
    },
  ];
}
