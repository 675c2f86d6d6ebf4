import type { Request } from 'express';
import type { Activity, Course, Courses } from '../content/course.ts';
import { activitiesOf, courseIn, findActivity, followUpOf, surveysOf } from '../content/find.ts';
import type { Clock } from '../domain/clock.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { Visit } from '../http/route.ts';
import type { Responses } from '../responses/responses.ts';
import type { Schedules } from '../rooms/settings.ts';
import { texts } from '../text/texts.ts';
import { activityPath } from './addresses.ts';
import { activityOpens } from './opening.ts';

export interface OnwardDeps {
  courses: Courses;
  responses: Responses;
  schedules: Pick<Schedules, 'of'>;
  clock: Clock;
}

export interface Onward {
  activity: Activity;
  /** Whether it belongs to the same week, so that one may as well go straight on. */
  isOfWeek: boolean;
}

/**
 * What a person comes to after this activity: what is left of its week, else the first in the course. Only what is open,
 * and never a survey that is due only months later. Undefined if nothing is left, or for a link to one activity alone.
 */
export async function onwardFrom(deps: OnwardDeps, viewer: Viewer, current: Activity): Promise<Onward | undefined> {
  if (viewer.only !== undefined) return undefined;
  const own = await deps.responses.ofPerson(viewer.room, viewer.person);
  const sent = new Set(own.filter((response) => response.sent).map((response) => response.activity));
  const opening = { schedule: await deps.schedules.of(viewer.room), now: deps.clock() };
  const course = courseIn(deps.courses, viewer.language);
  const isLeft = ({ id }: Activity) =>
    !sent.has(id) && id !== followUpOf(course)?.id && activityOpens(deps.courses.da, id, opening) === '';
  // In the week's own order, so that what "Min uge" names first is not passed over by whoever began further down.
  const ofWeek = weekWith(course, current).find((each) => each.id !== current.id && isLeft(each));
  const activity = ofWeek ?? around(current, activitiesOf(course)).find(isLeft);
  return activity && { activity, isOfWeek: ofWeek !== undefined };
}

/** The activities of a week in turn. The survey before the course comes after the welcome, as "Min uge" has it. */
function weekWith(course: Course, { id }: Activity): Activity[] {
  const weeks = course.modules.map(({ activities: [first, ...rest] }, index) => [
    ...(first ? [first] : []),
    ...(index === 0 ? surveysOf(course).before : []),
    ...rest,
  ]);
  return weeks.find((week) => week.some((activity) => activity.id === id)) ?? [];
}

/** The others of the course, from the one after this. */
function around({ id }: Activity, all: Activity[]): Activity[] {
  const at = all.findIndex((activity) => activity.id === id);
  return [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))];
}

const FROM = 'efter';

/** The address of an activity, for someone who has just sent another: its first page thanks. */
export function onwardPath(viewer: Viewer, { id }: Activity, from: Activity): string {
  return `${activityPath(viewer, id)}?${FROM}=${from.id}`;
}

/** The query that keeps the thanks when an address leads on to a step. */
export function keptThanks({ query }: Request): string {
  const from = query[FROM];
  return typeof from === 'string' ? `?${FROM}=${encodeURIComponent(from)}` : '';
}

/** The thanks for what was sent just before, and the way to its receipt; undefined if nothing was. */
export async function thanksFor({ courses, responses }: Pick<OnwardDeps, 'courses' | 'responses'>, visit: Visit) {
  const { viewer, req } = visit;
  const from = req.query[FROM];
  const activity = typeof from === 'string' ? findActivity(courseIn(courses, viewer.language), from) : undefined;
  if (!activity) return undefined;
  const response = await responses.get({ room: viewer.room, person: viewer.person, activity: activity.id });
  if (!response?.sent) return undefined;
  const { receipt } = texts[viewer.language].prep;
  return { heading: receipt.title, href: activityPath(viewer, activity.id), label: receipt.see, title: activity.title };
}
