import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Logger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import { Problem } from '../../http/problem.ts';
import { unframed } from '../../http/headers.ts';
import { checkOperatorForm, csrfOf, pageOf, requireOperator, showClosed } from './access.ts';
import { canvasConfiguration } from './canvasConfiguration.ts';
import type { ScoreHealth } from '../../domain/scoreHealth.ts';
import type { Operation } from './operation.ts';
import { type OperatorCookie, operatorCookie } from './operatorCookie.ts';
import { platformsPage } from './page.ts';

export interface OperationDeps {
  lti: Operation;
  config: { toolUrl: string };
  /** How scores get through to each platform. */
  scoreHealth: ScoreHealth;
  root: string;
  clock: Clock;
  log: Logger;
}

/** `/drift`: the page of those who run the tool. The way in is a one-time link from the server's command line. */
export const operationRoutes = (deps: OperationDeps, rooms: Router): Router => {
  const { toolUrl } = deps.config;
  const cookie = operatorCookie(toolUrl);
  const router = Router();
  // A table of rooms is pasted whole; only one who is signed in may send that much.
  router.use(
    '/rum',
    unframed,
    requireOperator(deps.lti, cookie),
    express.urlencoded({ extended: false, limit: '300kb' }),
  );
  router.use(unframed, express.urlencoded({ extended: false, limit: '10kb', parameterLimit: 10 }));
  addSignIn(router, deps, cookie);
  router.use(requireOperator(deps.lti, cookie), checkOperatorForm());
  router.use('/rum', rooms);
  addPages(router, deps);
  addChanges(router, deps, cookie);
  return Router()
    .use('/drift', router)
    .use(canvasConfiguration({ root: deps.root, toolUrl }));
};

const limited = (): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: 30,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, _res, next) => next(new Problem('too-many')),
  });

/** The link shows a button: what looks at links by itself, a chat's preview or a mail filter, must not use it up. */
const addSignIn = (router: Router, { lti, log }: OperationDeps, cookie: OperatorCookie): void => {
  router.get('/:token', (req, res, next) => {
    if (!isToken(req.params.token)) {
      next();
      return;
    }
    const page = pageOf(req, res);
    res.render('operation/sign-in', { ...page, title: page.text.operation.signInTitle, token: req.params.token });
  });
  router.post('/:token', limited(), async (req, res, next) => {
    const { token } = req.params;
    if (!isToken(token)) {
      next();
      return;
    }
    const session = await lti.operators.signIn(token);
    log.info({ code: session === undefined ? 'operator-link-refused' : 'operator-signed-in' }, 'operator');
    if (session === undefined) {
      showClosed(req, res);
      return;
    }
    cookie.set(res, session);
    res.redirect(303, '/drift');
  });
};

const isToken = (text: unknown): text is string => typeof text === 'string' && /^[\w-]{32}$/.test(text);

const addPages = (router: Router, { lti: { platforms }, scoreHealth, clock }: OperationDeps): void => {
  const shared = (req: Request, res: Response) => ({ ...pageOf(req, res), csrf: csrfOf(res) });

  router.get('/', async (req, res) => {
    const page = shared(req, res);
    const { gjort: done } = req.query;
    const found = await platforms.list();
    const scores = new Map(await Promise.all(found.map(async ({ id }) => [id, await scoreHealth.of(id)] as const)));
    const list = { platforms: found, scores, language: page.language, now: clock() };
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

const addChanges = (router: Router, { lti, log }: OperationDeps, cookie: OperatorCookie): void => {
  const { platforms, operators } = lti;
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
  router.post('/log-ud', async (req, res) => {
    await operators.signOut(cookie.read(req));
    cookie.clear(res);
    log.info({ code: 'operator-signed-out' }, 'operator');
    showClosed(req, res);
  });
};
