import type { RequestHandler } from 'express';
import type { Core } from '../core.ts';
import type { Activity } from '../course/activities.ts';
import { originalCourse } from '../course/courses.ts';
import { mayTeach, type Person } from '../course/people.ts';
import { removeActivity } from '../course/removeActivity.ts';
import { queryText } from '../services/refuse.ts';
import { everyone, forPerson } from './guard.ts';
import { show, showError, textFor } from './show.ts';

/** A participant's grade for an activity, for the course page; undefined if the activity has no column. */
async function progressOf(core: Core, activity: Activity, person: Person) {
  const [item] = await core.lineItems.ofActivity(activity.id);
  if (!item || person.kind !== 'participant') return undefined;
  const grade = await core.grades.get(item.id, person.id);
  const score = grade?.score ?? null;
  return { done: score !== null, score, maximum: item.scoreMaximum };
}

export function coursePage(core: Core): RequestHandler {
  return forPerson(core, everyone, async ({ req, res, person }) => {
    const text = textFor(req);
    const activities = await core.activities.of(originalCourse.id);
    const model = {
      teaches: mayTeach(person),
      message: queryText(req, 'besked') ?? '',
      activities: await Promise.all(
        activities.map(async (activity) => ({
          ...activity,
          inWindow: activity.container === 'window',
          progress: await progressOf(core, activity, person),
        })),
      ),
    };
    await show(core, { req, res, view: 'course', title: text.course.title, here: 'course', model });
  });
}

/** The page with an activity in a frame, or the link that opens it in a new window. */
export function activityPage(core: Core): RequestHandler<{ id: string }> {
  return forPerson<{ id: string }>(core, everyone, async ({ req, res }) => {
    const activity = await core.activities.get(req.params.id);
    if (!activity) return showError(core, { req, res, status: 404, problem: 'activityGone' });
    const model = {
      activity,
      inWindow: activity.container === 'window',
      toolOrigin: new URL(core.toolUrl).origin,
      storage: core.misbehave.storage,
    };
    await show(core, { req, res, view: 'activity', title: activity.title, here: 'course', model });
  });
}

export function deleteActivity(core: Core): RequestHandler<{ id: string }> {
  return forPerson<{ id: string }>(core, mayTeach, async ({ req, res }) => {
    await removeActivity(core, req.params.id);
    res.redirect(303, `${core.addresses.base}/kursus`);
  });
}

/** Where a tool sends the person when it is done, with or without a message (LTI 1.3, launch presentation). */
export function returnPage(core: Core): RequestHandler {
  return async (req, res) => {
    const message = queryText(req, 'lti_errormsg') ?? queryText(req, 'lti_msg') ?? '';
    const query = message ? `?${new URLSearchParams({ besked: message }).toString()}` : '';
    const model = { address: `${core.addresses.base}/kursus${query}` };
    await show(core, { req, res, view: 'return', title: textFor(req).return.title, bare: true, model });
  };
}

export function selectPage(core: Core): RequestHandler {
  return forPerson(core, mayTeach, async ({ req, res }) => {
    const model = { toolOrigin: new URL(core.toolUrl).origin };
    await show(core, { req, res, view: 'select', title: textFor(req).select.title, here: 'select', model });
  });
}
