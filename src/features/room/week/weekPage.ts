import type { Activity, Module } from '../../../content/course.ts';
import { surveysOf } from '../../../content/find.ts';
import { courseWeeks, weekCount, weekOf } from '../../../content/rhythm.ts';
import { opensLater, weekBegins, weekNow } from '../../../domain/schedule.ts';
import { dayOf, daysBetween } from '../../../domain/week.ts';
import { texts } from '../../../text/texts.ts';
import { dayInWords } from '../../../text/times.ts';
import { extraOffers } from '../../extra/index.ts';
import { coursePath } from './coursePath.ts';
import { nextActivity, type State } from './nextActivity.ts';
import { ownPlaces } from '../places.ts';
import { isAskedNow, isDue, surveyParts } from './surveyParts.ts';
import { stageOf, themeOf, type Stage } from './theme.ts';
import { nextWebinar } from '../webinar.ts';
import { itemOf, otherThan, type WeekPageInput } from './weekItems.ts';

export type { WeekPageInput } from './weekItems.ts';

/** After this many days, someone counts as having been away. */
const AWAY_DAYS = 8;

type StateOf = (activity: Activity) => State;

/**
 * "Min uge": which week it is, the next thing to do, the week's few things, the webinar, and the rest behind a press.
 */
export function weekPage(input: WeekPageInput) {
  const { course, schedule, language, now, home, seenBefore } = input;
  const stateOf: StateOf = (activity) => input.states.get(activity.id) ?? 'open';
  const stage = stageOf(input, (activity) => stateOf(activity) === 'done');
  const { next, weekOfNext, shown } = nextOf(input, stateOf, stage);
  const item = itemOf(input, stateOf);
  return {
    title: texts[language].room.title,
    away: seenBefore !== undefined && daysBetween(dayOf(seenBefore), dayOf(now)) >= AWAY_DAYS,
    theme: themeOf(input, stage, shown),
    path: coursePath(input, stateOf, stage === 'during' ? shown : undefined),
    next: next && { ...item(next), lang: otherThan(weekOfNext?.language, language) },
    nothingNow:
      next || stage === 'after' ? undefined : { ...nothingNow(input, stateOf), back: weekBack(input, stage, shown) },
    tasks: without(tasksOf({ input, stateOf, stage, shown }), next && item(next).href),
    extras:
      opensLater(schedule, shown, now) === ''
        ? extraOffers({ course, modules: weekModules(shown, input), home, language })
        : [],
    webinar: nextWebinar({ schedule, weeks: weekCount(course, schedule), now, language, home }),
    surveys: surveyParts(input, stateOf),
    groups: ownPlaces(home, language),
    shown,
  };
}

/** The next thing to do, the module that it belongs to, and the week to show. */
function nextOf(input: WeekPageInput, stateOf: StateOf, stage: Stage) {
  const { course, schedule, now } = input;
  const open = course.modules.filter((module) => opensLater(schedule, weekOf(course, schedule, module), now) === '');
  const { screening, before: first, later } = surveysOf(course);
  const before = [...screening.filter((survey) => stateOf(survey) === 'begun'), ...first];
  const after = later.filter((survey) => stateOf(survey) === 'begun' || isAskedNow(survey, input));
  const allOpen = open.length === course.modules.length;
  const thisWeek = open.filter((module) => weekOf(course, schedule, module) === weekNow(schedule, now));
  // Once the course is over, undone activities are no longer suggested; they stay on the path.
  const asked = stage === 'after' ? [] : open;
  const early = stage === 'after' ? [] : before;
  const next = nextActivity({ before: early, thisWeek, open: asked, after: allOpen ? after : [], stateOf });
  const weekOfNext = open.find(({ activities }) => next && activities.includes(next));
  // Before the course, the first week is the one to look at.
  const shown = weekToShow(input, next && before.some(({ id }) => id === next.id) ? open[0] : weekOfNext);
  return { next, weekOfNext, shown };
}

interface Tasks {
  input: WeekPageInput;
  stateOf: StateOf;
  stage: Stage;
  shown: number;
}

/** The few things of the week; the survey before the course comes after the welcome, and later ones at their time. */
function tasksOf({ input, stateOf, stage, shown }: Tasks) {
  const { course, schedule, now, language } = input;
  const text = texts[language].room.tasks;
  const { before, later } = surveysOf(course);
  const isOpen = opensLater(schedule, shown, now) === '';
  const ofWeek = activitiesIn(shown, input);
  const [welcome, ...rest] = stage === 'after' || !isOpen ? [] : ofWeek;
  const isLast = stage === 'after' || shown === weekCount(course, schedule);
  const activities = [
    ...(welcome ? [welcome] : []),
    ...(shown === 1 && stage !== 'after' ? before : []),
    ...rest,
    ...(isLast ? later.filter((survey) => isDue(survey, input, stateOf)) : []),
  ];
  return { heading: text[stage], activities: activities.map(itemOf(input, stateOf)) };
}

/** Without the next thing to do, which is shown above. */
function without({ heading, activities }: ReturnType<typeof tasksOf>, next: string | undefined) {
  return { heading, activities: activities.filter(({ href }) => href !== next) };
}

/** The current week; if there is none, the week of the next thing to do; when everything is done, the last. */
function weekToShow({ course, schedule, now }: WeekPageInput, weekOfNext: Module | undefined): number {
  const last = weekCount(course, schedule);
  const byDate = weekNow(schedule, now);
  if (byDate !== undefined) return Math.min(Math.max(byDate, 1), last);
  return weekOfNext ? weekOf(course, schedule, weekOfNext) : last;
}

/** The link to look back at the shown week, once all of it is done. */
function weekBack(input: WeekPageInput, stage: Stage, shown: number) {
  const { states, language, home } = input;
  const activities = activitiesIn(shown, input);
  const isDone = activities.length > 0 && activities.every(({ id }) => states.get(id) === 'done');
  const label = texts[language].room.theme.lookBackAt(shown);
  return stage === 'during' && isDone ? { href: `${home}uge/${shown}/tilbageblik`, label } : undefined;
}

/** @param week from 1 */
function activitiesIn(week: number, input: WeekPageInput): Activity[] {
  return weekModules(week, input).flatMap(({ activities }) => activities);
}

/** @param week from 1 */
function weekModules(week: number, { course, schedule }: WeekPageInput): Module[] {
  return courseWeeks(course, schedule)[week - 1]?.modules ?? [];
}

/** Nothing to do now: the course has not begun, or everything open is done. */
function nothingNow({ course, schedule, now, language }: WeekPageInput, stateOf: StateOf) {
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
