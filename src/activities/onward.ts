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
  /** Whether it belongs to the same week, so that going straight on makes sense. */
  isOfWeek: boolean;
}

/**
 * The activity to do after this one: the first that is left of its week, else of the course. Only open activities
 * count, and never a survey that is due months later. Undefined if nothing is left, or in a session for a single
 * activity.
 */
export async function onwardFrom(deps: OnwardDeps, viewer: Viewer, current: Activity): Promise<Onward | undefined> {
  if (viewer.only !== undefined) return undefined;
  const own = await deps.responses.ofPerson(viewer.room, viewer.person);
  const sent = new Set(own.filter((response) => response.sent).map((response) => response.activity));
  const opening = { schedule: await deps.schedules.of(viewer.room), now: deps.clock() };
  const course = courseIn(deps.courses, viewer.language);
  const isLeft = ({ id }: Activity) =>
    !sent.has(id) && id !== followUpOf(course)?.id && activityOpens(deps.courses.da, id, opening) === '';
  // In the week's own order: someone who began further down still gets what "Min uge" names first.
  const ofWeek = weekWith(course, current).find((each) => each.id !== current.id && isLeft(each));
  const activity = ofWeek ?? around(current, activitiesOf(course)).find(isLeft);
  return activity && { activity, isOfWeek: ofWeek !== undefined };
}

/** The activities of a week in order. The survey before the course comes after the welcome, as on "Min uge". */
function weekWith(course: Course, { id }: Activity): Activity[] {
  const weeks = course.modules.map(({ activities: [first, ...rest] }, index) => [
    ...(first ? [first] : []),
    ...(index === 0 ? surveysOf(course).before : []),
    ...rest,
  ]);
  return weeks.find((week) => week.some((activity) => activity.id === id)) ?? [];
}

/** The other activities of the course, beginning with the one after this. */
function around({ id }: Activity, all: Activity[]): Activity[] {
  const at = all.findIndex((activity) => activity.id === id);
  return [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))];
}

const FROM = 'efter';

/** The address of an activity for someone who has just sent another one: its first page thanks them. */
export function onwardPath(viewer: Viewer, { id }: Activity, from: Activity): string {
  return `${activityPath(viewer, id)}?${FROM}=${from.id}`;
}

/** The query string that keeps the thanks when the address redirects to a step. */
export function keptThanks({ query }: Request): string {
  const from = query[FROM];
  return typeof from === 'string' ? `?${FROM}=${encodeURIComponent(from)}` : '';
}

/** Thanks for the activity that was just sent, with a link to its receipt; undefined if none was. */
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
