import express, { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import type { Language } from '../../domain/viewer.ts';
import { dayOf } from '../../domain/week.ts';
import { dayInWords } from '../../text/times.ts';
import { Problem } from '../../http/problem.ts';
import { noStore } from '../../http/headers.ts';
import type { Limited } from '../../http/limited.ts';
import { checkLinkForm, csrfOf, linkSession, type LinkAccess, type LinkSession } from '../../http/linkSession.ts';
import { canvasConfiguration } from './canvasConfiguration.ts';
import type { ScoreHealth } from '../../responses/scoreHealth.ts';
import type { PlatformManagement } from '../../lti/index.ts';
import { frameRoutes } from './frames.ts';
import { platformsPage } from './page.ts';

export interface OperatorDeps {
  lti: { platforms: PlatformManagement };
  operators: LinkAccess;
  config: { toolUrl: string };
  /** How well scores get through to each platform. */
  scoreHealth: ScoreHealth;
  limited: Limited;
  root: string;
  clock: Clock;
  log: Logger;
}

/** `/drift`: the operator's page. Sign-in is by a one-time link from the server's command line. */
export function operatorRoutes(deps: OperatorDeps, rooms: Router): Router {
  const { toolUrl } = deps.config;
  const session = sessionOf(deps);
  const router = Router();
  // A whole table of rooms may be pasted; only a signed-in operator may send that much.
  router.use('/rum', noStore, session.require, express.urlencoded({ extended: false, limit: '300kb' }));
  router.use(noStore, express.urlencoded({ extended: false, limit: '10kb', parameterLimit: 10 }));
  session.addSignIn(router);
  router.use(session.require, checkLinkForm());
  router.use('/rum', rooms);
  addPages(router, deps, session);
  addChanges(router, deps, session);
  frameRoutes(router, { platforms: deps.lti.platforms, session });
  return Router()
    .use('/drift', router)
    .use(canvasConfiguration({ root: deps.root, toolUrl }));
}

function sessionOf({ operators, limited, config: { toolUrl }, log }: OperatorDeps) {
  return linkSession({
    path: '/drift',
    cookie: 'drift',
    role: 'operator',
    command: 'npm run platform -- page',
    words: (text) => text.operator,
    access: operators,
    limited,
    toolUrl,
    log,
  });
}

function addPages(
  router: Router,
  { lti: { platforms }, scoreHealth, clock }: OperatorDeps,
  session: LinkSession,
): void {
  const shared = (req: Request, res: Response) => ({ ...session.pageOf(req, res), csrf: csrfOf(res) });

  router.get('/', async (req, res) => {
    const page = shared(req, res);
    const { gjort: done } = req.query;
    const found = await platforms.list();
    const scores = new Map(await Promise.all(found.map(async ({ id }) => [id, await scoreHealth.of(id)] as const)));
    const list = { platforms: found, scores, language: page.language, now: clock() };
    res.render('operator/platforms', {
      ...page,
      ...platformsPage({ ...list, done: typeof done === 'string' ? done : '' }),
    });
  });
  router.get('/platform/:id/fjern', async (req, res) => {
    const page = shared(req, res);
    const found = await platforms.get(req.params.id);
    if (!found) throw new Problem('not-found');
    const title = page.text.operator.removeTitle(found.name);
    res.render('operator/remove', { ...page, title, platform: found });
  });
  router.post('/invitation', async (req, res) => {
    const page = shared(req, res);
    const link = await platforms.invite();
    res.render('operator/invited', {
      ...page,
      title: page.text.operator.invitedTitle,
      until: lastDay(clock(), page.language),
      link,
    });
  });
}

/** The last whole day of an invitation that is made now. */
function lastDay(now: number, language: Language): string {
  return dayInWords(dayOf(now + 6 * DAY), language);
}

const DAY = 24 * 3_600_000;

function addChanges(router: Router, { lti: { platforms } }: OperatorDeps, session: LinkSession): void {
  const change = (path: string, done: string, work: (id: string) => Promise<boolean>): void => {
    router.post(`/platform/:id/${path}`, async (req, res) => {
      if (!(await work(req.params.id))) throw new Problem('not-found');
      res.redirect(303, `/drift?gjort=${done}`);
    });
  };
  change('slaa-til', 'activated', (id) => platforms.activate(id));
  change('slaa-fra', 'deactivated', (id) => platforms.deactivate(id));
  change('skift-noegle', 'rotated', (id) => platforms.rotateKeys(id));
  change('fjern', 'removed', (id) => platforms.remove(id));
  router.post('/log-ud', session.signOut);
}
