import type { Courses, SteppedActivity, Step } from '../../content/course.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Wrong } from '../../forms/faults.ts';
import { hiddenOf } from '../../forms/shown.ts';
import type { Visit } from '../../http/route.ts';
import type { KeepTokens } from '../../forms/keepTokens.ts';
import type { ActivityResponse, Responses } from '../../responses/responses.ts';
import { stepPage } from './stepPage.ts';
import type { Stepping } from './stepping.ts';

export interface StepDeps {
  courses: Courses;
  responses: Responses;
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
export function showStep(
  { keepTokens }: Pick<StepDeps, 'keepTokens'>,
  { viewer, req, res }: Visit,
  shown: Shown,
): void {
  const hidden = hiddenOf(keepTokens, viewer, shown.activity.id);
  const justSaved = !shown.wrong && req.query['gemt'] !== undefined;
  res.status(shown.wrong ? 422 : 200).render('forms/step', stepPage({ ...shown, viewer, hidden, justSaved }));
}
