import express, { Router, type Response } from 'express';
import type { Logger } from 'pino';
import type { Courses } from '../../content/course.ts';
import type { AuditNotes } from '../../http/auditLine.ts';
import { noReferrer, noStore } from '../../http/headers.ts';
import type { Limited } from '../../http/limited.ts';
import { checkLinkForm, csrfOf, linkSession, linkSessionOf } from '../../http/linkSession.ts';
import { Problem } from '../../http/problem.ts';
import type { Views } from '../../http/views.ts';
import type { CopyLinks } from './copyLinks.ts';
import type { OwnData } from './gather.ts';
import type { Privacy } from './privacy.ts';
import { COPY_PLACE } from './copyPlace.ts';
import { readable } from './readable.ts';

export interface CopyDeps {
  privacy: Privacy;
  copyLinks: CopyLinks;
  /** The version of the course that a room has. */
  coursesOf: (room: string) => Promise<Courses>;
  auditLog: AuditNotes;
  views: Views;
  limited: Limited;
  config: { toolUrl: string };
  log: Logger;
}

/** `/kopi`: someone fetches a copy of their data, with a link that the operator has made for them. */
export function copyRoutes(deps: CopyDeps): Router {
  const session = linkSession({
    path: COPY_PLACE,
    cookie: 'kopi',
    role: 'copy',
    command: '',
    words: (text) => text.people.copy,
    access: { ...deps.copyLinks, isSignedIn: async (secret) => (await deps.copyLinks.behind(secret)) !== undefined },
    limited: deps.limited,
    toolUrl: deps.config.toolUrl,
    log: deps.log,
  });
  const router = Router();
  router.use(noStore, noReferrer, express.urlencoded({ extended: false, limit: '10kb', parameterLimit: 10 }));
  session.addSignIn(router);
  router.use(session.require, checkLinkForm());
  router.get('/', (req, res) => {
    const page = session.pageOf(req, res);
    res.render('privacy/fetch', { ...page, title: page.text.people.copy.title, place: COPY_PLACE, csrf: csrfOf(res) });
  });
  router.get('/mine-data.json', async (_req, res) => {
    const own = await copyFor(deps, res);
    res
      .attachment('mine-data.json')
      .type('json')
      .send(`${JSON.stringify(own, null, 2)}\n`);
  });
  router.get('/mine-data.html', async (req, res) => {
    const own = await copyFor(deps, res);
    const behind = await deps.copyLinks.behind(linkSessionOf(res));
    const courses = await deps.coursesOf(behind?.room ?? '');
    const page = readable(own, { courses, language: session.pageOf(req, res).language });
    res.attachment('mine-data.html').type('html');
    res.send(await deps.views.render('privacy/copy', { ...page, layout: false }));
  });
  router.post('/log-ud', session.signOut);
  return Router().use(COPY_PLACE, router);
}

/** The maker of the link knows it too, so fetching a copy is recorded in the audit log. */
async function copyFor({ privacy, copyLinks, auditLog }: CopyDeps, res: Response): Promise<OwnData> {
  const behind = await copyLinks.behind(linkSessionOf(res));
  if (!behind) throw new Problem('session-ended');
  const { room, person, madeBy } = behind;
  // Administrators used to make such links, and those stay valid for their week.
  const role = madeBy === '' ? 'operator' : 'administrator';
  await auditLog.note({ room, reader: madeBy, role, kind: 'copy', activity: '', whose: [person] });
  return privacy.gather({ room, person });
}
