import type { Activity, Course } from '../../content/course.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';

/** How far a participant is with an activity. */
export type State = 'open' | 'begun' | 'done';

export interface WeekPageInput {
  course: Course;
  /** Activity id to how far this participant is; one without an entry is open. */
  states: ReadonlyMap<string, State>;
  home: string;
  language: Language;
}

/** "Min uge": the one next thing first, then the weeks. */
export const weekPage = ({ course, states, home, language }: WeekPageInput) => {
  const text = texts[language].room;
  const stateOf = (activity: Activity) => states.get(activity.id) ?? 'open';
  const item = (activity: Activity) => ({
    title: activity.title,
    intro: activity.intro,
    href: `${home}aktivitet/${activity.id}`,
    minutes: text.minutes(activity.minutes),
    state: text.states[stateOf(activity)],
    begun: stateOf(activity) === 'begun',
    done: stateOf(activity) === 'done',
    action: { open: text.begin, begun: text.goOn, done: text.see }[stateOf(activity)],
  });
  const weeks = course.modules.map((module) => ({
    title: text.week(module.number, module.title),
    summary: module.summary,
    activities: module.activities.map(item),
  }));
  // What is begun comes before what is new: finishing is easier than starting.
  const undone = weeks.flatMap((week) => week.activities).filter((activity) => !activity.done);
  return { title: text.title, next: undone.find((activity) => activity.begun) ?? undone[0], weeks };
};
