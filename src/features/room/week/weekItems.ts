import type { Activity, Course, Module } from '../../../content/course.ts';
import { weekOf } from '../../../content/rhythm.ts';
import { opensLater, type Schedule } from '../../../domain/schedule.ts';
import type { Language } from '../../../domain/viewer.ts';
import { texts } from '../../../text/texts.ts';
import { dayInWords } from '../../../text/times.ts';
import type { State } from './nextActivity.ts';

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

/** The language to mark a text with, if it differs from the page's. */
export function otherThan(language: Language | undefined, page: Language): Language | '' {
  return language === undefined || language === page ? '' : language;
}

/** An activity as a row that leads to it. */
export function itemOf({ home, language }: WeekPageInput, stateOf: (activity: Activity) => State) {
  return (activity: Activity) => {
    const text = texts[language].room;
    const state = stateOf(activity);
    return {
      title: activity.title,
      intro: activity.intro,
      lang: otherThan(activity.language, language),
      href: `${home}aktivitet/${activity.id}`,
      minutes: text.minutes(activity.minutes),
      about: text.minutesShort(activity.minutes),
      picture: `images/activities/${activity.kind}.png`,
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
