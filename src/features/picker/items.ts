import { kindOf } from '../../activities/kinds.ts';
import type { Activity, Course } from '../../content/course.ts';
import { courseWeeks, topicOf, weekOf } from '../../content/rhythm.ts';
import type { ChosenItem } from '../../lti/index.ts';
import { coursePartTags, weekId, WHOLE_COURSE } from '../../domain/courseParts.ts';
import type { Text } from '../../text/texts.ts';
import type { Schedule } from '../../domain/schedule.ts';

export interface Offered {
  course: Course;
  /** Determines which modules form a week. */
  schedule: Pick<Schedule, 'rhythm'>;
  /** In the language of the titles that are placed. */
  text: Text;
}

/** One activity. Its title includes its week, since a course room shows all links in one list. */
export function activityItem(activity: Activity, offered: Offered): ChosenItem {
  const { id, kind, title, intro } = activity;
  const week = weekOfActivity(activity, offered);
  return {
    title: week === undefined ? title : offered.text.picker.week(week, title),
    text: intro,
    activity: id,
    resourceId: id,
    picture: kind,
    tag: kindOf(activity).isGraded ? kind : '',
    progress: false,
  };
}

function weekOfActivity({ id }: Activity, { course, schedule }: Offered): number | undefined {
  const module = course.modules.find(({ activities }) => activities.some((each) => each.id === id));
  return module && weekOf(course, schedule, module);
}

/** A link to the room's front page, with a column for the whole course. */
export function courseItem(progress: boolean, { text }: Offered): ChosenItem {
  return {
    title: text.picker.places.forsiden.title,
    text: text.picker.places.forsiden.text,
    activity: '',
    resourceId: WHOLE_COURSE,
    picture: 'front',
    tag: coursePartTags.course,
    progress,
  };
}

/** A link to each week, with a column for the whole week. */
export function weekItems(progress: boolean, offered: Offered): ChosenItem[] {
  const { course, schedule, text } = offered;
  return courseWeeks(course, schedule).map((week) => ({
    title: text.picker.week(week.number, topicOf(week)),
    text: week.modules.map(({ summary }) => summary).join(' '),
    activity: weekId(week.number),
    resourceId: weekId(week.number),
    picture: 'front',
    tag: coursePartTags.week,
    progress,
  }));
}

/** Pages of the room that give no grade: the value of the button that chooses one, and the `activity` that opens it. */
const places = { forsiden: '', vaerktoejskassen: 'vaerktoejskasse', humoerdagbogen: 'humoerdagbog' } as const;
export type PlaceName = keyof typeof places;
export const placeNames = Object.keys(places) as PlaceName[];

export function placeItem(name: PlaceName, { picker }: Text): ChosenItem {
  return {
    title: picker.places[name].title,
    text: picker.places[name].text,
    activity: places[name],
    resourceId: places[name],
    picture: 'front',
    tag: '',
    progress: false,
  };
}
