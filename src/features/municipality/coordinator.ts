import express, { Router, type Response } from 'express';
import type { Logger } from 'pino';
import type { Courses } from '../../content/course.ts';
import type { Language } from '../../domain/viewer.ts';
import type { AuditNotes } from '../../http/auditLine.ts';
import { noReferrer, noStore } from '../../http/headers.ts';
import type { Limited } from '../../http/limited.ts';
import { checkLinkForm, csrfOf, linkSession, linkSessionOf } from '../../http/linkSession.ts';
import { Problem } from '../../http/problem.ts';
import { classOf, type OverviewDeps } from '../classOverview/index.ts';
import type { StatementLinks } from './links.ts';
import { rowsFor, statementFile, statementOf } from './statement.ts';
import { statementShown } from './shown.ts';

export interface CoordinatorDeps extends OverviewDeps {
  statementLinks: StatementLinks;
  /** The version of the course that a room has. */
  coursesOf: (room: string) => Promise<Courses>;
  auditLog: AuditNotes;
  limited: Limited;
  config: OverviewDeps['config'] & { toolUrl: string };
  log: Logger;
}

/** The address of an instructor's link to a statement. */
export const COORDINATOR_PLACE = '/kommune';

/**
 * `/kommune`: a municipality's coordinator reads the statement of one class, by a link that its instructor has made.
 */
export function coordinatorRoutes(deps: CoordinatorDeps): Router {
  const { statementLinks } = deps;
  const session = linkSession({
    path: COORDINATOR_PLACE,
    cookie: 'kommune',
    role: 'coordinator',
    command: '',
    words: (text) => text.municipality.coordinator,
    access: { ...statementLinks, isSignedIn: async (secret) => (await statementLinks.behind(secret)) !== undefined },
    limited: deps.limited,
    toolUrl: deps.config.toolUrl,
    log: deps.log,
  });
  const router = Router();
  router.use(noStore, noReferrer, express.urlencoded({ extended: false, limit: '10kb', parameterLimit: 10 }));
  session.addSignIn(router);
  router.use(session.require, checkLinkForm());
  router.get('/', async (req, res) => {
    const page = session.pageOf(req, res);
    const { municipality, room, statement } = await readFor(deps, res, page.language);
    const file = `${COORDINATOR_PLACE}/opgoerelse.csv`;
    res.render('municipality/coordinator', {
      ...page,
      title: page.text.municipality.statement.title,
      wide: true,
      csrf: csrfOf(res),
      place: COORDINATOR_PLACE,
      sheet: page.text.municipality.caseWorker.path,
      chosen: statementShown({ room, municipality, statement, file, now: deps.clock(), language: page.language }),
    });
  });
  router.get('/opgoerelse.csv', async (req, res) => {
    const { statement } = await readFor(deps, res, session.pageOf(req, res).language);
    res.attachment('opgoerelse.csv').type('text/csv; charset=utf-8').send(statementFile(statement));
  });
  router.post('/log-ud', session.signOut);
  return Router().use(COORDINATOR_PLACE, router);
}

/** The statement of this visit; the people in it are told before it is shown. */
async function readFor(deps: CoordinatorDeps, res: Response, language: Language) {
  const link = await deps.statementLinks.behind(linkSessionOf(res));
  const room = link && (await deps.rooms.room(link.room));
  if (!link || !room) throw new Problem('session-ended');
  const of = await classOf({ ...deps, courses: await deps.coursesOf(room.id) }, { room: room.id, language });
  const rows = rowsFor(of, link.municipality);
  const whose = rows.flatMap(({ participant: { person } }) => person ?? []);
  const about = { room: room.id, reader: '', activity: '', whose } as const;
  await deps.auditLog.note({ ...about, role: 'coordinator', kind: 'statementRead' });
  return { room, municipality: link.municipality, statement: statementOf(of, rows, language) };
}
