import type { SurveyActivity } from '../../../content/course.ts';
import type { Clock } from '../../../domain/clock.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import { Problem } from '../../../http/problem.ts';
import type { RoomRoute, Visit } from '../../../http/route.ts';
import type { OwnLinks } from './store.ts';
import type { Schedules } from '../../../rooms/settings.ts';
import { courseIn, followUpOf } from '../../../content/find.ts';
import { activityOpens } from '../../opening.ts';
import type { StepDeps } from '../../engine/index.ts';
import { madeLinkPage, ownLinkOffer, ownLinkPage, type OwnLinkInput } from './page.ts';

export interface OwnLinkDeps extends StepDeps {
  ownLinks: OwnLinks;
  schedules: Schedules;
  clock: Clock;
  config: { toolUrl: string };
}

/** `/mit-link`: a participant makes a personal link, to answer the last survey once the course room has closed. */
export function ownLinkRoutes(deps: OwnLinkDeps): RoomRoute[] {
  return [
    {
      method: 'get',
      path: '/mit-link',
      action: 'makeOwnLink',
      handle: async (visit) => visit.res.render('survey/ownLink', ownLinkPage(await inputOf(deps, visit))),
    },
    {
      method: 'post',
      path: '/mit-link',
      action: 'makeOwnLink',
      // The page itself answers the form: a redirect would have to carry the token, or to store it.
      handle: async (visit) => {
        const input = await inputOf(deps, visit);
        if (input.answered) {
          visit.res.render('survey/ownLink', ownLinkPage(input));
          return;
        }
        const { token, link } = await deps.ownLinks.make(ownerOf(visit.viewer, input.survey));
        const address = `${deps.config.toolUrl}/svar/${token}`;
        visit.res.render('survey/ownLink', madeLinkPage(input, { address, link }));
      },
    },
  ];
}

/** What the receipt of the survey right after the course offers. */
export async function offerAfter(deps: OwnLinkDeps, { wave }: SurveyActivity, viewer: Viewer): Promise<object> {
  const survey = followUpOf(courseIn(deps.courses, viewer.language));
  if (!survey || wave !== 'efter' || viewer.only !== undefined) return {};
  const of = ownerOf(viewer, survey);
  const [current, response] = await Promise.all([deps.ownLinks.current(of), deps.responses.get(of)]);
  return response?.sent ? {} : { ownLink: ownLinkOffer({ viewer, current }) };
}

async function inputOf(deps: OwnLinkDeps, { viewer }: Visit): Promise<OwnLinkInput> {
  const course = courseIn(deps.courses, viewer.language);
  const survey = followUpOf(course);
  if (!survey) throw new Problem('not-found');
  const of = ownerOf(viewer, survey);
  const [current, response, schedule] = await Promise.all([
    deps.ownLinks.current(of),
    deps.responses.get(of),
    deps.schedules.of(viewer.room),
  ]);
  const opens = response ? '' : activityOpens(course, survey.id, { schedule, now: deps.clock() });
  return { survey, viewer, current, answered: Boolean(response?.sent), opens };
}

function ownerOf({ room, person }: Viewer, { id }: SurveyActivity) {
  return { room, person, activity: id };
}
