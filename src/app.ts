import express, { type Express } from 'express';
import type { Deps } from './deps.ts';
import { secureHeaders } from './http/headers.ts';
import { health, metrics } from './http/health.ts';
import { logRequests } from './http/log.ts';
import { roomRouter } from './http/rooms.ts';
import { notFound, showProblem } from './http/showProblem.ts';
import { assets, courseMedia } from './http/static.ts';
import { publicReminderRoutes } from './features/reminders/publicRoutes.ts';
import { frontDoor } from './features/frontDoor.ts';
import { operationRoutes } from './features/operation/routes.ts';
import { routesOf } from './routes.ts';

/** The whole program in front of its store: the order here is the policy. Tests build this same app. */
export const createApp = (deps: Deps): Express => {
  const app = express()
    .disable('x-powered-by')
    .set('trust proxy', deps.config.production ? 1 : 'loopback');
  deps.views.useIn(app);
  if (deps.sandbox) app.use('/sandbox', deps.sandbox.router);
  return app
    .use(health(deps.store))
    .use(metrics(deps.config.metricsToken))
    .use(logRequests(deps.log))
    .use(
      secureHeaders({
        production: deps.config.production,
        frameAncestors: () => deps.lti.platformOrigins(),
        mediaHosts: deps.courses.da.mediaHosts,
      }),
    )
    .use(assets(deps.root))
    .use(courseMedia({ id: deps.courses.da.id, folder: deps.courseFolder }))
    .use('/rum', roomRouter({ ...deps, routes: routesOf(deps) }))
    .use(operationRoutes(deps))
    .use(publicReminderRoutes(deps))
    .use(frontDoor(deps))
    .use(notFound)
    .use(showProblem(deps.log));
};
