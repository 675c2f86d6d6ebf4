import type { Visit } from '../../../http/route.ts';
import type { Wrong } from '../../../forms/faults.ts';
import { hiddenOf } from '../../../forms/shown.ts';
import { thanksFor } from '../../onward.ts';
import type { PlanVisit, PlanDeps } from '../place.ts';
import { stepPage } from './stepPage.ts';
import type { PlanStep } from './steps.ts';
import { weekPage } from '../weekPage.ts';

/** Shows a step's page; with status 422 after a form with faults. */
export async function showStep(
  deps: PlanDeps,
  visit: Visit,
  shown: { place: PlanVisit; step: PlanStep; wrong?: Wrong },
): Promise<void> {
  const { place, step, wrong } = shown;
  const { viewer, req, res } = visit;
  const hidden = hiddenOf(deps.keepTokens, viewer, place.subject.key.activity);
  const shared = { place, viewer, hidden, ...(wrong ? { wrong } : {}) };
  const justSaved = !wrong && req.query['gemt'] !== undefined;
  res.status(wrong ? 422 : 200);
  if (step === 'uge') {
    const just = justSaved ? ('saved' as const) : undefined;
    const isNew = !wrong && req.query['lavet'] !== undefined;
    res.render('handleplan/week', weekPage({ ...shared, courses: deps.courses, just: isNew ? 'made' : just }));
    return;
  }
  const { fra } = req.query;
  const from = fra === 'samme' || fra === 'mindre' || fra === 'ny' ? { from: fra } : {};
  const thanks = await thanksFor(deps, visit);
  res.render('forms/step', { ...stepPage({ ...shared, step, justSaved, ...from }), thanks });
}
