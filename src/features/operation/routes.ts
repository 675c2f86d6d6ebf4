import express, { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import { Problem } from '../../http/problem.ts';
import { unframed } from '../../http/headers.ts';
import { checkLinkForm, csrfOf, linkSession } from '../../http/linkSession.ts';
import { canvasConfiguration } from './canvasConfiguration.ts';
import type { Operation } from './operation.ts';
import { platformsPage } from './page.ts';

export interface OperationDeps {
  lti: Operation;
  config: { toolUrl: string };
  root: string;
  clock: Clock;
  log: Logger;
}

/** `/drift`: the page of those who run the tool. The way in is a one-time link from the server's command line. */
export const operationRoutes = (deps: OperationDeps): Router => {
  const { toolUrl } = deps.config;
  const session = sessionOf(deps);
  const router = Router();
  router.use(unframed, express.urlencoded({ extended: false, limit: '10kb', parameterLimit: 10 }));
  session.addSignIn(router);
  router.use(session.require, checkLinkForm());
  addPages(router, deps, session);
  addChanges(router, deps, session);
  return Router()
    .use('/drift', router)
    .use(canvasConfiguration({ root: deps.root, toolUrl }));
};

const sessionOf = ({ lti, config: { toolUrl }, log }: OperationDeps) =>
  linkSession({
    path: '/drift',
    cookie: 'drift',
    role: 'operator',
    command: 'npm run platform -- page',
    words: (text) => text.operation,
    access: lti.operators,
    toolUrl,
    log,
  });

type Session = ReturnType<typeof sessionOf>;

const addPages = (router: Router, { lti: { platforms }, clock }: OperationDeps, session: Session): void => {
  const shared = (req: Request, res: Response) => ({ ...session.pageOf(req, res), csrf: csrfOf(res) });

  router.get('/', async (req, res) => {
    const page = shared(req, res);
    const { gjort: done } = req.query;
    const list = { platforms: await platforms.list(), language: page.language, now: clock() };
    res.render('operation/platforms', {
      ...page,
      ...platformsPage({ ...list, done: typeof done === 'string' ? done : '' }),
    });
  });
  router.get('/platform/:id/fjern', async (req, res) => {
    const page = shared(req, res);
    const found = await platforms.get(req.params.id);
    if (!found) throw new Problem('not-found');
    const title = page.text.operation.removeTitle(found.name);
    res.render('operation/remove', { ...page, title, platform: found });
  });
  router.post('/invitation', async (req, res) => {
    const page = shared(req, res);
    const link = await platforms.invite();
    res.render('operation/invited', { ...page, title: page.text.operation.invitedTitle, link });
  });
};

const addChanges = (router: Router, { lti: { platforms } }: OperationDeps, session: Session): void => {
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
};
