import { z } from 'zod';
import type { Activity, Course } from '../../content/course.ts';
import type { ActivityKind } from '../../domain/answers.ts';
import type { ChosenItem } from '../../domain/selection.ts';
import type { Text } from '../../text/texts.ts';
import { activitiesOf } from '../activities.ts';

/** Whether completing an activity of this kind gives a grade (contract). A new kind must say. */
const isGraded: Record<ActivityKind, boolean> = { prep: true, scenario: true, handleplan: true, survey: true };

const itemOf = ({ id, kind, title, intro }: Activity): ChosenItem => ({
  title,
  text: intro,
  activity: id,
  picture: kind,
  tag: isGraded[kind] ? kind : '',
});

const frontItem = ({ picker }: Text): ChosenItem => ({
  title: picker.frontTitle,
  text: picker.frontText,
  activity: '',
  picture: 'front',
  tag: '',
});

/** The values of the buttons that choose. */
export const choices = {
  whole: 'kurset',
  front: 'forsiden',
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
  if (choice === choices.front) return [frontItem(text)];
  if (choice === choices.whole) return [...(front === undefined ? [] : [frontItem(text)]), ...all.map(itemOf)];
  const module = course.modules.find(({ id }) => choice === choices.module(id));
  const chosen = module?.activities ?? all.filter(({ id }) => choice === choices.activity(id));
  return chosen.length > 0 ? chosen.map(itemOf) : undefined;
};
