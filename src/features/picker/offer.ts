import { z } from 'zod';
import { courseWeeks } from '../../content/rhythm.ts';
import type { ChosenItem } from '../../lti/index.ts';
import { activitiesOf, surveysOf } from '../../content/find.ts';
import { activityItem, courseItem, placeItem, placeNames, weekItems, type Offered } from './items.ts';

/** The values of the choosing buttons (contract). */
export const choices = {
  /** The whole course as one link, as a link for each week, and as every activity. */
  asOne: 'kursus-en',
  asWeeks: 'kursus-uger',
  asActivities: 'kursus-alle',
  nothing: 'fortryd',
  /** The activities of a module, each as a link. */
  module: (id: string) => `uge.${id}`,
  activity: (id: string) => `aktivitet.${id}`,
};

const pressed = z
  .object({
    choice: z.string().max(200),
    front: z.string().max(10).optional(),
    progress: z.string().max(10).optional(),
  })
  .catch({ choice: '' });

/**
 * What a posted form chose, in course order; empty for nothing, undefined if it names something that is not offered.
 * The front page is added to "every activity" only on request: Moodle gives all items of a selection the same
 * completion rule, and "receive a grade" would never come true for a page without a grade.
 */
export function chosenItems(body: unknown, offered: Offered): ChosenItem[] | undefined {
  const { choice, front, progress } = pressed.parse(body);
  const showsProgress = progress !== undefined;
  const { course, text } = offered;
  if (choice === choices.nothing) return [];
  if (choice === choices.asOne) return [courseItem(showsProgress, offered)];
  if (choice === choices.asActivities)
    return [...(front === undefined ? [] : [placeItem('forsiden', text)]), ...everyActivity(offered)];
  const place = placeNames.find((name) => choice === name);
  if (place) return [placeItem(place, text)];
  const weeks = weekItems(showsProgress, offered);
  if (choice === choices.asWeeks) return weeks;
  const week = weeks.find(({ activity }) => activity === choice);
  if (week) return [week];
  const single = [...activitiesOf(course), ...surveysOf(course).screening];
  const module = course.modules.find(({ id }) => choice === choices.module(id));
  const chosen = module?.activities ?? single.filter(({ id }) => choice === choices.activity(id));
  return chosen.length > 0 ? chosen.map((activity) => activityItem(activity, offered)) : undefined;
}

/** In the order of the class's weeks. */
function everyActivity(offered: Offered): ChosenItem[] {
  const { course, schedule } = offered;
  const { before, later } = surveysOf(course);
  const inWeeks = courseWeeks(course, schedule).flatMap(({ modules }) => modules);
  const all = [...before, ...inWeeks.flatMap(({ activities }) => activities), ...later];
  return all.map((activity) => activityItem(activity, offered));
}
