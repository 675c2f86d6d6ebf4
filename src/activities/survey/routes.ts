import type { RoomRoute } from '../../http/route.ts';
import { surveysOf } from '../../content/find.ts';
import { stepRoutes, type StepDeps } from '../engine/index.ts';
import { isSurvey } from './activity.ts';
import { offerAfter, ownLinkRoutes, type OwnLinkDeps } from './ownLinks/index.ts';
import { surveyFor } from './personal.ts';
import { stepping } from './stepping.ts';

/** Surveys, for the one who answers. What they come to is in `features/evaluation`. */
export function surveyRoutes(deps: OwnLinkDeps): RoomRoute[] {
  return [...stepRoutes(forOne(deps), { name: 'survey', stepping }), ...ownLinkRoutes(deps)];
}

/** The steps of a survey, for one who is not asked twice for what is known. */
function forOne(deps: OwnLinkDeps): StepDeps {
  return {
    ...deps,
    personal: async (activity, { room, person, language }) => {
      if (!isSurvey(activity)) return activity;
      const own = await deps.responses.ofPerson(room, person);
      const { screening, before } = surveysOf(deps.courses.da);
      // Both ask how it is before the course. After it and three months later is to be measured, however soon that is.
      const start = [...screening, ...before].map(({ id }) => id);
      const sameMoment = start.includes(activity.id) ? start : [];
      return surveyFor(activity, { own, sameMoment, language, now: deps.clock() });
    },
    receiptMore: async (activity, viewer) => (isSurvey(activity) ? offerAfter(deps, activity, viewer) : {}),
  };
}
