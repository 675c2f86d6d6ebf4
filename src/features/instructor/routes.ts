import { Problem } from '../../http/problem.ts';
import type { RoomRoute } from '../../http/route.ts';
import { isOfKind } from '../../activities/kinds.ts';
import { courseIn, findActivity, steppedOf } from '../../content/find.ts';
import { coveredIn, withoutCovered } from '../combinedScores/index.ts';
import { answersPage } from './answersPage.ts';
import { pagingIn, briefRoutes } from './brief/routes.ts';
import { briefPath } from './brief/addresses.ts';
import type { BriefDeps } from './brief/gather.ts';
import { classNow } from './classNow.ts';
import { presentRoutes } from './present/routes.ts';
import { resendRoute } from './resend.ts';
import { sheetRoutes } from './sheet/routes.ts';
import { syncStatus } from './syncStatus.ts';
import { activityPath } from '../../activities/addresses.ts';

export type InstructorDeps = BriefDeps;

/** The instructor's pages: before and during a webinar, and for each preparation. */
export function instructorRoutes(deps: InstructorDeps): RoomRoute[] {
  return [...briefRoutes(deps), ...presentRoutes(deps), ...sheetRoutes(deps), readAnswers(deps), resendRoute(deps)];
}

/**
 * The answers to an activity whose kind has readable answers: by question, with who took part, and what the LMS knows.
 */
function readAnswers(deps: InstructorDeps): RoomRoute {
  return {
    method: 'get',
    path: '/aktivitet/:activity',
    action: 'readAnswers',
    reads: 'free-text',
    applies: isOfKind(deps.courses, ({ staffRead }) => staffRead === 'answers'),
    handle: async ({ viewer, req, res, noteInAuditLog }) => {
      const { language } = viewer;
      const course = courseIn(deps.courses, language);
      const found = findActivity(course, String(req.params['activity']));
      const activity = found && steppedOf(found);
      if (!activity) throw new Problem('unknown-activity');
      const now = await classNow(deps, viewer.room, activity.id);
      await noteInAuditLog({ kind: 'answers', activity: activity.id, whose: now.sent.map(({ person }) => person) });
      const module = course.modules.find(({ activities }) => activities.some(({ id }) => id === activity.id));
      const responses = withoutCovered(now.responses, await coveredIn(deps, viewer.room));
      res.render('instructor/answers', {
        ...answersPage({ activity, now, language, paging: pagingIn(req.query) }),
        sync: syncStatus({ ...now, responses, now: deps.clock(), language }),
        resending: req.query['sendt-igen'] !== undefined,
        resendHref: `${activityPath(viewer, activity.id)}/send-igen`,
        briefHref: module ? briefPath(viewer, module.id) : '',
      });
    },
  };
}
