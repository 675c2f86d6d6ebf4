import type { RoomRoute } from '../../http/route.ts';
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
    return surveyFor(activity, { own, language, now: deps.clock() });
  },
  receiptMore: async (activity, viewer) => (activity.kind === 'survey' ? offerAfter(deps, activity, viewer) : {}),
});
