import type { Request } from 'express';
import { Problem } from '../../http/problem.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import type { Activity, SteppedActivity } from '../../content/course.ts';
import type { ActivityKind } from '../../domain/answers.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { ActivityResponse } from '../../responses/responses.ts';
import { courseIn, findActivity, steppedOf } from '../../content/find.ts';
import { activityPath, stepPath } from '../addresses.ts';
import { keptThanks, onwardFrom } from '../onward.ts';
import { postStep } from './postStep.ts';
import { receiptPage, receiptPath } from './receiptPage.ts';
import { resumeAt, stepAt, stepPostedAt } from './rules.ts';
import { showStep, type StepPlace, type StepDeps } from './showStep.ts';
import type { Stepping } from './stepping.ts';
import { isShown } from './visible.ts';

/** A kind of activity that consists of steps. */
export interface SteppedKind {
  name: ActivityKind;
  stepping: Stepping;
}

/** The participant's pages of an activity made of steps: its steps and the receipt. */
export function stepRoutes(needed: StepDeps, { name, stepping }: SteppedKind): RoomRoute[] {
  const deps: Deps = { ...needed, stepping };
  const shared = {
    action: 'answerActivity',
    applies: ({ req }: Visit) => findActivity(deps.courses.da, String(req.params['activity']))?.kind === name,
  } as const;
  const base = '/aktivitet/:activity';
  return [
    { ...shared, method: 'get', path: base, handle: (visit) => goOn(deps, visit) },
    {
      ...shared,
      method: 'get',
      path: `${base}/trin/:step`,
      handle: async (visit) => {
        const place = await placeOf(deps, visit);
        const response = await draftNow(deps, visit.viewer, place.activity);
        if (isThere(place, response)) await showStep(deps, visit, { ...place, response });
        else visit.res.redirect(303, activityPath(visit.viewer, place.activity.id));
      },
    },
    {
      ...shared,
      method: 'post',
      path: `${base}/trin/:step`,
      handle: async (visit) => postStep(deps, visit, await placeOf(deps, visit, stepPostedAt)),
    },
    { ...shared, method: 'get', path: `${base}/kvittering`, handle: (visit) => showReceipt(deps, visit) },
  ];
}

interface Deps extends StepDeps {
  stepping: Stepping;
}

/** Redirects to where the person left off: a step, or the receipt if everything is sent. */
async function goOn(deps: Deps, { viewer, req, res }: Visit): Promise<void> {
  const activity = await activityOf(deps, viewer, req);
  res.redirect(303, goesOnAt(viewer, activity, await draftNow(deps, viewer, activity)) + keptThanks(req));
}

/** The address where the person left off: of a step, or of the receipt if everything is sent. */
export function goesOnAt(
  viewer: Pick<Viewer, 'room'>,
  activity: SteppedActivity,
  response: Pick<ActivityResponse, 'step' | 'draft' | 'sent'> | undefined,
): string {
  if (response?.sent) return receiptPath(viewer, activity.id);
  return stepPath(viewer, activity.id, resumeAt(activity, response?.step, response?.draft) + 1);
}

async function showReceipt(deps: Deps, { viewer, req, res }: Visit): Promise<void> {
  const activity = await activityOf(deps, viewer, req);
  const response = await responseOf(deps, viewer, activity);
  if (!response?.sent) {
    res.redirect(303, activityPath(viewer, activity.id));
    return;
  }
  const next = (await onwardFrom(deps, viewer, activity))?.activity;
  const more = await deps.receiptMore?.(activity, viewer);
  res.render('engine/receipt', { ...receiptPage({ ...deps, activity, viewer, response, next }), ...more });
}

/** The response with what of its draft still holds, if the content has changed since. */
async function draftNow(deps: Deps, viewer: Viewer, activity: SteppedActivity): Promise<ActivityResponse | undefined> {
  const response = await responseOf(deps, viewer, activity);
  const { stillHolds } = deps.stepping;
  if (!response || !stillHolds) return response;
  return { ...response, draft: stillHolds(activity, response.draft, response.contentVersion) };
}

function responseOf({ responses }: StepDeps, viewer: Viewer, activity: Activity) {
  return responses.get({ room: viewer.room, person: viewer.person, activity: activity.id });
}

async function activityOf({ courses, personal }: StepDeps, viewer: Viewer, req: Request): Promise<SteppedActivity> {
  const found = findActivity(courseIn(courses, viewer.language), String(req.params['activity']));
  const activity = found && steppedOf(found);
  if (!activity) throw new Problem('unknown-activity');
  return personal ? personal(activity, viewer) : activity;
}

async function placeOf(deps: Deps, { viewer, req }: Visit, indexOf = stepAt): Promise<StepPlace> {
  const activity = await activityOf(deps, viewer, req);
  const index = indexOf(activity, String(req.params['step']));
  const step = index === undefined ? undefined : activity.steps[index];
  if (index === undefined || !step) throw new Problem('not-found');
  return { activity, stepping: deps.stepping, step, index };
}

/** Whether the step is part of this person's path: an old link may lead to a step that no longer is. */
function isThere({ index, step }: StepPlace, response: ActivityResponse | undefined): boolean {
  return index === 0 || isShown(step, response?.draft ?? {});
}
