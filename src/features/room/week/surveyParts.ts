import { courseTime } from '../../../activities/opening.ts';
import type { Activity, SurveyActivity } from '../../../content/course.ts';
import { followUpOf, surveysOf } from '../../../content/find.ts';
import { dayOf, daysBetween } from '../../../domain/week.ts';
import { dueDayOf, isThreeMonthsAfter, surveyOpensLater, threeMonthsAfter } from '../../../domain/surveyDates.ts';
import { texts } from '../../../text/texts.ts';
import type { State } from './nextActivity.ts';
import { itemOf, type WeekPageInput } from './weekItems.ts';

type StateOf = (activity: Activity) => State;

/** Whether a survey may be the next thing to do: from its day on; the survey three months after needs such a day. */
export function isAskedNow(survey: SurveyActivity, { course, schedule, now }: WeekPageInput): boolean {
  const time = courseTime(course, { schedule, now });
  return survey.wave === '3-maaneder' ? isThreeMonthsAfter(time) : surveyOpensLater(survey.wave, time) === '';
}

/**
 * Whether Min uge shows a later survey: never before its time, when it would look like a debt. In a class without
 * dates, the course counts as nearly over once its last week is begun.
 */
export function isDue(survey: SurveyActivity, input: WeekPageInput, stateOf: StateOf): boolean {
  if (stateOf(survey) !== 'open') return true;
  const { course, schedule, now } = input;
  const day = dueDayOf(survey.wave, courseTime(course, { schedule, now }));
  if (day !== '') return day <= dayOf(now);
  if (survey.wave === '3-maaneder') return false;
  return (course.modules.at(-1)?.activities ?? []).some((activity) => stateOf(activity) !== 'open');
}

/** The surveys before and after the weeks; the screening only for people who have used it, or if the class uses it. */
export function surveyParts(input: WeekPageInput, stateOf: StateOf) {
  const text = texts[input.language].room;
  const { screening, before, later } = surveysOf(input.course);
  const used = screening.filter((survey) => stateOf(survey) !== 'open' || input.placed?.has(survey.id));
  const item = itemOf(input, stateOf);
  return [
    { title: text.before, activities: [...used, ...before].map(item), more: undefined },
    {
      title: text.later,
      activities: later.filter((survey) => isDue(survey, input, stateOf)).map(item),
      more: ownLink(input, stateOf),
    },
  ].filter(({ activities, more }) => activities.length > 0 || more !== undefined);
}

/** From this many days before the three-month survey, people may want a personal link. */
const NEAR_DAYS = 30;

/** The offer of a link for answering after the course room has closed; shown once the course is over for the person. */
function ownLink({ course, schedule, now, home, language }: WeekPageInput, stateOf: StateOf) {
  const { later } = surveysOf(course);
  const followUp = followUpOf(course);
  if (!followUp || stateOf(followUp) === 'done') return undefined;
  const hasEnded = later.some((survey) => survey.wave === 'efter' && stateOf(survey) === 'done');
  const day = threeMonthsAfter(courseTime(course, { schedule, now }));
  const isNear = day !== '' && daysBetween(dayOf(now), day) <= NEAR_DAYS;
  return hasEnded || isNear ? { href: `${home}mit-link`, label: texts[language].survey.link.week } : undefined;
}
