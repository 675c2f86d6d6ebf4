import type { Activity, Course, Module, SurveyActivity } from '../../content/course.ts';
import { opensLater, weekBegins, weekNow, type Schedule } from '../../domain/schedule.ts';
import { dayOf, daysBetween } from '../../domain/week.ts';
import { isThreeMonthsAfter, surveyOpensLater, threeMonthsAfter } from '../../domain/surveyDates.ts';
import { followUpOf, surveysOf } from '../../content/find.ts';
import { courseTime } from '../../activities/opening.ts';
import { weekCount, weekOf } from '../../content/rhythm.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { dayInWords } from '../../text/times.ts';
import { nextActivity, type State } from './nextActivity.ts';
import { ownPlaces } from './places.ts';
import { nextWebinar } from './webinar.ts';

export interface WeekPageInput {
  course: Course;
  /** By activity id: this participant's progress; an activity without an entry is open. */
  states: ReadonlyMap<string, State>;
  schedule: Schedule;
  home: string;
  language: Language;
  /** Milliseconds since 1970. */
  now: number;
  /** Ids of activities with a link in the course room, among those that are shown only then. */
  placed?: ReadonlySet<string>;
  /** When the person was last here before this visit, in milliseconds since 1970; undefined at the first visit. */
  seenBefore: number | undefined;
}

/** After this many days, someone counts as having been away. */
const AWAY_DAYS = 8;

/** "Min uge": first the next thing to do, then the webinar, then the weeks: one unfolded, the others folded. */
export function weekPage(input: WeekPageInput) {
  const { course, schedule, language, now, home, seenBefore } = input;
  const text = texts[language].room;
  const stateOf = (activity: Activity): State => input.states.get(activity.id) ?? 'open';
  const open = course.modules.filter((module) => opensLater(schedule, weekOf(course, schedule, module), now) === '');
  const { screening, before: first, later } = surveysOf(course);
  const before = [...screening.filter((survey) => stateOf(survey) === 'begun'), ...first];
  const after = later.filter((survey) => stateOf(survey) === 'begun' || isAskedNow(survey, input));
  const allOpen = open.length === course.modules.length;
  const thisWeek = open.filter((module) => weekOf(course, schedule, module) === weekNow(schedule, now));
  const next = nextActivity({ before, thisWeek, open, after: allOpen ? after : [], stateOf });
  const weekOfNext = open.find(({ activities }) => next && activities.includes(next));
  // Before the course, the first week is the one to look at.
  const shown = weekToShow(input, next && before.some(({ id }) => id === next.id) ? open[0] : weekOfNext);
  const item = itemOf(input, stateOf);
  return {
    title: text.title,
    away: seenBefore !== undefined && daysBetween(dayOf(seenBefore), dayOf(now)) >= AWAY_DAYS,
    next: next && { ...item(next), lang: otherThan(weekOfNext?.language, language) },
    nothingNow: next ? undefined : nothingNow(input, stateOf),
    webinar: nextWebinar({ schedule, weeks: weekCount(course, schedule), now, language, home }),
    weeks: course.modules.map((module) => ({
      title: text.week(weekOf(course, schedule, module), module.title),
      summary: module.summary,
      lang: otherThan(module.language, language),
      shown: weekOf(course, schedule, module) === shown,
      ...weekState(module, input, stateOf),
      activities: module.activities.map(item),
    })),
    surveys: surveyParts(input, stateOf),
    places: ownPlaces(home, language),
  };
}

/** The surveys before and after the weeks; the screening only for people who have used it, or if the class uses it. */
function surveyParts(input: WeekPageInput, stateOf: (activity: Activity) => State) {
  const text = texts[input.language].room;
  const { screening, before, later } = surveysOf(input.course);
  const used = screening.filter((survey) => stateOf(survey) !== 'open' || input.placed?.has(survey.id));
  return [
    { title: text.before, activities: [...used, ...before].map(itemOf(input, stateOf)), more: undefined },
    {
      title: text.later,
      activities: later.map((survey) => surveyItem(survey, input, stateOf)),
      more: ownLink(input, stateOf),
    },
  ].filter(({ activities }) => activities.length > 0);
}

/** Whether a survey may be the next thing to do: from its day on; the survey three months after needs such a day. */
function isAskedNow(survey: SurveyActivity, { course, schedule, now }: WeekPageInput): boolean {
  const time = courseTime(course, { schedule, now });
  return survey.wave === '3-maaneder' ? isThreeMonthsAfter(time) : surveyOpensLater(survey.wave, time) === '';
}

/** A survey in the list: with a link if it is open, else with the day on which it opens. */
function surveyItem(survey: SurveyActivity, input: WeekPageInput, stateOf: (activity: Activity) => State) {
  const { course, schedule, now, language } = input;
  const opens = stateOf(survey) === 'open' ? surveyOpensLater(survey.wave, courseTime(course, { schedule, now })) : '';
  const state = opens === '' ? {} : { closed: true, state: texts[language].room.opens(dayInWords(opens, language)) };
  return { ...itemOf(input, stateOf)(survey), ...state };
}

/** From this many days before the three-month survey, people may want a personal link. */
const NEAR_DAYS = 30;

/** The offer of a link for answering after the course room has closed; shown once the course is over for the person. */
function ownLink({ course, schedule, now, home, language }: WeekPageInput, stateOf: (activity: Activity) => State) {
  const { later } = surveysOf(course);
  const followUp = followUpOf(course);
  if (!followUp || stateOf(followUp) === 'done') return undefined;
  const hasEnded = later.some((survey) => survey.wave === 'efter' && stateOf(survey) === 'done');
  const day = threeMonthsAfter(courseTime(course, { schedule, now }));
  const isNear = day !== '' && daysBetween(dayOf(now), day) <= NEAR_DAYS;
  return hasEnded || isNear ? { href: `${home}mit-link`, label: texts[language].survey.link.week } : undefined;
}

/** The language to mark a text with, if it differs from the page's. */
export function otherThan(language: Language | undefined, page: Language): Language | '' {
  return language === undefined || language === page ? '' : language;
}

/** The current week; if there is none, the week of the next thing to do; when everything is done, the last. */
function weekToShow({ course, schedule, now }: WeekPageInput, weekOfNext: Module | undefined): number {
  const last = weekCount(course, schedule);
  const byDate = weekNow(schedule, now);
  if (byDate !== undefined) return Math.min(Math.max(byDate, 1), last);
  return weekOfNext ? weekOf(course, schedule, weekOfNext) : last;
}

export function itemOf({ home, language }: WeekPageInput, stateOf: (activity: Activity) => State) {
  return (activity: Activity) => {
    const text = texts[language].room;
    const state = stateOf(activity);
    return {
      title: activity.title,
      intro: activity.intro,
      href: `${home}aktivitet/${activity.id}`,
      minutes: text.minutes(activity.minutes),
      state: text.states[state],
      begun: state === 'begun',
      done: state === 'done',
      action: { open: text.begin, begun: text.goOn, done: text.see }[state],
    };
  };
}

/** A week's state in a word or two: done, partly done, open, or the day on which it opens. */
export function weekState(module: Module, input: WeekPageInput, stateOf: (activity: Activity) => State) {
  const { course, schedule, now, language } = input;
  const text = texts[language].room;
  const done = module.activities.filter((activity) => stateOf(activity) === 'done').length;
  const isDone = done === module.activities.length;
  const opens = isDone ? '' : opensLater(schedule, weekOf(course, schedule, module), now);
  const touched = module.activities.some((activity) => stateOf(activity) !== 'open');
  if (opens !== '') {
    const day = dayInWords(opens, language);
    return { state: text.opens(day), done: false, closed: !touched, opensOn: text.opensList(day) };
  }
  const begun = touched ? text.weekBegun(done, module.activities.length) : text.weekOpen;
  return { state: isDone ? text.weekDone : begun, done: isDone, closed: false, opensOn: '' };
}

/** Nothing to do now: the course has not begun, or everything open is done. */
function nothingNow({ course, schedule, now, language }: WeekPageInput, stateOf: (activity: Activity) => State) {
  const text = texts[language].room;
  const weekIn = (module: Module) => weekOf(course, schedule, module);
  const coming = course.modules.find((module) => opensLater(schedule, weekIn(module), now) !== '');
  const begun = course.modules.some(({ activities }) => activities.some((activity) => stateOf(activity) !== 'open'));
  const day = coming && dayInWords(weekBegins(schedule, weekIn(coming)), language);
  return {
    heading: begun ? text.allDone : text.notBegun,
    message: begun ? text.allDoneText : text.notBegunText,
    coming: coming && day ? text.comesNext(text.week(weekIn(coming), coming.title), day) : '',
  };
}
