import type { RoomRoute } from '../../http/route.ts';
import { surveysOf } from '../../content/find.ts';
import { stepRoutes, type StepDeps } from '../engine/index.ts';
import { isSurvey } from './activity.ts';
import { offerAfter, ownLinkRoutes, type OwnLinkDeps } from './ownLinks/index.ts';
import { surveyFor } from './personal.ts';
import { stepping } from './stepping.ts';

/** The participant's pages of surveys. `features/evaluation` shows the results. */
export function surveyRoutes(deps: OwnLinkDeps): RoomRoute[] {
  return [...stepRoutes(forOne(deps), { name: 'survey', stepping }), ...ownLinkRoutes(deps)];
}

/** The steps of a survey for one person, without questions whose answers are known. */
function forOne(deps: OwnLinkDeps): StepDeps {
  return {
    ...deps,
    personal: async (activity, { room, person, language }) => {
      if (!isSurvey(activity)) return activity;
      const own = await deps.responses.ofPerson(room, person);
      const { screening, before } = surveysOf(deps.courses.da);
      // Both measure the situation before the course. The surveys after it and three months later are asked in any
      // case.
      const start = [...screening, ...before].map(({ id }) => id);
      const sameMoment = start.includes(activity.id) ? start : [];
      return surveyFor(activity, { own, sameMoment, language, now: deps.clock() });
    },
    receiptMore: async (activity, viewer) => (isSurvey(activity) ? offerAfter(deps, activity, viewer) : {}),
  };
}
