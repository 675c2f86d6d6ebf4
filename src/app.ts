import express, { type Express } from 'express';
import type { Deps } from './deps.ts';
import { inRequest } from './util/requestId.ts';
import { compressing } from './http/compressing.ts';
import { headersOfNoPage, secureHeaders } from './http/headers.ts';
import { health, metrics } from './http/health.ts';
import { logRequests } from './http/log.ts';
import { roomFrames } from './http/roomFrames.ts';
import { roomRouter } from './http/roomRouter.ts';
import { notFound, showProblem } from './http/showProblem.ts';
import { assets, courseMedia } from './http/static.ts';
import { caseWorkerPages, coordinatorRoutes } from './features/municipality/index.ts';
import { accessibilityPages } from './features/accessibility/index.ts';
import { courseIn } from './content/find.ts';
import { courseOfRoom, editorRoutes } from './features/editing/index.ts';
import { evaluatorRoutes } from './features/evaluation/index.ts';
import { noticeFor, publicPrivacyPages } from './features/privacy/index.ts';
import { deliveryRoutes, publicReminderRoutes } from './features/reminders/index.ts';
import { frontDoor } from './features/frontDoor/index.ts';
import { ownLinkEntry } from './activities/survey/ownLinks/index.ts';
import { operatorRoutes } from './features/operator/index.ts';
import { provisioningRoutes } from './features/provisioning/index.ts';
import { previewChanges } from './features/coursePreview/index.ts';
import { wholeWindowDoor } from './features/wholeWindow/index.ts';
import { routesOf } from './routes.ts';

/** The whole program in front of its store: the order here is the policy. Tests build this same app. */
export function createApp(deps: Deps): Express {
  const app = express()
    .disable('x-powered-by')
    .set('trust proxy', deps.config.production ? 1 : 'loopback');
  deps.views.useIn(app);
  if (deps.sandbox) app.use('/sandbox', deps.sandbox.router);
  if (deps.courseWatch) app.use(previewChanges(deps.courseWatch));
  return app
    .use((_req, _res, next) => inRequest(next))
    .use(compressing())
    .use(assets(deps.root))
    .use(courseMediaOf(deps))
    .use(['/health', '/metrics'], headersOfNoPage(deps.config))
    .use(health(deps.store, deps.stopping), metrics(deps.config.metricsToken, deps.meters))
    .use(logRequests(deps.log))
    .use('/rum/:room', courseOfRoom(deps))
    .use(secureHeaders({ production: deps.config.production, mediaHosts: () => deps.courses.da.mediaHosts }))
    .use('/rum/:room', roomFrames(deps))
    .use('/rum', rooms(deps))
    .use(operatorRoutes(deps, provisioningRoutes(deps)))
    .use(evaluatorRoutes(deps))
    .use(editorRoutes(deps))
    .use(publicPrivacyPages(deps))
    .use(accessibilityPages())
    .use(caseWorkerPages(deps), coordinatorRoutes(deps))
    .use(ownLinkEntry(deps), wholeWindowDoor(deps))
    .use(publicReminderRoutes(deps))
    .use(deliveryRoutes(deps))
    .use(frontDoor(deps))
    .use(notFound)
    .use(showProblem(deps.log));
}

function rooms(deps: Deps) {
  return roomRouter({
    ...deps,
    routes: routesOf(deps),
    notice: noticeFor(deps),
    courseOf: courseOf(deps),
    hardMoments: (language) => courseIn(deps.courses, language).hardMoments,
  });
}

/** Where a room's course is, for whoever has no session; not known while the store is away. */
function courseOf(deps: Deps): (room: string) => Promise<string> {
  return async (id) => {
    const room = await deps.rooms.room(id).catch(() => undefined);
    return room ? deps.lti.courseAddressOf(room).catch(() => '') : '';
  };
}

function courseMediaOf({ courses, courseFolder, courseWatch, contents }: Deps) {
  const { id } = courses.da;
  return courseMedia({ id, folder: courseFolder, keep: !courseWatch, byHash: contents.get });
}
