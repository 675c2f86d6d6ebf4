import type { Courses } from '../../content/course.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import type { Sessions } from '../../http/session.ts';
import type { Views } from '../../http/views.ts';
import type { Privacy } from './privacy.ts';
import { texts } from '../../text/texts.ts';
import { CONFIRM, isConfirmed } from './confirming.ts';
import { eraseOrBegin } from './eraseOrBegin.ts';
import { peopleRoutes, type PeopleDeps } from './people.ts';
import { keptWords, readable } from './readable.ts';
import { roomPath } from '../../http/roomPath.ts';

export interface PrivacyDeps extends PeopleDeps {
  privacy: Privacy;
  courses: Courses;
  sessions: Sessions;
  views: Views;
  config: { retentionMonths: number; toolUrl: string };
}

const PATH = '/mine-data';
const ERASE = `${PATH}/slet`;

/** A participant's page about their own data: to see, to take away, and to erase it. Also the administrator's help. */
export function privacyRoutes(deps: PrivacyDeps): RoomRoute[] {
  return [
    {
      method: 'get',
      path: PATH,
      action: 'seeOwnData',
      handle: async ({ viewer, res }) => res.render('privacy/own', await ownPage(deps, viewer)),
    },
    {
      method: 'get',
      path: `${PATH}/kopi.json`,
      action: 'seeOwnData',
      handle: async ({ viewer, res }) => {
        const own = await deps.privacy.gather(viewer);
        res
          .attachment('mine-data.json')
          .type('json')
          .send(`${JSON.stringify(own, null, 2)}\n`);
      },
    },
    {
      method: 'get',
      path: `${PATH}/kopi.html`,
      action: 'seeOwnData',
      handle: async ({ viewer, res }) => {
        const { courses, privacy, views } = deps;
        const page = readable(await privacy.gather(viewer), { courses, language: viewer.language });
        res.attachment('mine-data.html').type('html');
        res.send(await views.render('privacy/copy', { ...page, layout: false }));
      },
    },
    { method: 'get', path: ERASE, action: 'eraseOwnData', handle: (visit) => askToConfirm(visit, false) },
    { method: 'post', path: ERASE, action: 'eraseOwnData', handle: (visit) => eraseOwn(deps, visit) },
    ...peopleRoutes(deps),
  ];
}

async function ownPage({ privacy, config }: PrivacyDeps, viewer: Viewer) {
  const text = texts[viewer.language].privacy;
  const { data } = await privacy.gather(viewer);
  const here = roomPath(viewer.room, PATH);
  return {
    title: text.title,
    kept: data.map(({ collection }) => keptWords(text, collection)),
    until: text.until(config.retentionMonths),
    copyPage: `${here}/kopi.html`,
    copyFile: `${here}/kopi.json`,
    erase: `${here}/slet`,
  };
}

function askToConfirm({ viewer, res }: Visit, isMissing: boolean): void {
  const { erase } = texts[viewer.language].privacy;
  const error = isMissing ? erase.confirmMissing : '';
  res.status(isMissing ? 422 : 200).render('privacy/erase', {
    words: erase,
    title: erase.title,
    own: roomPath(viewer.room, PATH),
    action: roomPath(viewer.room, ERASE),
    error,
    errors: isMissing ? [{ href: `#${CONFIRM}`, message: error }] : [],
  });
}

/**
 * Erasing ends the session too; the page that confirms it shows nothing of the room except the link back to the LMS.
 */
async function eraseOwn({ privacy, sessions, log }: PrivacyDeps, visit: Visit): Promise<void> {
  const { viewer, req, res } = visit;
  if (!isConfirmed(req)) {
    askToConfirm(visit, true);
    return;
  }
  const isOver = await eraseOrBegin(privacy, { whom: viewer, eraser: { by: 'self' }, log });
  sessions.end(res, viewer);
  const { erased, erasing } = texts[viewer.language].privacy;
  const words = isOver ? erased : erasing;
  res.status(isOver ? 200 : 202);
  const nothingMore = { home: undefined, languageSwitch: undefined, signOutOfRoom: undefined, wholeWindow: undefined };
  res.render('privacy/erased', { title: words.title, words, ...nothingMore });
}
