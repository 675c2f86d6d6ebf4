import type { Activity, Course, Module } from '../../content/course.ts';
import { opensLater, weekBegins, weekNow, type Schedule } from '../../domain/schedule.ts';
import { dayOf, daysBetween } from '../../domain/week.ts';
import { surveysOf } from '../activities.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { dayInWords } from '../times.ts';
import { nextActivity, type State } from './nextActivity.ts';
import { nextWebinar } from './webinar.ts';

export interface WeekPageInput {
  course: Course;
  /** Activity id to how far this participant is; one without an entry is open. */
  states: ReadonlyMap<string, State>;
  schedule: Schedule;
  home: string;
  language: Language;
  /** Milliseconds since 1970. */
  now: number;
  /** When the person was here before this visit, in milliseconds since 1970; undefined at the first. */
  seenBefore: number | undefined;
}

/** From this many days on, one has been away. */
const AWAY_DAYS = 8;

/** "Min uge": the one next thing first, then the webinar, then the weeks: one open, the others folded. */
export const weekPage = (input: WeekPageInput) => {
  const { course, schedule, language, now, home, seenBefore } = input;
  const text = texts[language].room;
  const stateOf = (activity: Activity): State => input.states.get(activity.id) ?? 'open';
  const open = course.modules.filter(({ number }) => opensLater(schedule, number, now) === '');
  const { before, later } = surveysOf(course);
  // It is there for one who looks for it, but nobody is asked today for what comes three months after the course.
  const after = later.filter((survey) => survey.wave !== '3-maaneder' || stateOf(survey) === 'begun');
  const allOpen = open.length === course.modules.length;
  const next = nextActivity({ before, weeks: open, after: allOpen ? after : [], now: weekNow(schedule, now), stateOf });
  const weekOfNext = open.find(({ activities }) => next && activities.includes(next));
  // Before the course, the first week is the one to look into.
  const shown = weekToShow(input, next && before.some(({ id }) => id === next.id) ? open[0] : weekOfNext);
  const item = itemOf(input, stateOf);
  return {
    title: text.title,
    away: seenBefore !== undefined && daysBetween(dayOf(seenBefore), dayOf(now)) >= AWAY_DAYS,
    next: next && { ...item(next), lang: otherThan(weekOfNext?.language, language) },
    nothingNow: next ? undefined : nothingNow(input, stateOf),
    webinar: nextWebinar({ schedule, weeks: course.modules.length, now, language, home }),
    weeks: course.modules.map((module) => ({
      title: text.week(module.number, module.title),
      summary: module.summary,
      lang: otherThan(module.language, language),
      shown: module.number === shown,
      ...weekState(module, input, stateOf),
      activities: module.activities.map(item),
    })),
    surveys: [
      { title: text.before, activities: before.map(item) },
      { title: text.later, activities: later.map(item) },
    ].filter(({ activities }) => activities.length > 0),
    places: [
      { title: text.places.toolbox, text: text.places.toolboxText, href: `${home}vaerktoejskasse` },
      { title: texts[language].reminders.title, text: texts[language].reminders.place, href: `${home}paamindelser` },
    ],
  };
};

/** The language to mark a text with, where it is another than the page's. */
export const otherThan = (language: Language | undefined, page: Language): Language | '' =>
  language === undefined || language === page ? '' : language;

/** This week by the calendar; where there is none, the week of the next thing; when all is done, the last. */
const weekToShow = ({ course, schedule, now }: WeekPageInput, weekOfNext: Module | undefined): number => {
  const last = course.modules.length;
  const byDate = weekNow(schedule, now);
  return byDate === undefined ? (weekOfNext?.number ?? last) : Math.min(Math.max(byDate, 1), last);
};

const itemOf =
  ({ home, language }: WeekPageInput, stateOf: (activity: Activity) => State) =>
  (activity: Activity) => {
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

/** A week in a word or two: done, so much of it, open, or the day on which it opens. */
const weekState = (module: Module, input: WeekPageInput, stateOf: (activity: Activity) => State) => {
  const { schedule, now, language } = input;
  const text = texts[language].room;
  const done = module.activities.filter((activity) => stateOf(activity) === 'done').length;
  const isDone = done === module.activities.length;
  const opens = isDone ? '' : opensLater(schedule, module.number, now);
  const touched = module.activities.some((activity) => stateOf(activity) !== 'open');
  if (opens !== '') {
    const day = dayInWords(opens, language);
    return { state: text.opens(day), done: false, closed: !touched, opensOn: text.opensList(day) };
  }
  const begun = touched ? text.weekBegun(done, module.activities.length) : text.weekOpen;
  return { state: isDone ? text.weekDone : begun, done: isDone, closed: false, opensOn: '' };
};

/** There is nothing to do now: the course has not begun, or all that is open is done. */
const nothingNow = ({ course, schedule, now, language }: WeekPageInput, stateOf: (activity: Activity) => State) => {
  const text = texts[language].room;
  const coming = course.modules.find(({ number }) => opensLater(schedule, number, now) !== '');
  const begun = course.modules.some(({ activities }) => activities.some((activity) => stateOf(activity) !== 'open'));
  const day = coming && dayInWords(weekBegins(schedule, coming.number), language);
  return {
    heading: begun ? text.allDone : text.notBegun,
    message: begun ? text.allDoneText : text.notBegunText,
    coming: coming && day ? text.comesNext(text.week(coming.number, coming.title), day) : '',
  };
};
