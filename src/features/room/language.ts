import type { Language } from '../../domain/viewer.ts';
import { placeInRoom } from '../../http/places.ts';
import type { RoomRoute } from '../../http/route.ts';
import type { Sessions } from '../../http/session.ts';
import { Problem } from '../../http/problem.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import { roomPath } from '../../http/roomPath.ts';

export interface LanguageDeps {
  sessions: Sessions;
  rooms: Rooms;
}

function isLanguage(text: unknown): text is Language {
  return text === 'da' || text === 'en';
}

/**
 * Switches the page to the other language, now and at later launches. It is a form, because viewing a page must change
 * nothing.
 */
export function languageRoutes({ sessions, rooms }: LanguageDeps): RoomRoute[] {
  return [
    {
      method: 'post',
      path: '/sprog/:language',
      action: 'chooseLanguage',
      handle: async ({ viewer, req, res }) => {
        const { language } = req.params;
        if (!isLanguage(language)) throw new Problem('not-found');
        await rooms.chooseLanguage(viewer.person, language);
        sessions.changeLanguage(res, viewer, language);
        const home = roomPath(viewer.room);
        const back = req.query['tilbage'];
        res.redirect(303, (typeof back === 'string' && placeInRoom(back, home)) || home);
      },
    },
  ];
}
