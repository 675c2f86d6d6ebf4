import type { Request } from 'express';
import { Problem } from '../../http/problem.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import type { Activity, PrepActivity } from '../../content/course.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { activitiesOf, courseIn, findActivity, ofKind } from '../activities.ts';
import { activityPath, receiptPath, stepPath } from './addresses.ts';
import { postStep } from './postStep.ts';
import { receiptPage } from './receiptPage.ts';
import { resumeAt, stepAt } from './rules.ts';
import { showStep, type Place, type PrepDeps } from './showStep.ts';

export type { PrepDeps } from './showStep.ts';

/** The preparation, for the one who prepares: its steps, and the receipt. */
export const prepRoutes = (deps: PrepDeps): RoomRoute[] => {
  const shared = { action: 'answerActivity', applies: ofKind(deps.courses, 'prep') } as const;
  const base = '/aktivitet/:activity';
  return [
    { ...shared, method: 'get', path: base, handle: (visit) => goOn(deps, visit) },
    {
      ...shared,
      method: 'get',
      path: `${base}/trin/:step`,
      handle: async (visit) => {
        const place = placeOf(deps, visit);
        showStep(deps, visit, { ...place, response: await responseOf(deps, visit.viewer, place.activity) });
      },
    },
    {
      ...shared,
      method: 'post',
      path: `${base}/trin/:step`,
      handle: (visit) => postStep(deps, visit, placeOf(deps, visit)),
    },
    { ...shared, method: 'get', path: `${base}/kvittering`, handle: (visit) => showReceipt(deps, visit) },
  ];
};

/** Where one left: at a step, or with everything sent. */
const goOn = async (deps: PrepDeps, { viewer, req, res }: Visit): Promise<void> => {
  const activity = activityOf(deps, viewer, req);
  const response = await responseOf(deps, viewer, activity);
  const step = stepPath(viewer, activity.id, resumeAt(activity, response?.step));
  res.redirect(303, response?.sent ? receiptPath(viewer, activity.id) : step);
};

const showReceipt = async (deps: PrepDeps, { viewer, req, res }: Visit): Promise<void> => {
  const activity = activityOf(deps, viewer, req);
  const response = await responseOf(deps, viewer, activity);
  if (!response?.sent) {
    res.redirect(303, activityPath(viewer, activity.id));
    return;
  }
  const next = await nextAfter(deps, viewer, activity);
  res.render('prep/receipt', receiptPage({ activity, viewer, response, next }));
};

const responseOf = ({ responses }: PrepDeps, viewer: Viewer, activity: Activity) =>
  responses.get({ room: viewer.room, person: viewer.person, activity: activity.id });

const activityOf = ({ courses }: PrepDeps, viewer: Viewer, req: Request): PrepActivity => {
  const activity = findActivity(courseIn(courses, viewer.language), String(req.params['activity']));
  if (activity?.kind !== 'prep') throw new Problem('unknown-activity');
  return activity;
};

const placeOf = (deps: PrepDeps, { viewer, req }: Visit): Place => {
  const activity = activityOf(deps, viewer, req);
  const index = stepAt(activity, String(req.params['step']));
  const step = index === undefined ? undefined : activity.steps[index];
  if (index === undefined || !step) throw new Problem('not-found');
  return { activity, step, index };
};

/** The first activity after this one that is not sent yet; else the first of all. */
const nextAfter = async ({ courses, responses }: PrepDeps, viewer: Viewer, current: Activity) => {
  const own = await responses.ofPerson(viewer.room, viewer.person);
  const sent = new Set(own.filter((response) => response.sent).map((response) => response.activity));
  const all = activitiesOf(courseIn(courses, viewer.language));
  const at = all.findIndex(({ id }) => id === current.id);
  return [...all.slice(at + 1), ...all.slice(0, at)].find(({ id }) => !sent.has(id));
};
