import type { SteppedActivity, Step } from '../../content/course.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Wrong } from '../../forms/faults.ts';
import { hiddenOf } from '../../forms/shown.ts';
import type { Visit } from '../../http/route.ts';
import type { KeepTokens } from '../../forms/keepTokens.ts';
import type { ActivityResponse } from '../../responses/responses.ts';
import { onwardFrom, thanksFor, type OnwardDeps } from '../onward.ts';
import { stepPage } from './stepPage.ts';
import type { Stepping } from './stepping.ts';
import { isLastStep } from './visible.ts';

export interface StepDeps extends OnwardDeps {
  keepTokens: KeepTokens;
  /** Adapts the activity to this person; default: the same activity for everyone. */
  personal?: (activity: SteppedActivity, viewer: Viewer) => Promise<SteppedActivity>;
  /** More content for the page after sending, in the form its view takes. */
  receiptMore?: (activity: SteppedActivity, viewer: Viewer) => Promise<object>;
}

/** A step of an activity. */
export interface StepPlace {
  activity: SteppedActivity;
  stepping: Stepping;
  step: Step;
  /** Position of the step, from 0. */
  index: number;
}

interface Shown extends StepPlace {
  response: ActivityResponse | undefined;
  /** What was wrong with the submitted form. */
  wrong?: Wrong;
}

/** Shows a step's page; with status 422 after a form with faults. */
export async function showStep(deps: StepDeps, visit: Visit, shown: Shown): Promise<void> {
  const { viewer, req, res } = visit;
  const { activity, response } = shown;
  const hidden = hiddenOf(deps.keepTokens, viewer, activity.id);
  const justSaved = !shown.wrong && req.query['gemt'] !== undefined;
  const isToSend = !response?.sent && isLastStep(shown, response?.draft);
  const onward = isToSend ? await onwardFrom(deps, viewer, activity) : undefined;
  const next = onward?.isOfWeek ? onward.activity : undefined;
  const thanks = await thanksFor(deps, visit);
  const page = stepPage({ ...shown, viewer, hidden, justSaved, next, thanks });
  res.status(shown.wrong ? 422 : 200).render('forms/step', page);
}
