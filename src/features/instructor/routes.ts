import { Problem } from '../../http/problem.ts';
import type { RoomRoute } from '../../http/route.ts';
import { courseIn, findActivity, ofKind } from '../activities.ts';
import { answersPage } from './answersPage.ts';
import { pagingIn, briefRoutes } from './brief/routes.ts';
import { briefPath, type BriefDeps } from './brief/place.ts';
import { classNow } from './classNow.ts';
import { presentRoutes } from './present/routes.ts';
import { resendRoute } from './resend.ts';
import { syncStatus } from './syncStatus.ts';

export type InstructorDeps = BriefDeps;

/** The instructor's side: before and at a webinar, and of each preparation. */
export const instructorRoutes = (deps: InstructorDeps): RoomRoute[] => [
  ...briefRoutes(deps),
  ...presentRoutes(deps),
  readAnswers(deps),
  resendRoute(deps),
];

/** Answers to a preparation, or to a meeting with co-participants: each question's, who took part, what the LMS knows. */
const readAnswers = (deps: InstructorDeps): RoomRoute => ({
  method: 'get',
  path: '/aktivitet/:activity',
  action: 'readAnswers',
  reads: 'free-text',
  applies: (visit) => ofKind(deps.courses, 'prep')(visit) || ofKind(deps.courses, 'scenario')(visit),
  handle: async ({ viewer, req, res, noteReading }) => {
    const { language } = viewer;
    const course = courseIn(deps.courses, language);
    const activity = findActivity(course, String(req.params['activity']));
    if (activity?.kind !== 'prep' && activity?.kind !== 'scenario') throw new Problem('unknown-activity');
    const now = await classNow(deps, viewer.room, activity.id);
    await noteReading({ kind: 'answers', activity: activity.id, whose: now.sent.map(({ person }) => person) });
    const module = course.modules.find(({ activities }) => activities.includes(activity));
    res.render('instructor/answers', {
      ...answersPage({ activity, now, language, paging: pagingIn(req.query) }),
      sync: syncStatus({ ...now, now: deps.clock(), language }),
      resending: req.query['sendt-igen'] !== undefined,
      resendHref: `/rum/${viewer.room}/aktivitet/${activity.id}/send-igen`,
      briefHref: module ? briefPath(viewer, module.id) : '',
    });
  },
});
