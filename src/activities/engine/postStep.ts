import type { Answers } from '../../domain/answers.ts';
import type { FormFault } from '../../forms/faults.ts';
import { isClean, isWrong, parsePosted, type PostedForm } from '../../forms/posted.ts';
import { answerSilently } from '../../forms/silentSave.ts';
import type { Visit } from '../../http/route.ts';
import { wantsJson } from '../../http/wantsJson.ts';
import type { DraftChange } from '../../responses/responses.ts';
import { receiptPath } from './receiptPage.ts';
import { stepPath } from '../addresses.ts';
import { withoutKept } from './keeping.ts';
import { answersToSend, answersToStore, faultsIn, faultsToGoOn, isClosed, questionsOf, stepAfter } from './rules.ts';
import { onwardFrom, onwardPath } from '../onward.ts';
import { GOES_ON } from './stepPage.ts';
import { showStep, type StepPlace, type StepDeps } from './showStep.ts';
import { isOnPath, shownAt, stepToldBy } from './visible.ts';

interface Posted {
  form: PostedForm;
  place: StepPlace;
}

/**
 * Handles a posted step: saves it whichever button was pressed, then moves on, or shows the step again with its faults
 * and everything that was written.
 */
export function postStep(deps: StepDeps, visit: Visit, place: StepPlace): Promise<void> {
  const posted = { form: parsePosted(visit.req.body, questionsOf(place.activity)), place };
  if (wantsJson(visit.req)) return saveSilently(deps, visit, posted);
  return posted.form.intent === 'send' ? send(deps, visit, posted) : move(deps, visit, posted);
}

interface Change extends Pick<DraftChange, 'fields' | 'dropped'>, Pick<StepPlace, 'activity' | 'stepping'> {}

/** What a form changes in the draft. @param stepAfter position of the step where the person is afterwards, from 0 */
export function draftOf(
  { activity, stepping, fields, dropped }: Change,
  stepAfter: (draft: Answers) => number,
): DraftChange {
  const { stillHolds } = stepping;
  return {
    kind: activity.kind,
    contentVersion: activity.version,
    step: (draft) => activity.steps[stepAfter(draft)]?.id ?? '',
    fields,
    dropped,
    ...(stillHolds && { stillHolds: (draft, version) => stillHolds(activity, draft, version) }),
    storable: (draft, sent) => answersToStore(activity, { draft, sent }, stepping.keeps),
    sendable: (draft) => answersToSend(activity, draft, stepping.keeps),
    share: (draft) => withoutKept(activity, draft),
  };
}

/** The same change, which also removes newly private answers from what was sent. */
function changeOf({ form, place: { activity, stepping } }: Posted, stepAfter: (draft: Answers) => number): DraftChange {
  return {
    ...draftOf({ activity, stepping, ...form }, stepAfter),
    withdraw: (draft, sent) => withoutKept(activity, sent, draft),
  };
}

function ownerOf({ viewer }: Visit, { activity }: StepPlace) {
  return {
    room: viewer.room,
    person: viewer.person,
    activity: activity.id,
  };
}

async function move(deps: StepDeps, visit: Visit, posted: Posted): Promise<void> {
  const { form, place } = posted;
  const { viewer, res } = visit;
  const { activity } = place;
  const after = (answers: Answers): number => {
    if (isHeldUp(posted, answers)) return place.index;
    return isFromStart(visit) ? 0 : stepAfter(activity, place.index, { intent: form.intent, answers });
  };
  const response = await deps.responses.saveDraft(ownerOf(visit, place), changeOf(posted, after));
  if (isHeldUp(posted, response.draft)) {
    const faults = new Map<string, FormFault>([...faultsHere(posted, response.draft), ...form.faults]);
    await showAgain(deps, visit, { ...place, response, wrong: { faults, unplacedTexts: form.unplacedTexts } });
    return;
  }
  const path = stepPath(viewer, activity.id, after(response.draft) + 1);
  res.redirect(303, form.intent === 'save' ? `${path}?gemt` : path);
}

/** Whether the button asked to start again at the first step, so that the person can choose another path. */
function isFromStart({ req }: Visit): boolean {
  return req.query['forfra'] !== undefined;
}

function isHeldUp(posted: Posted, draft: Answers): boolean {
  return isWrong(posted.form) || faultsHere(posted, draft).size > 0;
}

function faultsHere({ form, place }: Posted, draft: Answers): Map<string, FormFault> {
  return form.intent === 'next' && isOnPath(place, draft)
    ? faultsToGoOn(place.step, draft, place.stepping.needsAnswers)
    : new Map<string, FormFault>();
}

async function send(deps: StepDeps, visit: Visit, posted: Posted): Promise<void> {
  const { form, place } = posted;
  const { response, sent } = await deps.responses.send(
    ownerOf(visit, place),
    changeOf(posted, () => place.index),
    // An answer in another tab may have led elsewhere, for example to a refusal: then nothing is sent from here.
    (draft) => isOnPath(place, draft) && isClean(form) && faultsIn(place.activity, draft).size === 0,
  );
  if (sent) {
    visit.res.redirect(303, await afterSending(deps, visit, { place, draft: response.draft }));
    return;
  }
  if (isClean(form) && !isOnPath(place, response.draft)) {
    const next = stepAfter(place.activity, place.index, { intent: 'next', answers: response.draft });
    visit.res.redirect(303, stepPath(visit.viewer, place.activity.id, next + 1));
    return;
  }
  const faults = new Map<string, FormFault>([...faultsIn(place.activity, response.draft), ...form.faults]);
  await showAgain(deps, visit, { ...place, response, wrong: { faults, unplacedTexts: form.unplacedTexts } });
}

/** Shows a posted step again. A page left open may be of a step that is gone, or merged into another. */
async function showAgain(deps: StepDeps, visit: Visit, shown: Parameters<typeof showStep>[2]): Promise<void> {
  await showStep(deps, visit, { ...shown, ...shownAt(shown.activity, shown.index, shown.response?.draft ?? {}) });
}

/**
 * The page after sending: one that the answers bring up, the week's next activity if the button asked for it, or the
 * receipt.
 */
async function afterSending(deps: StepDeps, { viewer, req }: Visit, sent: { place: StepPlace; draft: Answers }) {
  const { activity, step } = sent.place;
  const told = stepToldBy(activity, step, sent.draft);
  if (told !== undefined) return stepPath(viewer, activity.id, told + 1);
  const onward = req.query[GOES_ON] === undefined ? undefined : await onwardFrom(deps, viewer, activity);
  return onward?.isOfWeek ? onwardPath(viewer, onward.activity, activity) : receiptPath(viewer, activity.id);
}

/** Saves for the page's script: removes nothing and moves nowhere. */
async function saveSilently(deps: StepDeps, visit: Visit, posted: Posted): Promise<void> {
  const { form, place } = posted;
  const change = { ...changeOf(posted, () => place.index), dropped: [] };
  const response = await deps.responses.saveDraft(ownerOf(visit, place), change);
  const isRefused = isClosed(place, response, place.stepping.keeps);
  answerSilently(visit.res, form, { savedAt: response.savedAt, isRefused, language: visit.viewer.language });
}
