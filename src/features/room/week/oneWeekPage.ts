import { texts } from '../../../text/texts.ts';
import { courseWeeks, topicOf } from '../../../content/rhythm.ts';
import { opensLater } from '../../../domain/schedule.ts';
import { extraOffers } from '../../extra/index.ts';
import { nextActivity } from './nextActivity.ts';
import { itemOf, otherThan, weekState, type WeekPageInput } from './weekItems.ts';

/** A single week, for a link to it in the course room: first the next thing to do, then all of the week. */
export function oneWeekPage(week: number, input: WeekPageInput) {
  const { course, schedule, language, now, home } = input;
  const text = texts[language].room;
  const stateOf: Parameters<typeof itemOf>[1] = (activity) => input.states.get(activity.id) ?? 'open';
  const modules = courseWeeks(course, schedule)[week - 1]?.modules ?? [];
  const isOpen = opensLater(schedule, week, now) === '';
  const next = nextActivity({ before: [], thisWeek: [], open: isOpen ? modules : [], after: [], stateOf });
  const moduleOfNext = modules.find(({ activities }) => next && activities.includes(next));
  const item = itemOf(input, stateOf);
  return {
    title: text.week(week, topicOf({ modules })),
    next: next && { ...item(next), lang: otherThan(moduleOfNext?.language, language) },
    isDone: isOpen && !next,
    home,
    extras: isOpen ? extraOffers({ course, modules, home, language }) : [],
    modules: modules.map((module) => ({
      summary: module.summary,
      lang: otherThan(module.language, language),
      ...weekState(module, input, stateOf),
      activities: module.activities.map(item),
    })),
  };
}
