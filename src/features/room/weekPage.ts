import type { Activity, Course } from '../../content/course.ts';
import { surveysOf } from '../activities.ts';
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
    // It is there for one who looks for it, but nobody is asked to do it today.
    waits: activity.kind === 'survey' && activity.wave === '3-maaneder' && stateOf(activity) === 'open',
    done: stateOf(activity) === 'done',
    action: { open: text.begin, begun: text.goOn, done: text.see }[stateOf(activity)],
  });
  const { before, later } = surveysOf(course);
  const weeks = [
    { title: text.before, summary: '', activities: before.map(item) },
    ...course.modules.map((module) => ({
      title: text.week(module.number, module.title),
      summary: module.summary,
      activities: module.activities.map(item),
    })),
    { title: text.later, summary: '', activities: later.map(item) },
  ].filter((week) => week.activities.length > 0);
  // What is begun comes before what is new: finishing is easier than starting.
  const undone = weeks.flatMap((week) => week.activities).filter(({ done, waits }) => !done && !waits);
  return { title: text.title, next: undone.find((activity) => activity.begun) ?? undone[0], weeks };
};
