import { findActivity, courseIn } from '../../content/find.ts';
import { Problem } from '../../http/problem.ts';
import type { RoomRoute } from '../../http/route.ts';
import type { BriefDeps } from './brief/gather.ts';
import { activityPath } from '../../activities/addresses.ts';

/**
 * "Send igen": completions that have not reached the LMS, of one person or of everyone, are tried at once. Pressing the
 * button again changes nothing: reports under way stay under way, and delivered ones are not sent again.
 */
export function resendRoute({ courses, responses, rooms }: BriefDeps): RoomRoute {
  return {
    method: 'post',
    path: '/aktivitet/:activity/send-igen',
    action: 'resendScores',
    handle: async ({ viewer, req, res }) => {
      const activity = findActivity(courseIn(courses, viewer.language), String(req.params['activity']))?.id;
      if (activity === undefined) throw new Problem('unknown-activity');
      const wanted = personIn(req.body);
      const everyone = await responses.listSealed(viewer.room, activity);
      for (const { person } of everyone) {
        if (wanted === '' || wanted === person) await responses.retryReports({ room: viewer.room, person, activity });
      }
      await rooms.gradebooks.lookSoon(viewer.room);
      res.redirect(303, `${activityPath(viewer, activity)}?sendt-igen#besked`);
    },
  };
}

/** The person that the form names; empty for everyone. */
function personIn(body: unknown): string {
  const { person } = (body ?? {}) as { person?: unknown };
  return typeof person === 'string' ? person : '';
}
