import type { RoomRoute } from '../../http/route.ts';
import { surveysOf } from '../activities.ts';
import { stepRoutes, type StepDeps } from '../steps/index.ts';
import { offerAfter, ownLinkRoutes, type OwnLinkDeps } from './ownLink.ts';
import { surveyFor } from './personal.ts';

/** Surveys, for the one who answers. What they come to is in `features/evaluation`. */
export const surveyRoutes = (deps: OwnLinkDeps): RoomRoute[] => [
  ...stepRoutes(forOne(deps), 'survey'),
  ...ownLinkRoutes(deps),
];

/** The steps of a survey, for one who is not asked twice for what is known. */
const forOne = (deps: OwnLinkDeps): StepDeps => ({
  ...deps,
  personal: async (activity, { room, person, language }) => {
    if (activity.kind !== 'survey') return activity;
    const own = await deps.responses.ofPerson(room, person);
    const { screening, before } = surveysOf(deps.courses.da);
    // Both ask how it is before the course. After it and three months later is to be measured, however soon that is.
    const start = [...screening, ...before].map(({ id }) => id);
    const sameMoment = start.includes(activity.id) ? start : [];
    return surveyFor(activity, { own, sameMoment, language, now: deps.clock() });
  },
  receiptMore: async (activity, viewer) => (activity.kind === 'survey' ? offerAfter(deps, activity, viewer) : {}),
});
