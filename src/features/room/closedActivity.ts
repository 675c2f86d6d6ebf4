import { kindOf } from '../../activities/kinds.ts';
import type { Courses } from '../../content/course.ts';
import type { Clock } from '../../domain/clock.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import type { Responses } from '../../responses/responses.ts';
import type { Schedules } from '../../rooms/settings.ts';
import { texts } from '../../text/texts.ts';
import { courseIn, findActivity } from '../../content/find.ts';
import { activityOpens } from '../../activities/opening.ts';
import { dayInWords } from '../../text/times.ts';

export interface ClosedActivityDeps {
  courses: Courses;
  responses: Responses;
  schedules: Schedules;
  clock: Clock;
}

/**
 * The page of an activity whose week or day has not come: it says when the activity opens. Mount this before all kinds
 * of activity. An activity that someone has begun stays open to them, even if the instructor sets a later date; and
 * forms are always accepted, so that nothing written on a page that was open is lost.
 */
export function closedActivity(deps: ClosedActivityDeps): RoomRoute {
  return {
    method: 'get',
    path: '/aktivitet/:activity{/*rest}',
    action: 'answerActivity',
    applies: async (visit) => (await opens(deps, visit)) !== '',
    handle: async (visit) => {
      const { viewer, res } = visit;
      const day = dayInWords(await opens(deps, visit), viewer.language);
      const activity = findActivity(courseIn(deps.courses, viewer.language), idIn(visit));
      const { room } = texts[viewer.language];
      const own = activity && kindOf(activity).words[viewer.language].notOpenYet;
      const advice = own || room.closed.advice;
      const explanation = room.closed.explanation(activity?.title ?? '', day);
      res.render('room/closed', { title: room.closed.title, explanation, advice });
    },
  };
}

async function opens({ courses, responses, schedules, clock }: ClosedActivityDeps, visit: Visit) {
  const { room, person } = visit.viewer;
  const activity = idIn(visit);
  const day = activityOpens(courses.da, activity, { schedule: await schedules.of(room), now: clock() });
  return day !== '' && (await responses.get({ room, person, activity })) === undefined ? day : '';
}

function idIn({ req }: Visit): string {
  return String(req.params['activity']);
}
