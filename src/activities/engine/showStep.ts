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
  /** The activity as it is for this person; as it is for everyone, where not given. */
  personal?: (activity: SteppedActivity, viewer: Viewer) => Promise<SteppedActivity>;
  /** More that stands on the page after sending, as its view takes it. */
  receiptMore?: (activity: SteppedActivity, viewer: Viewer) => Promise<object>;
}

/** A step of an activity. */
export interface Place {
  activity: SteppedActivity;
  stepping: Stepping;
  step: Step;
  /** Position of the step, 0 and up. */
  index: number;
}

interface Shown extends Place {
  response: ActivityResponse | undefined;
  /** What was wrong with the form this page answers. */
  wrong?: Wrong;
}

/** Shows a step's page: with 422 where it answers a form that could not be taken as it was. */
export function showStep(
  { keepTokens }: Pick<StepDeps, 'keepTokens'>,
  { viewer, req, res }: Visit,
  shown: Shown,
): void {
  const hidden = hiddenOf(keepTokens, viewer, shown.activity.id);
  const justSaved = !shown.wrong && req.query['gemt'] !== undefined;
  res.status(shown.wrong ? 422 : 200).render('forms/step', stepPage({ ...shown, viewer, hidden, justSaved }));
}
