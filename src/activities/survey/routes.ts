import type { RoomRoute } from '../../http/route.ts';
import { surveysOf } from '../../content/find.ts';
import { stepRoutes, type StepDeps } from '../engine/index.ts';
import type { SurveyActivity } from '../../content/course.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { ActivityResponse } from '../../responses/responses.ts';
import { isSurvey } from './activity.ts';
import { ownChange } from './ownChange.ts';
import { offerAfter, ownLinkRoutes, type OwnLinkDeps } from './ownLinks/index.ts';
import { NO } from './parts.ts';
import { surveyFor } from './personal.ts';
import { stepping } from './stepping.ts';
import { texts } from '../../text/texts.ts';

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
    receiptMore: async (activity, viewer) => {
      if (!isSurvey(activity)) return {};
      const own = await deps.responses.ofPerson(viewer.room, viewer.person);
      const more = {
        ...(await offerAfter(deps, activity, viewer)),
        ownChange: changeOf(deps, activity, { own, viewer }),
      };
      const { sent } = own.find((response) => response.activity === activity.id) ?? {};
      return sent?.[activity.consent] === NO ? { ...more, ...declinedReceipt(viewer) } : more;
    },
  };
}

/** What differs on the receipt of someone who did not want to answer: there are no answers to thank for. */
function declinedReceipt({ language }: Viewer): object {
  const words = texts[language].survey;
  const { title, ...declined } = words.declinedReceipt;
  return { title, words: { ...words, receipt: { ...words.receipt, ...declined } } };
}

/**
 * What has changed for the person since the survey before the course; nothing on that survey itself, and nothing for a
 * link without the course room: whoever holds it was not promised more than this survey.
 */
function changeOf(
  { courses }: OwnLinkDeps,
  survey: SurveyActivity,
  { own, viewer }: { own: ActivityResponse[]; viewer: Viewer },
): object | undefined {
  if (viewer.only !== undefined || (survey.wave !== 'efter' && survey.wave !== '3-maaneder')) return undefined;
  const [start] = surveysOf(courses.da).before;
  const of = (id: string | undefined) => own.find(({ activity }) => activity === id);
  return ownChange({ survey, before: of(start?.id), now: of(survey.id), language: viewer.language });
}
