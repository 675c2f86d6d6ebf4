import type { SteppedActivity } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import type { Visit } from '../../http/route.ts';
import type { DraftChange } from '../../responses/responses.ts';
import { receiptPath, stepPath } from './addresses.ts';
import { isWrong, type Fault, type PostedForm } from '../postedForm.ts';
import { answerSilently } from '../silentSave.ts';
import { parseForm } from './form.ts';
import { withoutKept } from './keeping.ts';
import { answersToSend, forkFaults, hindrances, stepAfter } from './rules.ts';
import { showStep, type Place, type StepDeps } from './showStep.ts';

interface Posted {
  form: PostedForm;
  place: Place;
}

/** A posted step: saved whatever was pressed, and then on, or back to what is wrong with all that was written. */
export const postStep = (deps: StepDeps, visit: Visit, place: Place): Promise<void> => {
  const posted = { form: parseForm(visit.req.body, place.activity), place };
  if (visit.req.accepts(['html', 'json']) === 'json') return saveSilently(deps, visit, posted);
  return posted.form.intent === 'send' ? send(deps, visit, posted) : move(deps, visit, posted);
};

/** What a form changes in the draft. @param stepAfter position of the step where the person is afterwards, 0 and up. */
export const changeOf = (
  { form, activity }: { form: PostedForm; activity: SteppedActivity },
  stepAfter: (draft: Answers) => number,
): DraftChange => ({
  kind: activity.kind,
  contentVersion: activity.version,
  step: (draft) => activity.steps[stepAfter(draft)]?.id ?? '',
  fields: form.fields,
  dropped: form.dropped,
  sendable: (draft) => answersToSend(activity, draft),
  share: (draft) => withoutKept(activity, draft),
  withdraw: (draft, sent) => withoutKept(activity, sent, draft),
});

const ownerOf = ({ viewer }: Visit, { activity }: Place) => ({
  room: viewer.room,
  person: viewer.person,
  activity: activity.id,
});

const move = async (deps: StepDeps, visit: Visit, posted: Posted): Promise<void> => {
  const { form, place } = posted;
  const { viewer, res } = visit;
  const { activity } = place;
  const after = (answers: Answers): number => {
    if (isHeldUp(posted, answers)) return place.index;
    return isFromStart(visit) ? 0 : stepAfter(activity, place.index, { intent: form.intent, answers });
  };
  const response = await deps.responses.saveDraft(ownerOf(visit, place), changeOf({ form, activity }, after));
  if (isHeldUp(posted, response.draft)) {
    const faults = new Map<string, Fault>([...faultsAtFork(posted, response.draft), ...form.faults]);
    showStep(deps, visit, { ...place, response, wrong: { faults, strays: form.strays } });
    return;
  }
  const path = stepPath(viewer, activity.id, after(response.draft));
  res.redirect(303, form.intent === 'save' ? `${path}?gemt` : path);
};

/** Whether the button said to begin again at the first step, so that another way can be chosen there. */
const isFromStart = ({ req }: Visit): boolean => req.query['forfra'] !== undefined;

const isHeldUp = (posted: Posted, draft: Answers): boolean =>
  isWrong(posted.form) || faultsAtFork(posted, draft).size > 0;

const faultsAtFork = ({ form, place }: Posted, draft: Answers): Map<string, Fault> =>
  form.intent === 'next' ? forkFaults(place.step, draft) : new Map<string, Fault>();

const send = async (deps: StepDeps, visit: Visit, posted: Posted): Promise<void> => {
  const { form, place } = posted;
  const isClean = form.faults.size === 0 && form.strays.length === 0;
  const { response, sent } = await deps.responses.send(
    ownerOf(visit, place),
    changeOf({ form, activity: place.activity }, () => place.index),
    (draft) => isClean && hindrances(place.activity, draft).size === 0,
  );
  if (sent) {
    visit.res.redirect(303, receiptPath(visit.viewer, place.activity.id));
    return;
  }
  const faults = new Map<string, Fault>([...hindrances(place.activity, response.draft), ...form.faults]);
  showStep(deps, visit, { ...place, response, wrong: { faults, strays: form.strays } });
};

/** The script's own saving: it removes nothing and moves nowhere. */
const saveSilently = async (deps: StepDeps, visit: Visit, posted: Posted): Promise<void> => {
  const { form, place } = posted;
  const change = { ...changeOf({ form, activity: place.activity }, () => place.index), dropped: [] };
  const { savedAt } = await deps.responses.saveDraft(ownerOf(visit, place), change);
  answerSilently(visit.res, form, { savedAt, language: visit.viewer.language });
};
