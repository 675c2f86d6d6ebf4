import { z } from 'zod';
import type { Activity, Course } from '../../content/course.ts';
import type { ActivityKind } from '../../domain/answers.ts';
import type { ChosenItem } from '../../domain/selection.ts';
import type { Text } from '../../text/texts.ts';
import { activitiesOf, surveysOf } from '../activities.ts';

/** Whether completing an activity of this kind gives a grade (contract). A new kind must say. */
const isGraded: Record<ActivityKind, boolean> = { prep: true, scenario: true, handleplan: true, survey: true };

const itemOf = ({ id, kind, title, intro }: Activity): ChosenItem => ({
  title,
  text: intro,
  activity: id,
  picture: kind,
  tag: isGraded[kind] ? kind : '',
});

/** Pages of the room that give no grade, by the value of the button that chooses one; each is opened by its `activity`. */
const places = { forsiden: '', vaerktoejskassen: 'vaerktoejskasse', humoerdagbogen: 'humoerdagbog' } as const;
export type PlaceName = keyof typeof places;
export const placeNames = Object.keys(places) as PlaceName[];

const placeItem = (name: PlaceName, { picker }: Text): ChosenItem => ({
  title: picker.places[name].title,
  text: picker.places[name].text,
  activity: places[name],
  picture: 'front',
  tag: '',
});

/** The values of the buttons that choose. */
export const choices = {
  whole: 'kurset',
  nothing: 'fortryd',
  module: (id: string) => `uge.${id}`,
  activity: (id: string) => `aktivitet.${id}`,
};

const pressed = z.object({ choice: z.string().max(200), front: z.string().max(10).optional() }).catch({ choice: '' });

export interface Offered {
  course: Course;
  /** In the language of the titles that are placed. */
  text: Text;
}

/**
 * What a posted form chose, in course order; empty for nothing, undefined where it names nothing that is offered. The
 * front page comes along with the whole course only where that is asked for: Moodle gives every item of one selection
 * the same completion rule, and "receive a grade" would never come true for a page that gives none.
 */
export const chosenItems = (body: unknown, { course, text }: Offered): ChosenItem[] | undefined => {
  const { choice, front } = pressed.parse(body);
  const all = activitiesOf(course);
  if (choice === choices.nothing) return [];
  const place = placeNames.find((name) => choice === name);
  if (place) return [placeItem(place, text)];
  if (choice === choices.whole)
    return [...(front === undefined ? [] : [placeItem('forsiden', text)]), ...all.map(itemOf)];
  const module = course.modules.find(({ id }) => choice === choices.module(id));
  const single = [...all, ...surveysOf(course).screening];
  const chosen = module?.activities ?? single.filter(({ id }) => choice === choices.activity(id));
  return chosen.length > 0 ? chosen.map(itemOf) : undefined;
};
